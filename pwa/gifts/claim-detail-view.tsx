import { Ticket } from "lucide-preact";
import { useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import type { ClaimView } from "../../shared/gifts/endpoints.ts";
import {
  Barcode128,
  Button,
  ConfirmDialog,
  EmptyState,
  Facts,
  formats,
  GiftPicture,
  lang,
  Panel,
  QrCode,
} from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { ClaimBadge } from "./claims-view.tsx";
import { giftWords, mallWords } from "./data.ts";
import { OrderPanel } from "./order-panel.tsx";
import "./claim-detail-view.css";

export interface ClaimDetailViewProps {
  claim: Loaded<ClaimView>;
  missing: boolean;
  busy: boolean;
  onCancel: () => void;
  onReceived: () => void;
  onRetry: () => void;
}

/** What is not sent can be cancelled as long as it is open. */
const placed = { state: "placed" };

/** The ticket: what, where, until when, and the code for the staff. */
export function ClaimDetailView(props: ClaimDetailViewProps) {
  const t = giftWords.value.claim;
  return (
    <Screen title={t.title} backTo={PATHS.claims}>
      {props.missing
        ? <EmptyState icon={<Ticket />} title={t.missing} />
        : (
          <Part of={props.claim} onRetry={props.onRetry}>
            {(claim) => (
              <>
                <ClaimTicket claim={claim} />
                {claim.order && (
                  <OrderPanel
                    claim={claim}
                    order={claim.order}
                    busy={props.busy}
                    onReceived={props.onReceived}
                  />
                )}
                {claim.state === "open" && (claim.order ?? placed).state === "placed" && (
                  <CancelClaim claim={claim} busy={props.busy} onCancel={props.onCancel} />
                )}
              </>
            )}
          </Part>
        )}
    </Screen>
  );
}

function ClaimTicket(props: { claim: ClaimView }) {
  const { claim } = props;
  const t = giftWords.value.claim;
  const m = mallWords.value;
  const facts = claimFacts(claim);
  const count = claim.quantity > 1 ? ` ${m.quantity(claim.quantity)}` : "";
  return (
    <>
      <Panel>
        <div class="claim-head">
          <GiftPicture class="claim-thumb" src={claim.gift.picture} width="56" height="42" />
          <h2>{nameIn(lang.value, claim.gift)}{count}</h2>
          {!claim.order && <ClaimBadge state={claim.state} />}
        </div>
        <Facts facts={facts} />
        {(claim.state === "lapsed" || claim.state === "cancelled") && (
          <p class="small soft">{t.returned}</p>
        )}
      </Panel>
      {claim.state === "open" && !claim.order && (
        <section class="claim-paper" aria-label={t.code}>
          <p>{claim.event ? m.ticketEvent : t.show}</p>
          {claim.moneyFen > 0 && (
            <p>
              <strong>{m.ticketMoney(claim.moneyFen)}</strong>
            </p>
          )}
          <QrCode text={claim.code} label={t.qr} />
          <Barcode128 text={claim.code} label={t.code} />
          <p class="numbers claim-digits">{groupDigits(claim.code)}</p>
        </section>
      )}
    </>
  );
}

function claimFacts(claim: ClaimView): [string, string][] {
  const t = giftWords.value.claim;
  const m = mallWords.value;
  const f = formats.value;
  const place: [string, string][] = claim.event
    ? [[m.event, f.dateTime(claim.event.at)], [m.venue, nameIn(lang.value, claim.event, "venue")]]
    : [[claim.order ? m.sentFrom : t.store, nameIn(lang.value, claim, "storeName")]];
  const until: [string, string] = claim.endedAt === null
    ? [t.expires, f.date(claim.expiresAt - 1)]
    : [t.endedAt, f.dateTime(claim.endedAt)];
  const waits = claim.order && claim.endedAt === null;
  return [
    ...place,
    [t.paid, f.count(claim.points)],
    ...(claim.paidFen > 0 ? [[m.paid, f.money(claim.paidFen)] as [string, string]] : []),
    [t.claimedAt, f.dateTime(claim.claimedAt)],
    ...(waits || claim.event ? [] : [until]),
  ];
}

function CancelClaim(props: { claim: ClaimView; busy: boolean; onCancel: () => void }) {
  const { claim, busy, onCancel } = props;
  const [asking, setAsking] = useState(false);
  const t = giftWords.value.claim;
  return (
    <>
      <Button variant="danger" block busy={busy} onClick={() => setAsking(true)}>{t.cancel}</Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t.cancelTitle}
        confirm={t.cancel}
        cancel={t.cancelKeep}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onCancel();
        }}
      >
        <p>{t.cancelHint(claim.points)}</p>
      </ConfirmDialog>
    </>
  );
}
