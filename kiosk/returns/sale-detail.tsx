import { Minus, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import type { SaleView } from "../../shared/sales/endpoints.ts";
import { Button, Field, formats, IconButton, MoneyText } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { reasonWords } from "../words.ts";
import { milliOf, ONE, quantityText } from "../sale/basket.ts";
import { online } from "../terminal/ask.ts";
import { clampTo, isCounted, offsetBackOf, refundOf, shareOf, type SoldLine } from "./parts.ts";
import { SaleWhy } from "./sale-why.tsx";
import { choose, chooseEverything, chosen, phase, reason } from "./returning.ts";

/** One sale: which lines come back, why, and what is refunded. */
export function SaleDetail(props: { sale: SaleView }) {
  const { sale } = props;
  const t = counterWords.value.returns;
  const f = formats.value;
  const refund = refundOf(sale, chosen.value);
  const gone = sale.lines.every((line) => line.leftMilli === 0);
  const some = Object.values(chosen.value).some((milli) => milli > 0);
  return (
    <>
      <header class="return-head">
        <div>
          <h2 class="numbers">{sale.orderNo}</h2>
          <p class="soft numbers">
            {f.dateTime(sale.occurredAt)} · {sale.memberNameMasked ?? t.noMember}
            {sale.memberPhoneMasked && ` ${sale.memberPhoneMasked}`}
            {sale.memberNameMasked &&
              ` · ${sale.points === 0 ? reasonWords.value.noneShort : t.points(sale.points)}`}
          </p>
          {sale.offset && (
            <p class="return-offset numbers">
              {counterWords.value.offset.wasPaid(sale.offset.points, f.money(sale.offset.fen))}
            </p>
          )}
        </div>
        <MoneyText fen={sale.totalFen} size="l" />
      </header>
      <div class="return-body" tabIndex={0} role="region" aria-label={t.lines}>
        <div class="inline apart">
          <h3>{gone ? t.returnedAll : t.lines}</h3>
          {!gone && (
            <Button size="s" onClick={() => some ? chosen.value = {} : chooseEverything()}>
              {some ? t.noneChosen : t.all}
            </Button>
          )}
        </div>
        <ul class="return-lines">
          {sale.lines.map((line) => <Line key={line.n} line={line} />)}
        </ul>
        {sale.returns.length > 0 && <Before sale={sale} />}
        <SaleWhy key={sale.saleId} sale={sale} />
      </div>
      {!gone && <Foot refund={refund} offset={offsetBackOf(sale, chosen.value)} some={some} />}
    </>
  );
}

function Line(props: { line: SoldLine }) {
  const { line } = props;
  const t = counterWords.value.returns;
  const f = formats.value;
  const milli = chosen.value[line.n] ?? 0;
  const gone = line.leftMilli === 0;
  return (
    <li class={`return-line ${milli > 0 ? "return-chosen" : ""} ${gone ? "return-gone" : ""}`}>
      <span class="return-name">
        <strong>{line.name}</strong>
        <span class="small soft numbers">
          {f.money(line.amountFen)}
          {line.offsetFen > 0 && ` · ${counterWords.value.offset.partOf(f.money(line.offsetFen))}`}
          {" · "}
          {gone ? t.gone : t.left(quantityText(line.leftMilli))}
        </span>
      </span>
      {!gone && (isCounted(line) ? <Count line={line} milli={milli} /> : <Weight line={line} />)}
      <span class="return-share numbers">{milli > 0 ? f.money(shareOf(line, milli)) : ""}</span>
    </li>
  );
}

function Count(props: { line: SoldLine; milli: number }) {
  const { line, milli } = props;
  const t = counterWords.value.returns;
  const step = (by: number) => choose(line.n, clampTo(line, milli + by * ONE));
  return (
    <span class="return-count" role="group" aria-label={`${t.quantity} ${line.name}`}>
      <IconButton
        label={t.less}
        icon={<Minus />}
        disabled={milli === 0}
        onClick={() => step(-1)}
      />
      <span class="basket-pieces numbers" aria-live="polite">{quantityText(milli)}</span>
      <IconButton
        label={t.moreOf}
        icon={<Plus />}
        disabled={milli >= line.leftMilli}
        onClick={() => step(1)}
      />
    </span>
  );
}

function Weight(props: { line: SoldLine }) {
  const { line } = props;
  const t = counterWords.value.returns;
  const milli = chosen.value[line.n] ?? 0;
  const [text, setText] = useState<string | null>(null);
  return (
    <span class="return-weight">
      <Field
        labelHidden
        label={`${t.weight} ${line.name}`}
        inputMode="decimal"
        autocomplete="off"
        maxLength={8}
        suffix="kg"
        value={text ?? (milli > 0 ? quantityText(milli) : "")}
        onInput={(typed) => {
          setText(typed);
          choose(line.n, clampTo(line, milliOf(typed) ?? 0));
        }}
        onBlur={() => setText(null)}
      />
    </span>
  );
}

function Before(props: { sale: SaleView }) {
  const t = counterWords.value.returns;
  const f = formats.value;
  return (
    <div class="return-before">
      <h3>{t.before}</h3>
      <ul>
        {props.sale.returns.map((each) => (
          <li key={each.returnId} class="small soft numbers">
            {t.beforeRow(each.at, f.money(each.refundFen))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Foot(props: { refund: number; offset: number; some: boolean }) {
  const t = counterWords.value.returns;
  return (
    <footer class="return-foot">
      <fieldset class="return-reasons">
        <legend class="field-label">{t.reason}</legend>
        <div class="inline">
          {t.reasons.map((each) => (
            <button
              key={each}
              type="button"
              class="chip"
              aria-pressed={reason.value === each}
              onClick={() => reason.value = reason.value === each ? "" : each}
            >
              {each}
            </button>
          ))}
        </div>
      </fieldset>
      <p class="return-refund">
        <span class="soft">
          {t.refund}
          {props.offset > 0 && (
            <span class="small return-offset">
              {counterWords.value.offset.back} {formats.value.money(props.offset)}
            </span>
          )}
        </span>
        <MoneyText fen={props.refund} size="hero" />
      </p>
      <Button
        variant="primary"
        size="l"
        disabled={!props.some || !online.value}
        onClick={() => phase.value = { name: "confirming" }}
      >
        {t.go}
      </Button>
    </footer>
  );
}
