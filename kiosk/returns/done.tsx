import { ArrowRight, Check, Printer } from "lucide-preact";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { returnSale } from "../../shared/sales/endpoints.ts";
import {
  Button,
  formats,
  MoneyText,
  PointsText,
  printReceipt,
  ReceiptLine,
  ReceiptRule,
} from "../../shared/ui/index.ts";
import { useKeys } from "../counter/keys.ts";
import { counterWords } from "../counter/words.ts";
import "../sale/done.css";
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
  const print = async () => {
    await printReceipt();
    onNext();
  };
  useKeys({ Enter: onNext, p: print, P: print });
  return (
    <div class="done">
      <section class="done-said">
        <h1>
          <span class="done-check" aria-hidden="true">
            <Check />
          </span>
          {t.doneTitle}
        </h1>
        <p class="done-total">
          <span class="soft">{t.refunded}</span>
          <MoneyText fen={receipt.refundFen} size="l" />
        </p>
        {receipt.offset && receipt.offset.points > 0 && (
          <p class="return-offset return-offset-done">
            {counterWords.value.offset.back}
            <PointsText points={receipt.offset.points} signed size="l" />
          </p>
        )}
        {receipt.points
          ? <PointsBack points={receipt.points} />
          : <p class="done-nobody">{t.noPoints}</p>}
        <div class="done-actions">
          <Button size="l" icon={<Printer />} aria-keyshortcuts="P" onClick={print}>
            {t.print} <kbd class="key-hint">P</kbd>
          </Button>
          <Button size="l" variant="primary" iconEnd={<ArrowRight />} onClick={onNext}>
            {t.next} <kbd class="pay-key">Enter</kbd>
          </Button>
        </div>
      </section>
      <aside class="done-paper">
        <ReturnPaper receipt={receipt} />
      </aside>
    </div>
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
