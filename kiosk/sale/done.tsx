import { PartyPopper } from "lucide-preact";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { recordSale } from "../../shared/sales/endpoints.ts";
import { formats, PointsText } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import { DoneFrame } from "./done-frame.tsx";
import { SaleReceiptPaper } from "./receipt.tsx";
import type { PrintedLine } from "./phase.ts";

type Receipt = AnswerOf<typeof recordSale>;

interface DoneProps {
  receipt: Receipt;
  lines: PrintedLine[];
  onNext: () => void;
}

/** The sale is booked: what it brought, and the receipt. */
export function Done(props: DoneProps) {
  const { receipt, lines, onNext } = props;
  const t = counterWords.value.done;
  const { offset } = receipt;
  return (
    <DoneFrame
      title={t.title}
      money={{ label: t.total, fen: receipt.payFen }}
      print={t.print}
      next={t.noPrint}
      onNext={onNext}
      paper={<SaleReceiptPaper receipt={receipt} lines={lines} />}
    >
      {offset && (
        <p class="done-offset">
          {counterWords.value.offset.wasPaid(offset.points, formats.value.money(offset.fen))}
        </p>
      )}
      {receipt.points
        ? <Earned points={receipt.points} />
        : <p class="done-nobody">{t.withoutMember}</p>}
    </DoneFrame>
  );
}

function Earned(props: { points: NonNullable<Receipt["points"]> }) {
  const { earned, debtRepaid, spendable, pending, debt, lapsesAt, tierRaisedTo } = props.points;
  const t = counterWords.value.done;
  const raised = terminal.value?.tiers.find((tier) => tier.id === tierRaisedTo);
  return (
    <div class="done-points">
      <div class="done-earned">
        <span class="soft">{earned > 0 ? t.earned : t.earnedNone}</span>
        {earned > 0 && <PointsText points={earned} signed size="hero" />}
      </div>
      {raised && (
        <p class="done-raised">
          <PartyPopper aria-hidden="true" />
          {t.tierRaised(nameOf(raised))}
        </p>
      )}
      <dl class="done-facts">
        {debtRepaid > 0 && (
          <div class="done-debt">
            <dt>{t.repaid(debtRepaid)}</dt>
          </div>
        )}
        <div>
          <dt>{t.balance}</dt>
          <dd class="numbers">{formats.value.count(spendable)}</dd>
        </div>
        {pending > 0 && (
          <div>
            <dt>{t.pending(pending)}</dt>
          </div>
        )}
        {debt > 0 && (
          <div class="done-debt">
            <dt>{t.debtLeft(debt)}</dt>
          </div>
        )}
        {lapsesAt !== null && (
          <div>
            <dt class="soft">{t.lapsesAt(lapsesAt)}</dt>
          </div>
        )}
      </dl>
    </div>
  );
}
