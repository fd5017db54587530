import { useEffect } from "preact/hooks";
import { commonWords, Dialog, LangSwitch, Seal } from "../../shared/ui/index.ts";
import { expired, me } from "../session.ts";
import { shellWords } from "../words.ts";
import { SignInForm } from "./sign-in-form.tsx";
import "./style.css";
import { words } from "./words.ts";

/** The door of the console. */
export function SignInScreen() {
  const t = words.value;
  useEffect(() => {
    document.title = shellWords.value.title(t.title);
  }, [t]);
  return (
    <div class="sign-in">
      <aside class="sign-in-brand">
        <Seal class="sign-in-mark" />
        <p class="sign-in-name">{commonWords.value.brand}</p>
        <p class="sign-in-motto">{t.motto}</p>
      </aside>
      <main class="sign-in-main">
        <div class="sign-in-box">
          <header>
            <h1 class="sign-in-title">{t.welcome}</h1>
            <p class="soft">{t.lead}</p>
          </header>
          <SignInForm />
          <LangSwitch block />
        </div>
      </main>
    </div>
  );
}

/** Signing in again on top of the screen at hand, so that nothing typed there is lost. */
export function SignInAgain() {
  const t = shellWords.value;
  return (
    <Dialog open={expired.value} title={t.expiredTitle} onClose={() => {}} stubborn size="s">
      <p class="soft">{t.expiredText}</p>
      <SignInForm login={me.value?.login} />
    </Dialog>
  );
}
