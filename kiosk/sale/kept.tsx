import { Barcode128, formats, ReceiptLine, ReceiptRule } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import { DoneFrame } from "./done-frame.tsx";
import type { KeptSale } from "./pay-later.ts";
import { OrderCode, Slip } from "./receipt.tsx";
import type { PrintedLine } from "./phase.ts";

interface KeptProps {
  sale: KeptSale;
  lines: PrintedLine[];
  onNext: () => void;
}

/** The sale is paid and kept on this device; it is booked when the network is back. */
export function Kept(props: KeptProps) {
  const { sale, lines, onNext } = props;
  const t = offlineWords.value.kept;
  const d = counterWords.value.done;
  return (
    <DoneFrame
      later
      title={t.title}
      money={{ label: d.total, fen: sale.totalFen }}
      print={d.print}
      next={d.noPrint}
      onNext={onNext}
      paper={<KeptPaper sale={sale} lines={lines} />}
    >
      <p>{sale.unsure ? t.unsure : t.hint}</p>
      <p class="done-nobody">{whoseText(sale)}</p>
    </DoneFrame>
  );
}

function whoseText({ whose, name }: KeptSale): string {
  const { kept: t, member } = offlineWords.value;
  if (whose === null) return t.nobody;
  if (whose === "known") return t.member(name);
  return t.member(whose === "card" ? member.card(`**** ${name}`) : member.code);
}

function KeptPaper(props: { sale: KeptSale; lines: PrintedLine[] }) {
  const { sale, lines } = props;
  const t = counterWords.value.receipt;
  const o = offlineWords.value.kept;
  const f = formats.value;
  const store = terminal.value?.store;
  return (
    <Slip title={o.paper} store={store ? nameOf(store) : ""} label={t.label}>
      <ReceiptRule />
      <OrderCode orderNo={sale.orderNo} at={sale.at} />
      <ReceiptRule />
      {lines.map((line, index) => (
        <div key={index}>
          <ReceiptLine name={line.name} value={f.money(line.amountFen)} />
          {line.unitFen !== null && (
            <p class="receipt-sub">{t.line(line.quantity, f.money(line.unitFen))}</p>
          )}
        </div>
      ))}
      <ReceiptRule />
      <ReceiptLine strong name={t.total} value={f.money(sale.totalFen)} />
      {sale.whose && <p class="center">{o.paperHint}</p>}
      <ReceiptRule />
      <Barcode128 text={sale.orderNo} label={t.order} />
      <p class="center">{t.thanks}</p>
    </Slip>
  );
}
