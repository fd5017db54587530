import { useEffect, useState } from "preact/hooks";
import { lang, toast } from "../../shared/ui/index.ts";
import { member } from "../members/session.ts";
import { troubleOf } from "../shell/trouble.ts";
import { lastMove } from "../shell/live.ts";
import { troubleLine } from "../shell/part.tsx";
import { checkInToday, collectProfile, earn, shareLinkOf } from "./data.ts";
import { EarnView, type EarnViewProps } from "./earn-view.tsx";
import { shareLink } from "./share-link.ts";
import { earnWords } from "./words.ts";

const say = (got: { points: number; repaid: number }) => {
  const t = earnWords.value.earn;
  toast([t.got(got.points), ...(got.repaid > 0 ? [t.repaid(got.repaid)] : [])].join(" · "), "good");
};

/** Shares the card by the phone's own sheet, or copies the link. */
async function shareCard(): Promise<void> {
  const brand = (lang.value === "en" ? member.value?.brandNameEn : member.value?.brandNameZh) ?? "";
  const url = await shareLinkOf({ kind: "card" });
  const done = await shareLink(brand, earnWords.value.earn.shareText(brand), url);
  if (done === "copied") toast(earnWords.value.referral.copied, "good");
}

/** Earning without buying; reloads when the account has moved. */
export default function EarnScreen() {
  const [busy, setBusy] = useState<EarnViewProps["busy"]>(null);
  useEffect(() => {
    void earn.load();
  }, [lastMove.value]);
  const run = async (what: NonNullable<EarnViewProps["busy"]>, act: () => Promise<void>) => {
    setBusy(what);
    try {
      await act();
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
    } finally {
      setBusy(null);
    }
  };
  return (
    <EarnView
      earn={earn.state.value}
      busy={busy}
      onRetry={() => void earn.load()}
      onCheckIn={() =>
        void run("check-in", async () => {
          say(await checkInToday(earn.state.value.data?.today ?? ""));
        })}
      onCollectProfile={() => void run("profile", async () => say(await collectProfile()))}
      onShareCard={() => void run("share", shareCard)}
    />
  );
}
