import { Plus, RotateCcw, Trash2 } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { Accrual } from "../../shared/points/accrue.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { amountMax } from "../../shared/money.ts";
import {
  Button,
  Checkbox,
  Field,
  formats,
  IconButton,
  Panel,
  SelectField,
} from "../../shared/ui/index.ts";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";
import { namesFrom, reasonText } from "../member/reason-words.ts";
import { nameIn } from "../use-places.ts";
import {
  earned,
  type ExampleLine,
  type ExampleSale,
  groundFor,
  pathOf,
  saleFor,
} from "./example-sale.ts";
import "./example.css";
import { money, whole } from "./inputs.ts";
import { clockText, minutesOf } from "./typed.ts";
import { type RuleNaming, useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** What is typed of a line; the amount stays as it was typed. */
interface TypedLine extends Pick<ExampleLine, "productId" | "categoryId"> {
  amount: string;
  quantity: string;
}
interface TypedSale extends Pick<ExampleSale, "tierId" | "day" | "fits"> {
  lines: TypedLine[];
  clock: string;
}

const typedSale = (sale: ExampleSale): TypedSale => ({
  ...sale,
  clock: clockText(sale.minute),
  lines: sale.lines.map((line) => ({
    ...line,
    amount: yuanText(line.amountFen),
    quantity: String(line.quantity),
  })),
});

function saleFrom(typed: TypedSale): ExampleSale | null {
  const minute = minutesOf(typed.clock);
  const lines = typed.lines.map((line) => ({
    ...line,
    amountFen: fenOf(line.amount),
    quantity: wholeOf(line.quantity),
  }));
  const fine = minute < 1440 && typed.day !== "" &&
    lines.every(({ amountFen, quantity }) =>
      amountFen <= amountMax && quantity >= 1 && quantity <= 9_999
    );
  return fine ? { ...typed, lines, minute } : null;
}

/** A purchase that never was: what it would earn under these rules, by the function that books it.
 *  With a rule, it starts out so that the rule holds, and shows what the rule adds. */
export function Example(props: {
  rules: ProgrammeRules | null;
  rule?: EarningRule | null;
  /** Another key starts the example anew. */
  about?: string;
}) {
  const { rules, rule = null, about = "" } = props;
  const t = words.value.example;
  const naming = useNaming();
  const { programme } = naming;
  const fresh = () => typedSale(saleFor(rule, Date.now(), programme.tiers));
  const [sale, setSale] = useState(fresh);
  const [own, setOwn] = useState(false);
  // Until somebody types here, the example follows the rule.
  const followed = JSON.stringify([about, rule?.when, rule?.lines]);
  useEffect(() => {
    if (!own) setSale(fresh());
  }, [followed]);
  const change = (part: Partial<TypedSale>) => {
    setOwn(true);
    setSale((before) => ({ ...before, ...part }));
  };
  const meant = saleFrom(sale);
  const categoryOf = (id: string) => naming.product(id)?.categoryId ?? null;
  const ground = groundFor(rule, sale.fits);
  const outcome = (body: ProgrammeRules) =>
    meant && earned(body, meant, ground, programme.categories, categoryOf);
  const without = rules && rule && {
    ...rules,
    rules: (rules.rules ?? []).filter((each) => each.id !== rule.id),
  };
  return (
    <Panel
      title={t.title}
      tone="gold"
      action={own && (
        <IconButton
          label={t.again}
          icon={<RotateCcw />}
          onClick={() => {
            setOwn(false);
            setSale(fresh());
          }}
        />
      )}
    >
      <Basket lines={sale.lines} onChange={(lines) => change({ lines })} />
      <Moment sale={sale} rule={rule} onChange={change} />
      {rules && meant
        ? (
          <Outcome
            accrual={outcome(rules)!}
            plain={without ? outcome(without)!.points : null}
            ruleId={rule?.id ?? null}
            lines={sale.lines}
            naming={naming}
          />
        )
        : <p class="soft">{t.empty}</p>}
    </Panel>
  );
}

function Basket(props: { lines: TypedLine[]; onChange: (lines: TypedLine[]) => void }) {
  const { lines, onChange } = props;
  const t = words.value.example;
  const naming = useNaming();
  const put = (i: number, part: Partial<TypedLine>) =>
    onChange(lines.map((line, at) => at === i ? { ...line, ...part } : line));
  return (
    <>
      <ul class="basket" aria-label={t.basket}>
        {lines.map((line, i) => (
          <li key={i} class="basket-line">
            <SelectField
              label={t.goods}
              labelHidden={i > 0}
              value={line.productId ? `p:${line.productId}` : line.categoryId ?? ""}
              options={goodsOptions(naming, line)}
              onChange={(value) =>
                put(
                  i,
                  value.startsWith("p:")
                    ? { productId: value.slice(2), categoryId: null }
                    : { productId: null, categoryId: value || null },
                )}
            />
            <Field
              label={t.pieces}
              labelHidden={i > 0}
              {...whole}
              value={line.quantity}
              onInput={(quantity) => put(i, { quantity })}
            />
            <Field
              label={t.amount}
              labelHidden={i > 0}
              {...money}
              value={line.amount}
              onInput={(amount) => put(i, { amount })}
            />
            {lines.length > 1
              ? (
                <IconButton
                  label={t.removeLine(i + 1)}
                  icon={<Trash2 />}
                  onClick={() => onChange(lines.filter((_, at) => at !== i))}
                />
              )
              : <span />}
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="s"
          variant="quiet"
          icon={<Plus />}
          disabled={lines.length >= 8}
          onClick={() =>
            onChange([...lines, {
              productId: null,
              categoryId: null,
              amount: "50",
              quantity: "1",
            }])}
        >
          {t.addLine}
        </Button>
      </div>
    </>
  );
}

/** All categories as paths, and the product that the line holds. */
function goodsOptions(naming: RuleNaming, line: TypedLine) {
  const t = words.value.example;
  const { categories } = naming.programme;
  const product = line.productId ? naming.product(line.productId) : undefined;
  return [
    { value: "", label: t.anyGoods },
    ...(line.productId
      ? [{ value: `p:${line.productId}`, label: product ? nameIn(product) : line.productId }]
      : []),
    ...categories.map((each) => ({
      value: each.id,
      label: pathOf(each.id, categories).reverse()
        .map((id) => nameIn(categories.find((c) => c.id === id)!)).join(" › "),
    })),
  ];
}

function Moment(props: {
  sale: TypedSale;
  rule: EarningRule | null;
  onChange: (part: Partial<TypedSale>) => void;
}) {
  const { sale, rule, onChange } = props;
  const t = words.value.example;
  const { tiers } = useNaming().programme;
  const asks = rule &&
    Object.keys(rule.when).some((name) =>
      ["tags", "memberCategoryIds", "birthday", "firstPurchase", "storeIds", "balanceAtMost"]
        .includes(name)
    );
  return (
    <div class="example-moment">
      <Field type="date" label={t.day} value={sale.day} onInput={(day) => onChange({ day })} />
      <Field
        label={t.clock}
        maxLength={5}
        autocomplete="off"
        value={sale.clock}
        onInput={(clock) => onChange({ clock })}
      />
      {tiers.length > 0 && (
        <SelectField
          label={t.tier}
          value={sale.tierId ?? ""}
          options={tiers.map((each) => ({ value: each.id, label: nameIn(each) }))}
          onChange={(tierId) => onChange({ tierId })}
        />
      )}
      {asks && (
        <div class="example-fits">
          <Checkbox
            label={t.fits}
            checked={sale.fits}
            onChange={(fits) => onChange({ fits })}
          />
        </div>
      )}
    </div>
  );
}

function Outcome(props: {
  accrual: Accrual;
  plain: number | null;
  ruleId: string | null;
  lines: readonly TypedLine[];
  naming: RuleNaming;
}) {
  const { accrual, plain, ruleId, lines, naming } = props;
  const t = words.value.example;
  const names = namesFrom(naming.programme, (n) => {
    const line = lines[n - 1];
    const product = line?.productId ? naming.product(line.productId) : undefined;
    const category = naming.programme.categories.find((each) => each.id === line?.categoryId);
    return product ? nameIn(product) : category ? nameIn(category) : t.line(n);
  });
  const told = accrual.reasons.filter(({ code }) =>
    !["rule-version", "line-share", "lapses-at"].includes(code)
  );
  // Beside one rule, only why it did not hold; beside all, why each did not.
  const missed = accrual.missed.filter((each) =>
    ruleId === null || ("ruleId" in each && each.ruleId === ruleId)
  );
  return (
    <div role="status" class="stack example-outcome">
      <p class="example-line">
        <strong class="numbers" data-example>{formats.value.count(accrual.points)}</strong>
        <span>{t.points(accrual.points)}</span>
        {plain !== null && plain !== accrual.points && (
          <span class="example-plain">{t.without(plain)}</span>
        )}
      </p>
      <ul class="example-why" aria-label={t.why}>
        {told.map((each, i) => <li key={i}>{reasonText(each, names)}</li>)}
        {missed.map((each, i) => (
          <li key={`missed ${i}`} class="faint">{reasonText(each, names)}</li>
        ))}
      </ul>
    </div>
  );
}
