import { PackageX } from "lucide-preact";
import { showParameters } from "../../shared/console/endpoints.ts";
import { EmptyState } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { GiftEditor } from "./gift-editor.tsx";
import "./style.css";
import { useGifts } from "./use-gifts.ts";
import { words } from "./words.ts";

/** Days that the brand keeps a gift for its member, unless the gift says otherwise. */
function useUsualClaimDays(wanted: boolean) {
  const brandId = usePlaces().brands[0]?.id;
  return useLoad(`claim-days:${wanted}:${brandId ?? ""}`, async (signal) => {
    if (!wanted || !brandId || !mayI("parameter.read")) return null;
    return (await ask(showParameters, { query: { brandId }, signal })).parameters.claimDays;
  });
}

/** One gift, or the place where a new one is written. */
export function GiftScreen(props: { gift?: string }) {
  const loaded = useGifts();
  const t = words.value;
  const usual = useUsualClaimDays(props.gift === "new");
  const back = { href: "/console/gifts", label: t.back };
  const fresh = props.gift === "new" && mayI("gift.manage");
  if (!loaded.data) {
    return (
      <Page title={fresh ? t.newTitle : t.gift} back={back}>
        <WhenLoaded from={loaded}>{() => null}</WhenLoaded>
      </Page>
    );
  }
  const gift = loaded.data.gifts.find((each) => each.id === props.gift);
  if (fresh && usual.data === undefined && !usual.failure) {
    return (
      <Page title={t.newTitle} back={back}>
        <WhenLoaded from={usual}>{() => null}</WhenLoaded>
      </Page>
    );
  }
  if (!gift && !fresh) {
    return (
      <Page title={t.lostTitle} back={back}>
        <EmptyState icon={<PackageX />} title={t.lostText} />
      </Page>
    );
  }
  return (
    <GiftEditor
      key={gift?.id ?? "new"}
      gift={gift}
      all={loaded.data}
      claimDays={usual.data ?? null}
      back={back}
      onChanged={loaded.reload}
    />
  );
}
