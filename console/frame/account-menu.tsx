import { signal } from "@preact/signals";
import { Fingerprint, KeyRound, LogOut } from "lucide-preact";
import { useRef } from "preact/hooks";
import { Unreachable } from "../../shared/call.ts";
import { type ConsoleMe, signOutConsole } from "../../shared/console/endpoints.ts";
import { Badge, Button, LangSwitch, toast } from "../../shared/ui/index.ts";
import { afterAsking } from "../form/leave-guard.tsx";
import { me } from "../session.ts";
import { nameIn } from "../use-places.ts";
import { forgetAnswers } from "../use-load.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { OwnPassword } from "../sign-in/own-password.tsx";
import { AddPasskey } from "../sign-in/add-passkey.tsx";

/** The dialog that adds a passkey is on screen. */
const addingPasskey = signal(false);

/** The dialog that changes one's own password is. */
const changingPassword = signal(false);

/** Those dialogs; apart from the menu, which stands in the banner of the page. */
export function PasskeyDialog() {
  if (changingPassword.value) {
    return <OwnPassword onClose={() => changingPassword.value = false} />;
  }
  return addingPasskey.value ? <AddPasskey onClose={() => addingPasskey.value = false} /> : null;
}

/** The name of the role that somebody works in. */
const myRole = (who: ConsoleMe): string => {
  if (who.ownRole) return nameIn(who.ownRole);
  return who.role === "own" ? shellWords.value.ownRole : shellWords.value.roles[who.role];
};

/** Who is signed in; language, passkey and the way out. */
export function AccountMenu() {
  const who = me.value;
  const t = shellWords.value;
  const menu = useRef<HTMLDivElement>(null);
  if (!who) return null;
  return (
    <div class="account">
      <button
        type="button"
        class="account-button"
        popovertarget="account-menu"
        aria-label={t.accountMenu(who.name)}
      >
        <span class="account-face" aria-hidden="true">{[...who.name][0]}</span>
        <span class="account-text" aria-hidden="true">
          <span class="account-name">{who.name}</span>
          <span class="account-role">{myRole(who)}</span>
        </span>
      </button>
      <div id="account-menu" class="account-menu" popover="auto" ref={menu}>
        <div>
          <p class="account-name">{who.name}</p>
          <p class="small soft">{`${myRole(who)} · ${who.login}`}</p>
        </div>
        <LangSwitch block />
        {who.hasPasskey && <Badge tone="good">{t.hasPasskey}</Badge>}
        <Button
          block
          icon={<Fingerprint />}
          onClick={() => {
            menu.current?.hidePopover();
            addingPasskey.value = true;
          }}
        >
          {t.addPasskey}
        </Button>
        <Button
          block
          data-act="own-password"
          icon={<KeyRound />}
          onClick={() => {
            menu.current?.hidePopover();
            changingPassword.value = true;
          }}
        >
          {t.ownPassword}
        </Button>
        <Button block icon={<LogOut />} onClick={() => afterAsking(signOut)}>{t.signOut}</Button>
      </div>
    </div>
  );
}

/** Ends the session. Without an answer nobody is told that it ended. */
async function signOut(): Promise<void> {
  try {
    await ask(signOutConsole, {});
  } catch (error) {
    if (error instanceof Unreachable) {
      toast(shellWords.value.unreachable, "danger");
      return;
    }
  }
  forgetAnswers();
  me.value = null;
}
