import { useEffect } from "preact/hooks";
import {
  chooseBrand,
  enrol,
  goIn,
  handIn,
  join,
  joinBrands,
  phoneFits,
  sendCode,
  startOver,
  typePhone,
} from "./join-flow.ts";
import { JoinView } from "./join-view.tsx";

/** The door: phone, code, name, card. */
export default function JoinScreen() {
  useEffect(() => {
    void joinBrands.load();
    const asked = new URLSearchParams(location.search).get("brand");
    if (asked) chooseBrand(asked);
  }, []);
  const brands = joinBrands.state.value;
  const brandId = join.value.brandId ?? brands.data?.brands[0]?.id ?? null;
  return (
    <JoinView
      join={{ ...join.value, brandId }}
      brands={brands}
      onRetry={() => void joinBrands.load()}
      onBrand={chooseBrand}
      onPhone={typePhone}
      phoneFits={phoneFits(join.value.phone)}
      onSendCode={() => brandId && void sendCode(brandId)}
      onHandIn={(requestId, code, device) => void handIn(requestId, code, device)}
      onEnrol={(token, name, birthday) => void enrol(token, name, birthday)}
      onGoIn={() => void goIn()}
      onStartOver={startOver}
    />
  );
}
