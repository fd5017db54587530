import { useEffect, useState } from "preact/hooks";
import { chooseMyNotices, type NoticeKind, showMyNotices } from "../../shared/push/endpoints.ts";
import { toast } from "../../shared/ui/index.ts";
import { whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { troubleOf } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { openResource } from "../shell/resource.ts";
import { words } from "../words.ts";
import { NoticesView } from "./notices-view.tsx";
import { type PushStanding, pushStanding, subscribe, unsubscribe } from "./subscription.ts";

const notices = openResource(() => ask(showMyNotices, {}));
whenLeaving(notices.reset);

/** What the member is told, and whether this phone is told at once. */
export default function NoticesScreen() {
  const { standing, busy, change } = usePush();
  useEffect(() => void notices.load(), []);
  const choose = async (kind: NoticeKind, wanted: boolean) => {
    const before = notices.state.value.data;
    if (!before) return;
    const choices = { ...before.choices, [kind]: wanted };
    notices.put({ ...before, choices });
    try {
      await ask(chooseMyNotices, { body: choices });
    } catch (error) {
      notices.put(before);
      toast(troubleLine(troubleOf(error)), "danger");
    }
  };
  return (
    <NoticesView
      notices={notices.state.value}
      standing={standing}
      busy={busy}
      onPush={(wanted) => void change(wanted)}
      onChoose={(kind, wanted) => void choose(kind, wanted)}
      onRetry={() => void notices.load()}
    />
  );
}

function usePush() {
  const [standing, setStanding] = useState<PushStanding>("off");
  const [busy, setBusy] = useState(false);
  useEffect(() => void pushStanding().then(setStanding), []);
  const change = async (wanted: boolean) => {
    const key = notices.state.value.data?.vapidPublicKey;
    if (!key) return;
    const t = words.value.notices;
    setBusy(true);
    try {
      const now = wanted ? await subscribe(key) : await unsubscribe();
      setStanding(now);
      if (now !== "denied") toast(wanted ? t.pushHere : t.pushStopped);
    } catch (error) {
      const trouble = troubleOf(error);
      toast(trouble.code || trouble.offline ? troubleLine(trouble) : t.pushFailed, "danger");
    } finally {
      setBusy(false);
    }
  };
  return { standing, busy, change };
}
