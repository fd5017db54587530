import { EyeOff } from "lucide-preact";
import { useState } from "preact/hooks";
import { allowSpending, type ScanView } from "../../shared/cards/endpoints.ts";
import { PinPad } from "../../shared/ui/index.ts";
import { sayShort } from "../problems/say-problem.ts";
import { ask } from "../terminal/ask.ts";
import { words } from "../words.ts";
import "./style.css";

export interface ProofProps {
  scan: ScanView;
  onProved: (scan: ScanView) => void;
  /** Told first of every refusal; true if it took care of it. */
  onExpired: (error: unknown) => boolean;
}

/** The six digits of the spending PIN; sent as soon as they are in. */
export function ByPin(props: ProofProps) {
  const t = words.value.verify;
  const [pin, setPin] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (digits: string) => {
    setBusy(true);
    try {
      props.onProved(
        await ask(allowSpending, { params: { scan: props.scan.scanId }, body: { pin: digits } }),
      );
    } catch (refused) {
      if (!props.onExpired(refused)) setError(refused);
      setPin("");
      setBusy(false);
    }
  };
  return (
    <div class="verify-way">
      <PinPad
        label={t.pin}
        value={pin}
        onInput={(digits) => {
          setPin(digits);
          if (digits) setError(null);
        }}
        onComplete={send}
        error={error ? sayShort(error) : null}
        disabled={busy}
      />
      <p class="verify-cover">
        <EyeOff aria-hidden="true" />
        {t.cover}
      </p>
    </div>
  );
}
