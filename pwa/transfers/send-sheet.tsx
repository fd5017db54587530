import { useState } from "preact/hooks";
import {
  Banner,
  ButtonLink,
  EmptyState,
  Facts,
  formats,
  groupPhone,
  PinPad,
  Sheet,
  Spinner,
} from "../../shared/ui/index.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { troubleLine } from "../shell/part.tsx";
import { transferWords, type Wish } from "./data.ts";

export interface SendSheetProps {
  /** Null: closed. */
  wish: Wish | null;
  spendable: number;
  hasPin: boolean;
  acceptDays: number;
  onClose: () => void;
  onPin: (pin: string) => Promise<void>;
}

/** What leaves the account and when it comes back if nobody takes it, then the PIN. */
export function SendSheet(props: SendSheetProps) {
  const { wish, spendable, hasPin, acceptDays, onClose, onPin } = props;
  const t = transferWords.value.send;
  const f = formats.value;
  return (
    <Sheet open={wish !== null} onClose={onClose} title={t.confirmTitle}>
      {wish && (
        <>
          <Facts
            facts={[
              [t.to, wish.to.by === "phone" ? groupPhone(wish.to.phone) : t.whoHasCode],
              [t.points, f.count(wish.points)],
              [t.left, f.count(spendable - wish.points)],
            ]}
          />
          <p class="small soft">{t.accepts(acceptDays)}</p>
          {hasPin ? <PinStep onPin={onPin} /> : (
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
  const t = transferWords.value.send;
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
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
