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
import { giftWords } from "./data.ts";
import "./claim-detail-view.css";

export interface ClaimDetailViewProps {
  claim: Loaded<ClaimView>;
  missing: boolean;
  busy: boolean;
  onCancel: () => void;
  onRetry: () => void;
}

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
                {claim.state === "open" && (
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
  const f = formats.value;
  const facts: [string, string][] = [
    [t.store, nameIn(lang.value, claim, "storeName")],
    [t.paid, f.count(claim.points)],
    [t.claimedAt, f.dateTime(claim.claimedAt)],
    claim.endedAt === null
      ? [t.expires, f.date(claim.expiresAt - 1)]
      : [t.endedAt, f.dateTime(claim.endedAt)],
  ];
  return (
    <>
      <Panel>
        <div class="claim-head">
          <img class="claim-thumb" src={claim.gift.picture} alt="" width="56" height="42" />
          <h2>{nameIn(lang.value, claim.gift)}</h2>
          <ClaimBadge state={claim.state} />
        </div>
        <Facts facts={facts} />
        {(claim.state === "lapsed" || claim.state === "cancelled") && (
          <p class="small soft">{t.returned}</p>
        )}
      </Panel>
      {claim.state === "open" && (
        <section class="claim-paper" aria-label={t.code}>
          <p>{t.show}</p>
          <QrCode text={claim.code} label={t.qr} />
          <Barcode128 text={claim.code} label={t.code} />
          <p class="numbers claim-digits">{groupDigits(claim.code)}</p>
        </section>
      )}
    </>
  );
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
