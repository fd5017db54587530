import { useEffect } from "preact/hooks";
import { lang, toast } from "../../shared/ui/index.ts";
import { member, whenLeaving } from "../members/session.ts";
import { openResource } from "../shell/resource.ts";
import { earn, ownInvitation } from "./data.ts";
import { InviteView } from "./invite-view.tsx";
import { shareLink } from "./share-link.ts";
import { earnWords } from "./words.ts";

const invitation = openResource(ownInvitation);
whenLeaving(() => invitation.reset());

/** The member's invitation. */
export default function InviteScreen() {
  useEffect(() => {
    void earn.load();
    void invitation.load();
  }, []);
  const link = invitation.state.value.data?.link ?? "";
  const t = earnWords.value.referral;
  const brand = (lang.value === "en" ? member.value?.brandNameEn : member.value?.brandNameZh) ?? "";
  const send = async () => {
    const points = earn.state.value.data?.referral?.friendPoints ?? 0;
    try {
      const done = await shareLink(brand, t.text(brand, points), link);
      if (done === "copied") toast(t.copied, "good");
    } catch {
      toast(t.copyFailed, "danger");
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t.copied, "good");
    } catch {
      toast(t.copyFailed, "danger");
    }
  };
  return (
    <InviteView
      earn={earn.state.value}
      invitation={invitation.state.value}
      onRetry={() => void Promise.all([earn.load(), invitation.load()])}
      onSend={() => void send()}
      onCopy={() => void copy()}
    />
  );
}
