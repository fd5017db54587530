import { PackageX } from "lucide-preact";
import { EmptyState } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { GiftEditor } from "./gift-editor.tsx";
import "./style.css";
import { useGifts } from "./use-gifts.ts";
import { words } from "./words.ts";

/** One gift, or the place where a new one is written. */
export function GiftScreen(props: { gift?: string }) {
  const loaded = useGifts();
  const t = words.value;
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
      back={back}
      onChanged={loaded.reload}
    />
  );
}
