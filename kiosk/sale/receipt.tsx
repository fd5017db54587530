import type { ComponentChildren } from "preact";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { recordSale } from "../../shared/sales/endpoints.ts";
import {
  Barcode128,
  formats,
  ReceiptLine,
  ReceiptPaper,
  ReceiptRule,
} from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { storeNameOf } from "../shell/name-in.ts";
import { staff, terminal } from "../terminal/standing.ts";
import type { PrintedLine } from "./phase.ts";

/** Head and foot that all slips of the counter share. */
export function Slip(
  props: { title: string; store: string; label: string; children: ComponentChildren },
) {
  const t = counterWords.value.receipt;
  const store = terminal.value?.store;
  return (
    <ReceiptPaper label={props.label}>
      <h2>{props.store}</h2>
      <p class="center">{props.title}</p>
      {props.children}
      <ReceiptRule />
      {staff.value && <ReceiptLine name={t.staff} value={staff.value.name} />}
      <ReceiptLine name={t.till} value={terminal.value?.terminal.label} />
      {store && <p class="center">{store.address}</p>}
      {store && <p class="center">{store.phone}</p>}
    </ReceiptPaper>
  );
}

/** The order number as a barcode, so that a return finds it by one scan. */
export function OrderCode(props: { orderNo: string; at: number }) {
  const t = counterWords.value.receipt;
  return (
    <>
      <ReceiptLine name={t.order} value={props.orderNo} />
      <ReceiptLine name={t.time} value={formats.value.dateTime(props.at)} />
    </>
  );
}

/** The receipt of a sale. */
export function SaleReceiptPaper(
  props: { receipt: AnswerOf<typeof recordSale>; lines: PrintedLine[] },
) {
  const { receipt, lines } = props;
  const t = counterWords.value.receipt;
  const f = formats.value;
  return (
    <Slip title={t.label} store={storeNameOf(receipt)} label={t.label}>
      <ReceiptRule />
      <OrderCode orderNo={receipt.orderNo} at={receipt.occurredAt} />
      <ReceiptRule />
      {lines.map((line, index) => (
        <div key={index}>
          <ReceiptLine name={line.name} value={f.money(line.amountFen)} />
          {line.unitFen !== null && (
            <p class="receipt-sub">{t.line(line.quantity, f.money(line.unitFen))}</p>
          )}
          {line.off && <p class="receipt-sub">{t.off(line.off, f.money(line.listFen ?? 0))}</p>}
        </div>
      ))}
      <ReceiptRule />
      <ReceiptLine strong name={t.total} value={f.money(receipt.totalFen)} />
      {receipt.offset && (
        <>
          <ReceiptLine
            name={counterWords.value.offset.given}
            value={f.money(-receipt.offset.fen)}
          />
          <ReceiptLine
            strong
            name={counterWords.value.done.total}
            value={f.money(receipt.payFen)}
          />
        </>
      )}
      {receipt.points && <PointsPart points={receipt.points} offset={receipt.offset} />}
      <ReceiptRule />
      <Barcode128 text={receipt.orderNo} label={t.order} />
      <p class="center">{t.thanks}</p>
    </Slip>
  );
}

function PointsPart(
  props: {
    points: NonNullable<AnswerOf<typeof recordSale>["points"]>;
    offset: AnswerOf<typeof recordSale>["offset"];
  },
) {
  const { nameMasked, earned, debtRepaid, spendable, debt } = props.points;
  const t = counterWords.value.receipt;
  const f = formats.value;
  return (
    <>
      <ReceiptRule />
      <ReceiptLine name={t.member} value={nameMasked} />
      {props.offset && (
        <ReceiptLine
          name={counterWords.value.offset.title}
          value={f.signed(-props.offset.points)}
        />
      )}
      <ReceiptLine name={t.earned} value={f.signed(earned)} />
      {debtRepaid > 0 && <ReceiptLine name={t.repaid} value={f.count(debtRepaid)} />}
      <ReceiptLine name={t.balance} value={f.count(spendable)} />
      {debt > 0 && <ReceiptLine name={t.debt} value={f.count(debt)} />}
    </>
  );
}
