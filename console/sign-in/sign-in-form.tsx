import { Fingerprint } from "lucide-preact";
import { useState } from "preact/hooks";
import type * as z from "zod/mini";
import { signInConsole } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Banner, Button, CodeInput, Field } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useForm } from "../form/use-form.ts";
import { type Failure, failureOf, isRefusal } from "../failure.ts";
import { sessionBegan } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { words } from "./words.ts";

type SignIn = BodyOf<typeof signInConsole>;

/** Password and code in one form, or a passkey. */
export function SignInForm(props: { login?: string | undefined }) {
  const t = words.value;
  const form = useForm<SignIn, SignIn>({
    initial: { login: props.login ?? "", password: "", totp: "" },
    build: (draft) => ({ ...draft, login: draft.login.trim() }),
    schema: signInConsole.body as z.ZodMiniType<SignIn>,
    says: { totp: t.totpRule },
    rules: (draft) => ({ login: draft.login.trim() === "" && shellWords.value.required }),
  });
  const command = useCommand((body: SignIn) => ask(signInConsole, { body }));
  const [passkeyBusy, setPasskeyBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | "passkey" | null>(null);
  const shown = failure ?? command.failure;

  /** A code is good for one try; the next one is asked for without a reproach. */
  const startCodeOver = () => {
    form.reset({ ...form.draft, totp: "" });
    document.querySelector<HTMLInputElement>(".code-field")?.focus();
  };
  const submit = async (event?: Event) => {
    event?.preventDefault();
    setFailure(null);
    const input = form.check();
    if (!input || command.busy) return;
    const outcome = await command.send(input);
    if (outcome.done) sessionBegan(outcome.answer);
    else startCodeOver();
  };
  const passkey = async () => {
    setPasskeyBusy(true);
    setFailure(null);
    command.clear();
    try {
      const { signInWithPasskey } = await import("./passkey.ts");
      sessionBegan(await signInWithPasskey());
    } catch (error) {
      setFailure(isCancelled(error) ? "passkey" : failureOf(error));
    }
    setPasskeyBusy(false);
  };

  return (
    <form class="stack" noValidate onSubmit={submit}>
      <SignInRefusal failure={shown} />
      <Field
        label={t.login}
        autocomplete="username"
        spellcheck={false}
        autofocus={!props.login}
        maxLength={60}
        readOnly={!!props.login}
        {...form.field("login")}
      />
      <Field
        label={t.password}
        type="password"
        autocomplete="current-password"
        autofocus={!!props.login}
        maxLength={200}
        {...form.field("password")}
      />
      <CodeInput
        label={t.totp}
        hint={t.totpHint}
        value={form.draft.totp}
        error={form.error("totp")}
        onInput={(totp) => form.set({ totp })}
      />
      <Button type="submit" variant="primary" size="l" block busy={command.busy}>{t.send}</Button>
      <p class="sign-in-or" aria-hidden="true">{t.or}</p>
      <Button block size="l" icon={<Fingerprint />} busy={passkeyBusy} onClick={passkey}>
        {t.passkey}
      </Button>
    </form>
  );
}

/** The browser's own refusals: the person cancelled, or there is no such authenticator. */
const isCancelled = (error: unknown): boolean =>
  error instanceof DOMException || (error instanceof Error && error.name === "WebAuthnError");

function SignInRefusal({ failure }: { failure: Failure | "passkey" | null }) {
  const t = words.value;
  if (failure === "passkey") return <Banner tone="warn" title={t.passkeyFailed} />;
  if (isRefusal(failure, "sign-in-wrong")) {
    return <Banner tone="danger" title={t.wrong}>{t.wrongHint}</Banner>;
  }
  if (failure?.kind === "refused" && failure.problem.code === "sign-in-locked") {
    const until = failure.problem.fields.lockedUntil;
    return (
      <Banner tone="danger" title={t.locked}>
        {typeof until === "number" && t.lockedUntil(until)}
      </Banner>
    );
  }
  return <FailureBanner failure={failure} />;
}
