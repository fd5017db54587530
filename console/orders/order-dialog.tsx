import { Eye, PackageCheck, PackageX, Truck, Undo2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { type OrderRow, stepGiftOrder } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { statesAfter } from "../../shared/gifts/order.ts";
import type { Address } from "../../shared/gifts/address.ts";
import {
  Badge,
  Button,
  ConfirmDialog,
  Dialog,
  Facts,
  formats,
  lang,
  toast,
} from "../../shared/ui/index.ts";
import { carrierName } from "../../shared/wording/carriers.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useReturnFocus } from "../form/form-dialog.tsx";
import { GiftPicture } from "../gifts/picture.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { Progress } from "./progress.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import { RevealDialog } from "./reveal-dialog.tsx";
import { giftName, tones } from "./screen.tsx";
import { ShipDialog } from "./ship-dialog.tsx";
import { mallWords, words } from "./words.ts";

export type Step = BodyOf<typeof stepGiftOrder>;
type Asking = "ship" | "cancel" | "receive" | "return" | "reveal" | null;

interface OrderDialogProps {
  order: OrderRow;
  onChanged: (order: OrderRow) => void;
  onClose: () => void;
}

/** One order: what, to whom, how far, and the next step for who may take it. */
export function OrderDialog({ order, onChanged, onClose }: OrderDialogProps) {
  const t = words.value;
  const [asking, setAsking] = useState<Asking>(null);
  const [address, setAddress] = useState<Address | null>(null);
  useReturnFocus();
  const command = useCommand((body: Step, key) =>
    ask(stepGiftOrder, { params: { claim: order.claimId }, body, key })
  );
  const tell = (moved: OrderRow) => {
    toast(t.moved[moved.state as keyof typeof t.moved]);
    onChanged(moved);
  };
  const done = (moved: OrderRow) => {
    setAsking(null);
    tell(moved);
  };
  const step = async (body: Step) => {
    const outcome = await command.send(body);
    // What else is asked by now stays: only the question whose answer this is has been settled.
    if (outcome.done) setAsking((now) => now === "receive" ? null : now);
    if (outcome.done) return tell(outcome.answer.order);
    // Somebody else was quicker: the screen shows how far it is now.
    const { failure } = outcome;
    if (failure.kind !== "refused" || failure.problem.code !== "order-moved") return;
    toast(t.overtaken, "info");
    onChanged({ ...order, state: failure.problem.fields.state as OrderRow["state"] });
  };
  const props = { order, onDone: done, onClose: () => setAsking(null) };
  if (asking === "ship") return <ShipDialog {...props} />;
  if (asking === "cancel") return <CancelDialog {...props} />;
  if (asking === "return") return <ReturnDialog {...props} />;
  return (
    <Dialog
      open
      size="l"
      title={`${t.order} ${order.number}`}
      onClose={onClose}
      actions={
        <Actions
          order={order}
          busy={command.busy}
          onAsk={setAsking}
          onPack={() => void step({ to: "packed" })}
        />
      }
    >
      <FailureBanner failure={command.failure} />
      <What order={order} />
      <ToWhom order={order} address={address} onReveal={() => setAsking("reveal")} />
      <Progress order={order} />
      <ConfirmDialog
        open={asking === "receive"}
        title={t.receiveAsk}
        confirm={t.receive}
        busy={command.busy}
        onClose={() => setAsking(null)}
        onConfirm={() => void step({ to: "received" })}
      >
        <p>{t.receiveHint}</p>
      </ConfirmDialog>
      {asking === "reveal" && (
        <RevealDialog
          claimId={order.claimId}
          onDone={(shown) => {
            setAddress(shown);
            setAsking(null);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Dialog>
  );
}

/** What can be done next, for who may. */
function Actions(props: {
  order: OrderRow;
  busy: boolean;
  onAsk: (asking: Asking) => void;
  onPack: () => void;
}) {
  const { order, busy, onAsk, onPack } = props;
  const t = words.value;
  const next = statesAfter(order.state);
  if (!mayI("order.handle") || next.length === 0) return null;
  // One step at a time: the answer to the one must not undo what the next one shows.
  const asks = (what: NonNullable<Asking>) => ({
    "data-act": what,
    disabled: busy,
    onClick: () => onAsk(what),
  });
  return (
    <>
      {next.includes("cancelled") && (
        <Button variant="danger" icon={<PackageX />} {...asks("cancel")}>{t.cancel}</Button>
      )}
      {next.includes("packed") && (
        <Button icon={<PackageCheck />} busy={busy} data-act="pack" onClick={onPack}>
          {t.pack}
        </Button>
      )}
      {next.includes("shipped") && (
        <Button variant="primary" icon={<Truck />} {...asks("ship")}>{t.ship}</Button>
      )}
      {next.includes("returned") && (
        <Button icon={<Undo2 />} {...asks("return")}>{t.giveBack}</Button>
      )}
      {next.includes("received") && (
        <Button variant="primary" icon={<PackageCheck />} {...asks("receive")}>{t.receive}</Button>
      )}
    </>
  );
}

function What({ order }: { order: OrderRow }) {
  const t = words.value;
  const { store } = usePlaces();
  const at = store(order.storeId);
  return (
    <>
      <div class="order-head">
        <GiftPicture src={order.gift.picture} />
        <strong>{giftName(order)}</strong>
        <Badge tone={tones[order.state]}>{mallWords.value.orderStates[order.state]}</Badge>
      </div>
      <Facts
        facts={[
          ...order.parts.map((part): [string, string] => [
            t.parts,
            mallWords.value.partLine(nameIn(part), part.pieces),
          ]),
          [t.store, at ? nameIn(at) : ""],
          [t.points, formats.value.count(order.points)],
          [
            t.member,
            <a key="member" class="link" href={`/console/members/${order.memberId}`}>
              {order.memberNameMasked}
            </a>,
          ],
          ...(order.tracking
            ? [[
              carrierName(lang.value, order.carrier ?? ""),
              <span key="tracking" class="numbers">{order.tracking}</span>,
            ] as [string, preact.ComponentChildren]]
            : []),
          ...(order.note ? [[t.note, order.note] as [string, string]] : []),
        ]}
      />
    </>
  );
}

/** Masked, unless somebody has said why not. */
function ToWhom(
  props: { order: OrderRow; address: Address | null; onReveal: () => void },
) {
  const { order, address, onReveal } = props;
  const t = words.value;
  return (
    <div class="order-to">
      {address
        ? (
          <p>
            <strong>{address.name}</strong> <span class="numbers">{address.phone}</span>
            <br />
            {address.region} {address.street}
          </p>
        )
        : (
          <p>
            <strong>{order.nameMasked}</strong> <span class="numbers">{order.phoneMasked}</span>
            <br />
            {order.region} ＊＊＊
          </p>
        )}
      {!address && mayI("order.reveal") && (
        <Button size="s" icon={<Eye />} data-act="reveal" onClick={onReveal}>{t.reveal}</Button>
      )}
    </div>
  );
}
