import { CircleCheck, Gift as GiftIcon, MapPin } from "lucide-preact";
import { useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Tender } from "../../shared/gifts/claim-view.ts";
import type { ClaimView, findClaim } from "../../shared/gifts/endpoints.ts";
import {
  Badge,
  type BadgeTone,
  Banner,
  Button,
  ConfirmDialog,
  Facts,
  formats,
  GiftPicture,
  Segmented,
} from "../../shared/ui/index.ts";
import { useKeys } from "../counter/keys.ts";
import { counterWords } from "../counter/words.ts";
import { mallWords } from "../gifts/mall-words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { nameOf, storeNameOf } from "../shell/name-in.ts";
import { online } from "../terminal/ask.ts";
import { cancel, handOver, startOver, trouble, working } from "./claiming.ts";

const TONES: Record<ClaimView["state"], BadgeTone> = {
  "open": "good",
  "handed-over": "plain",
  "cancelled": "danger",
  "lapsed": "danger",
};

/** A claim: the gift, whose it is, where it stands; and what can be done with it. */
export function ClaimDetail(
  props: { found: AnswerOf<typeof findClaim>; asking?: "hand-over" | "cancel" },
) {
  const { claim, memberNameMasked, here } = props.found;
  const t = counterWords.value.claims;
  const f = formats.value;
  return (
    <div class="claim-detail">
      <div class="claim-gift">
        <GiftPicture src={claim.gift.picture} width="320" height="320" />
        <div class="stack">
          <Badge tone={TONES[claim.state]}>{t.state[claim.state]}</Badge>
          <h2>
            {nameOf(claim.gift)}
            {claim.quantity > 1 && ` ${mallWords.value.quantity(claim.quantity)}`}
          </h2>
          <p class="numbers soft">{groupDigits(claim.code)}</p>
        </div>
      </div>
      <Facts
        facts={[
          [t.member, memberNameMasked],
          [t.points, f.count(claim.points)],
          ...(claim.moneyFen > 0 ? [[t.money, f.money(claim.moneyFen)] as const] : []),
          [t.claimedAt, f.dateTime(claim.claimedAt)],
          [t.until, f.date(claim.expiresAt - 1)],
          [t.where, storeNameOf(claim)],
          ...(claim.endedAt === null
            ? []
            : [[t.state[claim.state], t.endedAt(claim.endedAt)] as const]),
        ]}
      />
      <Trouble error={trouble.value} />
      {claim.order && <Banner tone="info" title={t.sent}>{t.sentHint(claim.order.number)}</Banner>}
      {claim.order
        ? null
        : here || claim.state !== "open"
        ? <Act claim={claim} asking={props.asking} />
        : (
          <Banner tone="warn" title={t.elsewhere} action={<MapPin aria-hidden="true" />}>
            {t.elsewhereHint(storeNameOf(claim))}
          </Banner>
        )}
    </div>
  );
}

function Act(props: { claim: ClaimView; asking?: "hand-over" | "cancel" | undefined }) {
  const { claim } = props;
  const t = counterWords.value.claims;
  const [asking, setAsking] = useState<"hand-over" | "cancel" | null>(props.asking ?? null);
  const [tender, setTender] = useState<Tender>("mobile");
  const open = claim.state === "open";
  const run = async (work: (claim: ClaimView) => Promise<void>) => {
    await work(claim);
    setAsking(null);
  };
  useKeys({ Enter: open ? () => setAsking("hand-over") : startOver });
  if (!open) return <Over claim={claim} />;
  return (
    <div class="claim-actions">
      <Button
        size="l"
        variant="danger"
        disabled={!online.value}
        onClick={() => setAsking("cancel")}
      >
        {t.cancel}
      </Button>
      <Button
        size="l"
        variant="primary"
        icon={<GiftIcon />}
        disabled={!online.value}
        onClick={() => setAsking("hand-over")}
      >
        {t.handOver} <kbd class="pay-key">Enter</kbd>
      </Button>
      <ConfirmDialog
        open={asking === "hand-over"}
        title={claim.moneyFen > 0 ? t.payTitle(claim.moneyFen) : t.askTitle}
        confirm={claim.moneyFen > 0 ? t.payYes : t.yes}
        cancel={t.no}
        busy={working.value}
        onConfirm={() => run((each) => handOver(each, tender))}
        onClose={() => setAsking(null)}
      >
        {claim.moneyFen > 0 && <TenderChoice tender={tender} onTender={setTender} />}
        <p class="soft">{t.handOverHint}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "cancel"}
        danger
        title={t.cancelAsk}
        confirm={t.cancelYes}
        cancel={t.no}
        busy={working.value}
        onConfirm={() => run(cancel)}
        onClose={() => setAsking(null)}
      >
        <p class="soft">{t.cancelAskHint(claim.points)}</p>
      </ConfirmDialog>
    </div>
  );
}

/** How the money that goes with the points was taken. */
function TenderChoice(props: { tender: Tender; onTender: (tender: Tender) => void }) {
  const t = counterWords.value.claims;
  return (
    <Segmented
      block
      label={t.tender}
      value={props.tender}
      options={(["mobile", "card", "cash"] as const)
        .map((value) => ({ value, label: t.tenders[value] }))}
      onChange={props.onTender}
    />
  );
}

function Over(props: { claim: ClaimView }) {
  const t = counterWords.value.claims;
  const { state } = props.claim;
  const handed = state === "handed-over";
  return (
    <div class="stack">
      {handed && (
        <p class="claim-over">
          <CircleCheck aria-hidden="true" />
          <span>
            <strong>{t.handedOver}</strong> {t.handedOverHint}
          </span>
        </p>
      )}
      {state === "cancelled" && <p class="claim-over claim-cancelled">{t.cancelled}</p>}
      <Button size="l" block onClick={startOver}>
        {t.next} <kbd class="key-hint">Enter</kbd>
      </Button>
    </div>
  );
}
