import { useState } from "preact/hooks";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
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
import { type Trouble, troubleOf } from "../shell/api.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { troubleLine } from "../shell/part.tsx";
import { type GiftStore, giftWords } from "./data.ts";

export interface ClaimSheetProps {
  open: boolean;
  onClose: () => void;
  gift: GiftView;
  store: GiftStore | null;
  spendable: number;
  hasPin: boolean;
  onClaim: (pin: string) => Promise<void>;
}

/** What is paid and what is left, then the PIN. */
export function ClaimSheet(props: ClaimSheetProps) {
  const { open, onClose, gift, store, hasPin } = props;
  const t = giftWords.value.gifts;
  return (
    <Sheet open={open} onClose={onClose} title={t.confirmTitle}>
      <div class="claim-sum">
        <img src={gift.picture} alt="" width="80" height="60" />
        <div>
          <strong>{nameIn(lang.value, gift)}</strong>
          {store && <p class="small soft">{nameIn(lang.value, store)}</p>}
        </div>
      </div>
      <Facts
        facts={[
          [t.pay, formats.value.count(gift.points)],
          [t.left, formats.value.count(props.spendable - gift.points)],
        ]}
      />
      {hasPin ? <PinStep {...props} /> : (
        <EmptyState
          title={t.pinNeeded}
          action={<ButtonLink variant="primary" href={PATHS.pin}>{t.pinSet}</ButtonLink>}
        />
      )}
    </Sheet>
  );
}

function PinStep(props: ClaimSheetProps) {
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const t = giftWords.value.gifts;
  const pay = async (entered: string) => {
    setBusy(true);
    setTrouble(null);
    try {
      await props.onClaim(entered);
    } catch (error) {
      setTrouble(troubleOf(error));
      setPin("");
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {trouble?.offline && <Banner tone="warn" title={t.unknownTitle}>{t.unknownHint}</Banner>}
      <PinPad
        label={t.pinAsk}
        value={pin}
        onInput={setPin}
        onComplete={(entered) => void pay(entered)}
        disabled={busy}
        error={trouble && !trouble.offline ? pinError(trouble) : null}
      />
      {busy && <Spinner size="m" />}
    </>
  );
}

function pinError(trouble: Trouble): string {
  const left = trouble.fields.triesLeft;
  return trouble.code === "pin-wrong" && typeof left === "number"
    ? giftWords.value.gifts.pinTriesLeft(left)
    : troubleLine(trouble);
}
