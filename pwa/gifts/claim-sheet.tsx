import { useState } from "preact/hooks";
import type { GiftView } from "../../shared/gifts/gift.ts";
import type { ClaimWay } from "../../shared/gifts/kinds.ts";
import type { Address } from "../../shared/gifts/address.ts";
import {
  Banner,
  Button,
  ButtonLink,
  EmptyState,
  Facts,
  formats,
  GiftPicture,
  lang,
  PinPad,
  Segmented,
  Sheet,
  Spinner,
} from "../../shared/ui/index.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { troubleLine } from "../shell/part.tsx";
import { AddressForm } from "./address-form.tsx";
import { type GiftStore, giftWords, mallWords } from "./data.ts";
import { waysOf } from "./ways.ts";

export interface ClaimSheetProps {
  open: boolean;
  onClose: () => void;
  gift: GiftView;
  store: GiftStore | null;
  spendable: number;
  hasPin: boolean;
  /** Claims with the PIN; with an address it is sent there. */
  onClaim: (pin: string, address?: Address) => Promise<void>;
  /** For the bench: how it is to be received. */
  way?: ClaimWay;
}

/** What is paid, how it is received, and then the PIN. */
export function ClaimSheet(props: ClaimSheetProps) {
  const { open, onClose, gift, hasPin } = props;
  const t = giftWords.value.gifts;
  const ways = waysOf(gift);
  const [way, setWay] = useState<ClaimWay>(props.way ?? ways[0] ?? "pick-up");
  const [address, setAddress] = useState<Address | null>(null);
  const [changing, setChanging] = useState(false);
  const asksAddress = way === "delivery" && (address === null || changing);
  return (
    <Sheet open={open} onClose={onClose} title={t.confirmTitle}>
      <Sum {...props} />
      {hasPin && ways.length > 1 && <WayChoice way={way} onWay={setWay} />}
      {hasPin && <WayHint {...props} way={way} />}
      {!hasPin && (
        <EmptyState
          title={t.pinNeeded}
          action={<ButtonLink variant="primary" href={PATHS.pin}>{t.pinSet}</ButtonLink>}
        />
      )}
      {hasPin && asksAddress && (
        <AddressForm
          value={address}
          onDone={(done) => {
            setAddress(done);
            setChanging(false);
          }}
        />
      )}
      {hasPin && !asksAddress && (
        <>
          {way === "delivery" && address && (
            <AddressLine
              address={address}
              onChange={() => setChanging(true)}
            />
          )}
          <PinStep onClaim={(pin) => props.onClaim(pin, addressFor(way, address))} />
        </>
      )}
    </Sheet>
  );
}

const addressFor = (way: ClaimWay, address: Address | null): Address | undefined =>
  way === "delivery" ? address ?? undefined : undefined;

function Sum(props: Pick<ClaimSheetProps, "gift" | "spendable">) {
  const { gift, spendable } = props;
  const t = giftWords.value.gifts;
  const m = mallWords.value;
  const count = gift.quantity > 1 ? ` ${m.quantity(gift.quantity)}` : "";
  return (
    <>
      <div class="claim-sum">
        <GiftPicture src={gift.picture} width="80" height="60" />
        <strong>{nameIn(lang.value, gift)}{count}</strong>
      </div>
      <Facts
        facts={[
          [t.pay, formats.value.count(gift.points)],
          ...(gift.moneyFen > 0
            ? [[m.money, formats.value.money(gift.moneyFen)] as [string, string]]
            : []),
          [t.left, formats.value.count(spendable - gift.points)],
        ]}
      />
    </>
  );
}

function WayChoice(props: { way: ClaimWay; onWay: (way: ClaimWay) => void }) {
  const t = mallWords.value;
  return (
    <div class="claim-way">
      <Segmented
        block
        label={t.way}
        value={props.way}
        options={(["pick-up", "delivery"] as const)
          .map((value) => ({ value, label: t.ways[value] }))}
        onChange={props.onWay}
      />
    </div>
  );
}

function WayHint(props: Pick<ClaimSheetProps, "gift" | "store"> & { way: ClaimWay }) {
  const { gift, store, way } = props;
  const t = mallWords.value;
  if (!store || gift.kind === "virtual") return null;
  const name = nameIn(lang.value, store);
  if (gift.event) return <p class="small soft">{t.ticketEvent}</p>;
  return (
    <p class="small soft">
      {way === "delivery" ? t.deliveryHint(name) : t.pickUpHint(name)}
      {gift.moneyFen > 0 && <>{" "}{t.moneyHint(gift.moneyFen)}</>}
    </p>
  );
}

function AddressLine(props: { address: Address; onChange: () => void }) {
  const { address, onChange } = props;
  return (
    <div class="address-line">
      <p>
        <strong>{address.name}</strong> <span class="numbers">{address.phone}</span>
        <br />
        {address.region} {address.street}
      </p>
      <Button size="s" onClick={onChange}>{mallWords.value.addressEdit}</Button>
    </div>
  );
}

function PinStep(props: { onClaim: (pin: string) => Promise<void> }) {
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
