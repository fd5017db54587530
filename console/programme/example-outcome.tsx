import type { Accrual } from "../../shared/points/accrue.ts";
import { formats } from "../../shared/ui/index.ts";
import { namesFrom, reasonText } from "../member/reason-words.ts";
import { nameIn } from "../use-places.ts";
import type { TypedLine } from "./example-basket.tsx";
import type { RuleNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** What the example earns, and why. */
export function Outcome(props: {
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
