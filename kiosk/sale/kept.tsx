import { ArrowRight, CloudUpload, Printer } from "lucide-preact";
import {
  Barcode128,
  Button,
  formats,
  MoneyText,
  printReceipt,
  ReceiptLine,
  ReceiptRule,
} from "../../shared/ui/index.ts";
import { useKeys } from "../counter/keys.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import type { KeptSale } from "./pay-later.ts";
import { OrderCode, Slip } from "./receipt.tsx";
import type { PrintedLine } from "./sale.ts";
import "./done.css";

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
  const print = async () => {
    await printReceipt();
    onNext();
  };
  useKeys({ Enter: onNext, p: print, P: print });
  return (
    <div class="done">
      <section class="done-said">
        <h1>
          <span class="done-check done-later" aria-hidden="true">
            <CloudUpload />
          </span>
          {t.title}
        </h1>
        <p class="done-total">
          <span class="soft">{d.total}</span>
          <MoneyText fen={sale.totalFen} size="l" />
        </p>
        <p>{sale.unsure ? t.unsure : t.hint}</p>
        <p class="done-nobody">{whoseText(sale)}</p>
        <div class="done-actions">
          <Button size="l" icon={<Printer />} aria-keyshortcuts="P" onClick={print}>
            {d.print} <kbd class="key-hint">P</kbd>
          </Button>
          <Button size="l" variant="primary" iconEnd={<ArrowRight />} onClick={onNext}>
            {d.noPrint} <kbd class="pay-key">Enter</kbd>
          </Button>
        </div>
      </section>
      <aside class="done-paper">
        <KeptPaper sale={sale} lines={lines} />
      </aside>
    </div>
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
