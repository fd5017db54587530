import { RotateCcw } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { amountMax } from "../../shared/money.ts";
import { Checkbox, Field, IconButton, Panel, SelectField } from "../../shared/ui/index.ts";
import { fenOf, wholeOf, yuanText } from "../form/typed-number.ts";
import { nameIn } from "../use-places.ts";
import { Basket, type TypedLine } from "./example-basket.tsx";
import { Outcome } from "./example-outcome.tsx";
import { earned, type ExampleSale, groundFor, saleFor } from "./example-sale.ts";
import "./example.css";
import { clockText, minutesOf } from "./typed.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

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
