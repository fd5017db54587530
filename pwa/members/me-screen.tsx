import { useState } from "preact/hooks";
import { changeMe } from "../../shared/members/endpoints.ts";
import { setLang, toast } from "../../shared/ui/index.ts";
import type { Lang } from "../../shared/wording/lang.ts";
import { ask } from "../shell/api.ts";
import { troubleOf } from "../shell/trouble.ts";
import { canInstall, dismissInstall, install, isInstalled, isIos } from "../shell/install.ts";
import { troubleLine } from "../shell/part.tsx";
import { words } from "../words.ts";
import { MeView } from "./me-view.tsx";
import { me, putMember, signOut } from "./session.ts";

/** What belongs to the member: data, PIN, phones, messages, language, the way out. */
export default function MeScreen() {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    try {
      await signOut();
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
      setBusy(false);
    }
  };
  const choose = async (lang: Lang) => {
    await setLang(lang);
    try {
      putMember((await ask(changeMe, { body: { language: lang } })).member);
    } catch {
      // The screen has changed; messages follow when the choice is made again with a network.
    }
  };
  const offerInstall = async () => {
    if (isIos()) toast(words.value.install.iosHint, "info", 8_000);
    else if (!await install()) toast(words.value.install.hint, "info");
  };
  return (
    <MeView
      me={me.state.value}
      installed={isInstalled()}
      offer={canInstall.value}
      busy={busy}
      onRetry={() => void me.load()}
      onLang={(lang) => void choose(lang)}
      onInstall={() => void offerInstall()}
      onLater={dismissInstall}
      onSignOut={() => void leave()}
    />
  );
}
