import { useEffect, useState } from "preact/hooks";
import { Button, CodeInput, groupPhone } from "../../shared/ui/index.ts";
import type { Trouble } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { words } from "../words.ts";
import { joinWords } from "./join-words.ts";

export interface CodeStepProps {
  phone: string;
  /** Phone ms from which another code may be asked for. */
  resendAt: number;
  busy: boolean;
  trouble: Trouble | null;
  /** Offers the page where a demonstration shows its messages. */
  demo: boolean;
  onCode: (code: string) => void;
  onResend: () => void;
  onBack: () => void;
}

/** Six digits from the message; handed in by themselves when the last is typed. */
export function CodeStep(props: CodeStepProps) {
  const { phone, busy, trouble, demo, onCode, onResend, onBack } = props;
  const [code, setCode] = useState("");
  const wait = useSecondsUntil(props.resendAt);
  const t = joinWords.value.join;
  useEffect(() => {
    if (trouble) setCode("");
  }, [trouble]);
  return (
    <form
      class="join-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6) onCode(code);
      }}
    >
      <h2>{t.codeTitle}</h2>
      <p class="soft">{t.codeSent(groupPhone(phone))}</p>
      <CodeInput
        autofocus
        value={code}
        onInput={setCode}
        onComplete={onCode}
        disabled={busy}
        error={trouble && codeError(trouble)}
      />
      <Button block busy={busy} disabled={wait > 0} onClick={onResend}>
        {wait > 0 ? t.codeResendIn(wait) : t.codeResend}
      </Button>
      <Button variant="quiet" block onClick={onBack}>{t.changePhone}</Button>
      {demo && (
        <a class="link" href="/outbox" target="_blank" rel="noreferrer">
          {words.value.demoMessages}
        </a>
      )}
    </form>
  );
}

function codeError(trouble: Trouble): string {
  const left = trouble.fields.triesLeft;
  return trouble.code === "code-wrong" && typeof left === "number"
    ? joinWords.value.join.codeTriesLeft(left)
    : troubleLine(trouble);
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(Date.now());
  const left = Math.max(0, Math.ceil((at - now) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  }, [now, at]);
  return left;
}
