import { useState } from "preact/hooks";
import { accrue } from "../../shared/points/accrue.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { Field, formats, Panel, SelectField } from "../../shared/ui/index.ts";
import { amountMax } from "../../shared/money.ts";
import { fenOf } from "../form/typed-number.ts";
import { namesFrom, reasonText } from "../member/reason-words.ts";
import { nameIn } from "../use-places.ts";
import type { CategoryRow, ProgrammeView } from "../use-programme.ts";
import { words } from "./words.ts";

/** A category and all above it, as a sale line names them. */
const pathOf = (id: string, categories: readonly CategoryRow[]): string[] => {
  const found = categories.find((category) => category.id === id);
  return found ? [id, ...(found.parentId ? pathOf(found.parentId, categories) : [])] : [];
};

/** What a purchase would earn under these rules: the function that books it, on a sale that never
 *  was. */
export function Example({ rules, programme }: {
  rules: EarningRules | null;
  programme: ProgrammeView;
}) {
  const t = words.value;
  const { tiers, categories } = programme;
  const [amount, setAmount] = useState("128.50");
  const [tierId, setTierId] = useState((tiers[2] ?? tiers[tiers.length - 1])?.id ?? "");
  const [categoryId, setCategoryId] = useState("");
  const fen = fenOf(amount);
  const fine = fen >= 0 && fen <= amountMax;
  const outcome = rules && fine
    ? accrue({
      lines: [{
        n: 1,
        productId: null,
        categoryIds: pathOf(categoryId, categories),
        quantityMilli: 1_000,
        amountFen: fen,
      }],
      rules,
      ruleVersionId: "",
      tierId: tierId || null,
      carryMicro: 0,
      earnedAt: Date.now(),
    })
    : null;
  const tier = tiers.find((each) => each.id === tierId);
  const category = categories.find((each) => each.id === categoryId);
  const names = namesFrom(programme, () => category && nameIn(category));
  return (
    <Panel title={t.example} tone="gold">
      <div class="fields-2">
        <Field
          label={t.exampleAmount}
          prefix="¥"
          inputMode="decimal"
          autocomplete="off"
          maxLength={14}
          value={amount}
          onInput={setAmount}
        />
        {tiers.length > 0 && (
          <SelectField
            label={t.exampleTier}
            value={tierId}
            options={tiers.map((each) => ({ value: each.id, label: nameIn(each) }))}
            onChange={setTierId}
          />
        )}
        {categories.length > 0 && (
          <SelectField
            label={t.exampleCategory}
            value={categoryId}
            options={[
              { value: "", label: t.exampleAnyCategory },
              ...categories.map((each) => ({ value: each.id, label: nameIn(each) })),
            ]}
            onChange={setCategoryId}
          />
        )}
      </div>
      {outcome
        ? (
          <div role="status" class="stack example-outcome">
            <p class="example-line">
              <span>
                {t.examplePoints(formats.value.money(fen), tier ? nameIn(tier) : "")}
              </span>
              <span aria-hidden="true">→</span>
              <strong class="numbers" data-example>{formats.value.count(outcome.points)}</strong>
            </p>
            <ul class="example-why" aria-label={t.exampleWhy}>
              {outcome.reasons.filter((each) =>
                each.code !== "rule-version" && each.code !== "line-share"
              )
                .map((each, index) => <li key={index}>{reasonText(each, names)}</li>)}
            </ul>
          </div>
        )
        : <p class="soft">{t.exampleEmpty}</p>}
    </Panel>
  );
}
