import { Send } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { allowSpending, askScanCode } from "../../shared/cards/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Button, CodeInput, NumberPad } from "../../shared/ui/index.ts";
import { sayShort } from "../problems/say-problem.ts";
import { Trouble } from "../problems/trouble.tsx";
import { ask } from "../terminal/ask.ts";
import { words } from "../words.ts";
import type { ProofProps } from "./by-pin.tsx";
import "./style.css";

type Sent = AnswerOf<typeof askScanCode>;

/** A one-time code sent to the member's phone. */
export function ByCode(props: ProofProps & { sent?: Sent }) {
  const t = words.value.verify;
  const [sent, setSent] = useState<Sent | null>(props.sent ?? null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const phone = sent?.phoneMasked ?? props.scan.member.phoneMasked ?? "";
  const sendCode = async () => {
    setBusy(true);
    setError(null);
    try {
      setSent(await ask(askScanCode, { params: { scan: props.scan.scanId } }));
    } catch (refused) {
      if (!props.onExpired(refused)) setError(refused);
    }
    setBusy(false);
  };
  return (
    <div class="verify-way">
      {!sent && <p class="pin-label">{t.codeAsk(phone)}</p>}
      {!sent && <Trouble error={error} />}
      {!sent && (
        <Button variant="primary" size="l" icon={<Send />} busy={busy} onClick={sendCode}>
          {t.sendCode}
        </Button>
      )}
      {sent && <EnterCode {...props} sent={sent} phone={phone} />}
      {sent && <Resend key={sent.requestId} sent={sent} busy={busy} onResend={sendCode} />}
      {sent && <Trouble error={error} />}
    </div>
  );
}

function EnterCode(props: ProofProps & { sent: Sent; phone: string }) {
  const { scan, sent, phone, onProved, onExpired } = props;
  const t = words.value.verify;
  const [code, setCode] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const take = (digits: string) => {
    setCode(digits);
    if (digits) setError(null);
    if (digits.length === 6 && !busy) void check(digits);
  };
  const check = async (digits: string) => {
    setBusy(true);
    try {
      const body = { requestId: sent.requestId, code: digits };
      onProved(await ask(allowSpending, { params: { scan: scan.scanId }, body }));
    } catch (refused) {
      if (!onExpired(refused)) setError(refused);
      setCode("");
      setBusy(false);
    }
  };
  return (
    <>
      <CodeInput
        ownKeypad
        autofocus
        label={t.codeLabel(phone)}
        value={code}
        onInput={take}
        error={error ? sayShort(error) : null}
        disabled={busy}
      />
      <NumberPad value={code} onInput={take} maxLength={6} disabled={busy} />
    </>
  );
}

function Resend(props: { sent: Sent; busy: boolean; onResend: () => void }) {
  const t = words.value.verify;
  const [left, setLeft] = useState(props.sent.resendAfterSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Button variant="quiet" busy={props.busy} disabled={left > 0} onClick={props.onResend}>
      {left > 0 ? t.resendIn(left) : t.resend}
    </Button>
  );
}
