import { CloudOff, LogIn } from "lucide-preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Button, NumberPad } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import type { Staff } from "../terminal/standing.ts";
import { signIn } from "./sign-in.ts";
import { NotKnownHere } from "./unlock.ts";

/** PINs of staff have 4 to 8 digits. */
const PIN_MIN = 4;
const PIN_MAX = 8;

/** The PIN, on the keys of the screen or of the keyboard. */
export function EnterPin(props: { person: Staff; error?: unknown }) {
  const { person } = props;
  const t = counterWords.value.signIn;
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(props.error ?? null);
  const take = (next: string) => {
    setPin(next);
    if (next) setError(null);
  };
  const enter = async () => {
    if (pin.length < PIN_MIN || busy) return;
    setBusy(true);
    try {
      await signIn(person.id, pin);
    } catch (refused) {
      setError(refused);
      setPin("");
      setBusy(false);
    }
  };
  useTypedDigits(pin, take, enter);
  return (
    <section class="enter-pin">
      <h2>{t.pin(person.name)}</h2>
      <div class="pin-dots" aria-hidden="true">
        {Array.from(
          { length: Math.max(PIN_MIN, pin.length) },
          (_, index) => (
            <span key={index} class={index < pin.length ? "pin-dot pin-full" : "pin-dot"} />
          ),
        )}
      </div>
      <p class="small soft">{t.pinHint}</p>
      {error instanceof NotKnownHere ? <Unknown /> : <Trouble error={error} />}
      <NumberPad value={pin} onInput={take} maxLength={PIN_MAX} disabled={busy} />
      <Button
        variant="primary"
        size="l"
        block
        icon={<LogIn />}
        busy={busy}
        disabled={pin.length < PIN_MIN}
        onClick={enter}
      >
        {t.enter}
      </Button>
    </section>
  );
}

/** The PIN may be right: without network this device does not know it. */
function Unknown() {
  const t = offlineWords.value.signIn;
  return (
    <div class="trouble" role="alert">
      <CloudOff aria-hidden="true" />
      <div>
        <p class="trouble-title">{t.unknown}</p>
        <p>{t.unknownHint}</p>
      </div>
    </div>
  );
}

/** Digits, Backspace and Enter of the keyboard, wherever the focus is. Listens anew before the next
 *  key can come: after the next picture would be too late for fast typists. */
function useTypedDigits(pin: string, onInput: (next: string) => void, onEnter: () => void): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (/^\d$/.test(event.key) && pin.length < PIN_MAX) onInput(pin + event.key);
      else if (event.key === "Backspace") onInput(pin.slice(0, -1));
      else if (event.key === "Enter" && pin.length >= PIN_MIN) onEnter();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
}
