import { Copy, PackageCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import { showMyOrder } from "../../shared/gifts/endpoints.ts";
import type { Address, OrderState, OrderView } from "../../shared/gifts/order.ts";
import {
  Badge,
  type BadgeTone,
  Button,
  ConfirmDialog,
  formats,
  IconButton,
  lang,
  Panel,
  toast,
} from "../../shared/ui/index.ts";
import { carrierName } from "../../shared/wording/carriers.ts";
import { ask } from "../shell/api.ts";
import { troubleOf } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { mallWords } from "./data.ts";
import "./order-panel.css";

const TONES: Record<OrderState, BadgeTone> = {
  placed: "accent",
  packed: "accent",
  shipped: "gold",
  received: "good",
  cancelled: "plain",
  returned: "plain",
};

/** How far a parcel is, in a word. */
export function OrderBadge(props: { state: OrderState }) {
  return <Badge tone={TONES[props.state]}>{mallWords.value.orderStates[props.state]}</Badge>;
}

export interface OrderPanelProps {
  claim: ClaimView;
  order: OrderView;
  busy: boolean;
  onReceived: () => void;
}

/** A parcel: its steps with their times, its number, its address, and saying that it has come. */
export function OrderPanel({ claim, order, busy, onReceived }: OrderPanelProps) {
  const t = mallWords.value;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Panel title={t.order} action={<OrderBadge state={order.state} />}>
        <Steps order={order} />
        {order.tracking
          ? <Tracking order={order} tracking={order.tracking} />
          : order.state !== "cancelled" && <p class="small soft">{t.sentHint}</p>}
        <p class="small soft">
          {t.orderNumber} <span class="numbers">{order.number}</span>
        </p>
        <OwnAddress claimId={claim.claimId} />
      </Panel>
      {order.state === "shipped" && (
        <Button
          variant="primary"
          size="l"
          block
          busy={busy}
          icon={<PackageCheck />}
          onClick={() => setAsking(true)}
        >
          {t.received}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t.receivedAsk}
        confirm={t.receivedYes}
        cancel={t.receivedNo}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onReceived();
        }}
      >
        <p>{t.receivedHint}</p>
      </ConfirmDialog>
    </>
  );
}

/** What has happened, the latest last. */
function Steps({ order }: { order: OrderView }) {
  const t = mallWords.value;
  return (
    <ol class="order-steps">
      {order.steps.map((step, i) => (
        <li key={step.state} aria-current={i === order.steps.length - 1 ? "step" : undefined}>
          <span>{t.steps[step.state]}</span>
          <span class="small soft numbers">{formats.value.dateTime(step.at)}</span>
        </li>
      ))}
    </ol>
  );
}

function Tracking({ order, tracking }: { order: OrderView; tracking: string }) {
  const t = mallWords.value;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tracking);
      toast(t.copied, "good");
    } catch {
      // The number can be selected by hand.
    }
  };
  return (
    <div class="order-tracking">
      <p>
        <span class="small soft">{carrierName(lang.value, order.carrier ?? "")}</span>
        <br />
        <strong class="numbers order-number">{tracking}</strong>
      </p>
      <IconButton label={t.copy} icon={<Copy />} onClick={() => void copy()} />
    </div>
  );
}

/** The address is asked for when somebody wants to see it: a phone lies about. */
function OwnAddress({ claimId }: { claimId: string }) {
  const t = mallWords.value;
  const [address, setAddress] = useState<Address | null>(null);
  const [busy, setBusy] = useState(false);
  const show = async () => {
    setBusy(true);
    try {
      setAddress((await ask(showMyOrder, { params: { claim: claimId } })).address);
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
    }
    setBusy(false);
  };
  if (!address) {
    return <Button size="s" busy={busy} onClick={() => void show()}>{t.showAddress}</Button>;
  }
  return (
    <p>
      <strong>{address.name}</strong> <span class="numbers">{address.phone}</span>
      <br />
      {address.region} {address.street}
    </p>
  );
}
