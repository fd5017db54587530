import { useEffect, useState } from "preact/hooks";
import { Button, PinPad, Spinner } from "../../shared/ui/index.ts";
import type { Trouble } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { troubleLine } from "../shell/part.tsx";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import "./me-view.css";

type PinStep = "current" | "next" | "repeat";

export interface PinViewProps {
  hasPin: boolean;
  busy: boolean;
  trouble: Trouble | null;
  /** `current` is null when there was none, or when it was forgotten and the sign-in is fresh. */
  onSave: (pin: string, current: string | null) => void;
}

/** The old PIN, the new one, and the new one again. */
export function PinView(props: PinViewProps) {
  const { hasPin, busy, trouble, onSave } = props;
  const first: PinStep = hasPin ? "current" : "next";
  const [step, setStep] = useState<PinStep>(first);
  const [typed, setTyped] = useState("");
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState("");
  const [mismatch, setMismatch] = useState(false);
  const t = words.value.pin;
  useEffect(() => {
    if (!trouble) return;
    setTyped("");
    // A weak PIN is chosen anew; anything about the old one starts from the beginning.
    setStep(trouble.code === "pin-weak" ? "next" : first);
  }, [trouble]);
  const go = (to: PinStep) => {
    setTyped("");
    setStep(to);
  };
  const take = (digits: string) => {
    setMismatch(false);
    if (step === "current") {
      setCurrent(digits);
      go("next");
    } else if (step === "next") {
      setChosen(digits);
      go("repeat");
    } else if (digits === chosen) {
      onSave(digits, current);
    } else {
      setMismatch(true);
      go("next");
    }
  };
  const error = mismatch ? t.mismatch : trouble && typed === "" ? troubleLine(trouble) : null;
  return (
    <Screen title={t.title} backTo={PATHS.me}>
      <p class="soft">{t.lead}</p>
      <div class="pin-room">
        <PinPad
          label={t[step]}
          value={typed}
          onInput={setTyped}
          onComplete={take}
          disabled={busy}
          error={error}
        />
        {busy && <Spinner size="m" />}
        {step === "current" && (
          <>
            <Button
              variant="quiet"
              onClick={() => {
                setCurrent(null);
                go("next");
              }}
            >
              {t.skip}
            </Button>
            <p class="small faint center">{t.forgotten}</p>
          </>
        )}
      </div>
    </Screen>
  );
}
