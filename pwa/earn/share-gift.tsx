import { Share2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button, toast } from "../../shared/ui/index.ts";
import { troubleOf } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { shareLinkOf } from "./data.ts";
import { shareLink } from "./share-link.ts";
import { earnWords } from "./words.ts";

/** Shares a gift; a friend who opens it earns the sharer points where the programme gives any. */
export function ShareGift(props: { giftId: string; name: string }) {
  const { giftId, name } = props;
  const [busy, setBusy] = useState(false);
  const t = earnWords.value;
  const share = async () => {
    setBusy(true);
    try {
      const url = await shareLinkOf({ kind: "gift", giftId });
      const done = await shareLink(name, t.earn.shareGiftText(name), url);
      if (done === "copied") toast(t.referral.copied, "good");
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="quiet" block icon={<Share2 />} busy={busy} onClick={() => void share()}>
      {t.earn.shareGift}
    </Button>
  );
}
