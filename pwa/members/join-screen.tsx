import { useEffect } from "preact/hooks";
import { typedReferralCode } from "../../shared/grants/typed-code.ts";
import {
  chooseBrand,
  enrol,
  goIn,
  handIn,
  invitation,
  join,
  joinBrands,
  phoneFits,
  sendCode,
  startOver,
  takeInvitation,
  typePhone,
} from "./join-flow.ts";
import { JoinView } from "./join-view.tsx";

/** The door: phone, code, name, card. */
export default function JoinScreen() {
  useEffect(() => {
    void joinBrands.load();
    const address = new URLSearchParams(location.search);
    const asked = address.get("brand");
    if (asked) chooseBrand(asked);
    const invite = address.get("invite");
    if (invite) void takeInvitation(typedReferralCode(invite));
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
      invitation={invitation.state.value.data}
      onEnrol={(token, name, birthday, invite) => void enrol(token, name, birthday, invite)}
      onGoIn={() => void goIn()}
      onStartOver={startOver}
    />
  );
}
