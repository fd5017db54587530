import { useState } from "preact/hooks";
import { addMonths, dayOf } from "../../shared/business-day.ts";
import type { TierStep } from "../../shared/tiers/endpoints.ts";
import {
  Banner,
  ButtonLink,
  EmptyState,
  Facts,
  formats,
  lang,
  PinPad,
  Sheet,
  Spinner,
} from "../../shared/ui/index.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { serverNow } from "../shell/clock.ts";
import { nameIn } from "../shell/name-in.ts";
import { troubleLine } from "../shell/part.tsx";
import { tierWords } from "./data.ts";

export interface BuySheetProps {
  /** Null: closed. */
  step: TierStep | null;
  spendable: number;
  hasPin: boolean;
  onClose: () => void;
  onBuy: (step: TierStep, pin: string) => Promise<void>;
}

/** What a step costs and until when it is held, then the PIN. */
export function BuySheet({ step, spendable, hasPin, onClose, onBuy }: BuySheetProps) {
  const t = tierWords.value.purchase;
  const f = formats.value;
  const price = step?.pricePoints ?? 0;
  return (
    <Sheet open={step !== null} onClose={onClose} title={t.title}>
      {step && (
        <>
          <Facts
            facts={[
              [t.to, nameIn(lang.value, step)],
              [t.pay, f.count(price)],
              [t.left, f.count(spendable - price)],
              [t.until, f.day(addMonths(dayOf(serverNow()), step.priceMonths))],
            ]}
          />
          {hasPin ? <PinStep onPin={(pin) => onBuy(step, pin)} /> : (
            <EmptyState
              title={t.pinNeeded}
              action={<ButtonLink variant="primary" href={PATHS.pin}>{t.pinSet}</ButtonLink>}
            />
          )}
        </>
      )}
    </Sheet>
  );
}

function PinStep({ onPin }: { onPin: (pin: string) => Promise<void> }) {
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const t = tierWords.value.purchase;
  const send = async (entered: string) => {
    setBusy(true);
    setTrouble(null);
    try {
      await onPin(entered);
    } catch (error) {
      setTrouble(troubleOf(error));
      setPin("");
    } finally {
      setBusy(false);
    }
  };
  const left = trouble?.fields.triesLeft;
  const said = trouble?.code === "pin-wrong" && typeof left === "number"
    ? t.pinTriesLeft(left)
    : trouble && troubleLine(trouble);
  return (
    <>
      {trouble?.offline && <Banner tone="warn" title={t.unknownTitle}>{t.unknownHint}</Banner>}
      <PinPad
        label={t.pinAsk}
        value={pin}
        onInput={setPin}
        onComplete={(entered) => void send(entered)}
        disabled={busy}
        error={trouble && !trouble.offline ? said : null}
      />
      {busy && <Spinner size="m" />}
    </>
  );
}
