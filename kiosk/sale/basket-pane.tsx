import { Minus, Plus, ShoppingBasket, Trash2, X } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import {
  Button,
  ConfirmDialog,
  EmptyState,
  formats,
  IconButton,
  MoneyText,
} from "../../shared/ui/index.ts";
import { useKeys } from "../counter/keys.ts";
import { member, unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { type BasketLine, ONE, quantityText } from "./basket.ts";
import type { PricedLine } from "./discounts.ts";
import { MemberStrip } from "./member-strip.tsx";
import { PayWithPoints } from "./pay-with-points.tsx";
import { grossFen } from "./agreed.ts";
import { askForMoney, shownSum } from "./phase.ts";
import {
  basket,
  change,
  chosenLine,
  heard,
  offText,
  priced,
  remove,
  startOver,
  weighing,
} from "./sale.ts";
import { WillEarn } from "./will-earn.tsx";
import "./discounts.css";

/** Whose basket it is, what is in it, what it comes to. */
export function BasketPane(props: { onFindMember: () => void; canPay: boolean }) {
  const t = counterWords.value.sale;
  const [clearing, setClearing] = useState(false);
  const lines = basket.value;
  useLineKeys(lines);
  const something = lines.length > 0 || member.value !== null || unchecked.value !== null;
  return (
    <section class="pane basket" aria-label={t.basket}>
      <MemberStrip onFind={props.onFindMember} />
      <div class="basket-head">
        <h2>
          {t.basket}
          {lines.length > 0 && <span class="soft small">{t.basketCount(lines.length)}</span>}
        </h2>
        {something && (
          <Button
            size="s"
            variant="quiet"
            icon={<Trash2 />}
            onClick={() => setClearing(true)}
          >
            {t.clear}
          </Button>
        )}
      </div>
      {lines.length === 0
        ? <EmptyState icon={<ShoppingBasket />} title={t.empty}>{t.emptyHint}</EmptyState>
        : (
          <ul class="basket-lines" tabIndex={0} aria-label={t.basket}>
            {priced.value.map((line) => <Line key={line.id} line={line} />)}
          </ul>
        )}
      <p class="sr-only" role="status">{heard.value}</p>
      <Sum canPay={props.canPay} />
      <ConfirmDialog
        open={clearing}
        danger
        title={t.clearAsk}
        confirm={t.clear}
        onClose={() => setClearing(false)}
        onConfirm={() => {
          setClearing(false);
          startOver();
        }}
      >
        <p class="soft">{t.clearAskHint}</p>
      </ConfirmDialog>
    </section>
  );
}

/** Arrows choose a line, plus and minus count it, Delete takes it out. */
function useLineKeys(lines: readonly BasketLine[]): void {
  const at = lines.findIndex((line) => line.id === chosenLine.value);
  const line = lines[at];
  const step = (by: number) => () => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, at + by))];
    if (next) chosenLine.value = next.id;
  };
  const count = (by: number) =>
    line?.product && !line.product.weighed
      ? () => change(line.id, Math.max(ONE, line.quantityMilli + by * ONE))
      : null;
  useKeys({
    ArrowUp: lines.length ? step(-1) : null,
    ArrowDown: lines.length ? step(1) : null,
    "+": count(1),
    "-": count(-1),
    Delete: line ? () => remove(line.id) : null,
  });
}

function Line(props: { line: PricedLine }) {
  const { line } = props;
  const { discount } = line;
  const t = counterWords.value.sale;
  const name = line.product ? nameOf(line.product) : line.name;
  const chosen = chosenLine.value === line.id;
  const row = useRef<HTMLLIElement>(null);
  // What was just added is seen, however long the basket is.
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <li
      ref={row}
      class={`basket-line ${chosen ? "basket-chosen" : ""}`}
      aria-current={chosen || undefined}
      onClick={() => chosenLine.value = line.id}
    >
      <span class="basket-what">
        <strong>{name}</strong>
        {line.product && (
          <span class="small soft numbers">
            {t.perUnit(formats.value.money(line.product.priceFen), t.unit(line.product.unitName))}
          </span>
        )}
        {discount && <span class="small basket-off">{offText(discount)}</span>}
      </span>
      <span class="basket-count">
        {line.product && (line.product.weighed ? <Weight line={line} /> : <Pieces line={line} />)}
      </span>
      <span class="basket-amount numbers">
        {discount && (
          <s class="small soft">
            <span class="sr-only">{t.listPrice}</span>
            {formats.value.money(line.listFen)}
          </s>
        )}
        {formats.value.money(line.amountFen)}
      </span>
      <IconButton label={t.removeLine(name)} icon={<X />} onClick={() => remove(line.id)} />
    </li>
  );
}

function Pieces(props: { line: BasketLine }) {
  const { id, quantityMilli } = props.line;
  const t = counterWords.value.sale;
  return (
    <>
      <IconButton
        label={t.less}
        icon={<Minus />}
        disabled={quantityMilli <= ONE}
        onClick={() => change(id, quantityMilli - ONE)}
      />
      <span class="basket-pieces numbers">{quantityText(quantityMilli)}</span>
      <IconButton
        label={t.moreOf}
        icon={<Plus />}
        onClick={() => change(id, quantityMilli + ONE)}
      />
    </>
  );
}

function Weight(props: { line: BasketLine }) {
  const { line } = props;
  const t = counterWords.value.sale;
  const product = line.product!;
  return (
    <Button
      size="s"
      aria-label={t.changeWeight(nameOf(product))}
      onClick={() => weighing.value = { product, lineId: line.id }}
    >
      {quantityText(line.quantityMilli)} {t.unit(product.unitName)}
    </Button>
  );
}

function Sum(props: { canPay: boolean }) {
  const t = counterWords.value.sale;
  const sum = shownSum.value;
  return (
    <footer class="basket-sum">
      <WillEarn />
      <PayWithPoints />
      <p class="basket-total">
        <span>
          {t.total}
          {sum.offset && (
            <span class="small soft basket-gross numbers">
              {formats.value.money(grossFen(sum))} − {formats.value.money(sum.offset.fen)}
            </span>
          )}
        </span>
        <MoneyText fen={sum.payFen} size="hero" />
      </p>
      <Button
        variant="primary"
        size="l"
        block
        disabled={!props.canPay}
        aria-keyshortcuts="F8"
        onClick={askForMoney}
      >
        {t.pay} <kbd class="pay-key">F8</kbd>
      </Button>
    </footer>
  );
}
