import type { AnswerOf } from "../../shared/endpoint.ts";
import type { returnSale } from "../../shared/sales/endpoints.ts";
import { formats, PointsText, ReceiptLine, ReceiptRule } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { DoneFrame } from "../sale/done-frame.tsx";
import { OrderCode, Slip } from "../sale/receipt.tsx";
import { quantityText } from "../sale/basket.ts";
import { storeNameOf } from "../shell/name-in.ts";

type Receipt = AnswerOf<typeof returnSale>;

interface ReturnDoneProps {
  receipt: Receipt;
  memberName: string | null;
  onNext: () => void;
}

/** The return is booked: the refund, and what became of the points. */
export function ReturnDone(props: ReturnDoneProps) {
  const { receipt, onNext } = props;
  const t = counterWords.value.returns;
  return (
    <DoneFrame
      title={t.doneTitle}
      money={{ label: t.refunded, fen: receipt.refundFen }}
      print={t.print}
      next={t.next}
      onNext={onNext}
      paper={<ReturnPaper receipt={receipt} />}
    >
      {receipt.offset && receipt.offset.points > 0 && (
        <p class="return-offset return-offset-done">
          {counterWords.value.offset.back}
          <PointsText points={receipt.offset.points} signed size="l" />
        </p>
      )}
      {receipt.points
        ? <PointsBack points={receipt.points} />
        : <p class="done-nobody">{t.noPoints}</p>}
    </DoneFrame>
  );
}

function PointsBack(props: { points: NonNullable<Receipt["points"]> }) {
  const { taken, granted, owed, spendable } = props.points;
  const t = counterWords.value.returns;
  return (
    <div class="done-points return-points">
      <div class="done-earned">
        <span class="soft">{granted > 0 ? counterWords.value.offset.granted : t.taken}</span>
        <PointsText points={granted > 0 ? granted : -taken} signed size="hero" />
      </div>
      {owed > 0 && (
        <p class="done-debt">
          {t.owed} {formats.value.count(owed)}
          <span class="small return-owed-hint">{t.owedHint}</span>
        </p>
      )}
      <dl class="done-facts">
        <div>
          <dt>{t.balance}</dt>
          <dd class="numbers">{formats.value.count(spendable)}</dd>
        </div>
      </dl>
    </div>
  );
}

function ReturnPaper(props: { receipt: Receipt }) {
  const { receipt } = props;
  const t = counterWords.value.receipt;
  const f = formats.value;
  return (
    <Slip title={t.returnTitle} store={storeNameOf(receipt)} label={t.returnTitle}>
      <ReceiptRule />
      <OrderCode orderNo={receipt.orderNo} at={receipt.occurredAt} />
      <ReceiptRule />
      {receipt.lines.map((line) => (
        <ReceiptLine
          key={line.n}
          name={`${line.name} × ${quantityText(line.quantityMilli)}`}
          value={f.money(-line.amountFen)}
        />
      ))}
      <ReceiptRule />
      {receipt.offset && receipt.offset.fen > 0 && (
        <ReceiptLine
          name={counterWords.value.offset.given}
          value={f.money(receipt.offset.fen)}
        />
      )}
      <ReceiptLine strong name={t.refund} value={f.money(receipt.refundFen)} />
      {receipt.points && (
        <>
          <ReceiptRule />
          <ReceiptLine name={t.member} value={receipt.points.nameMasked} />
          {receipt.offset && receipt.offset.points > 0 && (
            <ReceiptLine
              name={counterWords.value.offset.back}
              value={f.signed(receipt.offset.points)}
            />
          )}
          <ReceiptLine name={t.taken} value={f.count(receipt.points.taken)} />
          {receipt.points.owed > 0 && (
            <ReceiptLine name={t.owed} value={f.count(receipt.points.owed)} />
          )}
          <ReceiptLine name={t.balance} value={f.count(receipt.points.spendable)} />
        </>
      )}
    </Slip>
  );
}
