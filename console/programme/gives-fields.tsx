import { Coins, Layers, Package, Percent, Plus, Sparkles, Trash2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { Gives } from "../../shared/points/earning-rules.ts";
import { Button, Field, IconButton, Segmented, SelectField } from "../../shared/ui/index.ts";
import "./gives-fields.css";
import { money, whole } from "./inputs.ts";
import type { RuleForm } from "./rule-form.ts";
import { Section } from "./side-panel.tsx";
import { type Typed, typed } from "./typed.ts";
import { words } from "./words.ts";

type Kind = Gives["kind"];

/** What a kind starts from when it is chosen. */
const first: Record<Kind, Gives> = {
  multiplier: { kind: "multiplier", percent: 200 },
  bonus: { kind: "bonus", points: 50, once: "unit" },
  rate: { kind: "rate", fenPerPoint: 500, pointsPerStep: 1 },
  fixed: { kind: "fixed", pointsPerUnit: 10 },
  brackets: {
    kind: "brackets",
    mode: "whole",
    steps: [
      { fromFen: 0, fenPerPoint: 1_000, pointsPerStep: 1 },
      { fromFen: 20_000, fenPerPoint: 500, pointsPerStep: 1 },
    ],
  },
};

const looks: Record<Kind, ComponentChildren> = {
  multiplier: <Percent />,
  bonus: <Sparkles />,
  rate: <Coins />,
  fixed: <Package />,
  brackets: <Layers />,
};

/** What the rule gives: its kind as cards, then the numbers of that kind. */
export function GivesFields({ form }: { form: RuleForm }) {
  const t = words.value.gives;
  const { kind } = form.draft.gives;
  return (
    <Section title={t.title}>
      <div class="kinds" role="radiogroup" aria-label={t.title}>
        {(Object.keys(first) as Kind[]).map((each) => (
          <label key={each} class="kind">
            <input
              type="radio"
              name="gives-kind"
              checked={each === kind}
              onChange={() =>
                form.set((draft) => ({ ...draft, gives: typed(first[each]) as Typed<Gives> }))}
            />
            <span class="kind-icon" aria-hidden="true">{looks[each]}</span>
            <span class="kind-name">{t.kinds[each]}</span>
            <span class="kind-hint">{t.kindHints[each]}</span>
          </label>
        ))}
      </div>
      <Numbers form={form} />
    </Section>
  );
}

function Numbers({ form }: { form: RuleForm }) {
  const t = words.value.gives;
  const { gives } = form.draft;
  switch (gives.kind) {
    case "multiplier":
      return (
        <div class="fields-2">
          <Field label={t.times} suffix="×" {...money} {...form.field("gives.percent")} />
        </div>
      );
    case "rate":
      return (
        <div class="fields-2">
          <Field label={t.every} prefix="¥" {...money} {...form.field("gives.fenPerPoint")} />
          <Field label={t.points} {...whole} {...form.field("gives.pointsPerStep")} />
        </div>
      );
    case "fixed":
      return (
        <div class="fields-2">
          <Field
            label={t.perPiece}
            hint={t.perPieceHint}
            {...whole}
            {...form.field("gives.pointsPerUnit")}
          />
        </div>
      );
    case "bonus":
      return (
        <div class="fields-2">
          <Field label={t.bonus} {...whole} {...form.field("gives.points")} />
          <SelectField
            label={t.once}
            value={gives.once}
            options={(Object.keys(t.onces) as (keyof typeof t.onces)[])
              .map((value) => ({ value, label: t.onces[value] }))}
            onChange={(once) => form.put("gives.once", once)}
          />
        </div>
      );
    case "brackets":
      return <Brackets form={form} />;
  }
}

function Brackets({ form }: { form: RuleForm }) {
  const t = words.value.gives;
  const { gives } = form.draft;
  if (gives.kind !== "brackets") return null;
  const { steps, mode } = gives;
  const last = steps.at(-1);
  const add = () =>
    form.put("gives.steps", [
      ...steps,
      {
        fromFen: "",
        fenPerPoint: last?.fenPerPoint ?? "",
        pointsPerStep: last?.pointsPerStep ?? "1",
      },
    ]);
  return (
    <>
      <Segmented
        label={t.bracketMode}
        value={mode}
        options={[{ value: "whole", label: t.whole }, { value: "marginal", label: t.marginal }]}
        onChange={(value) => form.put("gives.mode", value)}
      />
      <p class="small soft">{mode === "whole" ? t.wholeHint : t.marginalHint}</p>
      <ol class="brackets">
        {steps.map((_, i) => (
          <li key={i} class="bracket" aria-label={t.bracket(i + 1)}>
            <Field
              label={t.from}
              prefix="¥"
              readOnly={i === 0}
              {...money}
              {...form.field(`gives.steps.${i}.fromFen`)}
            />
            <Field
              label={t.every}
              prefix="¥"
              {...money}
              {...form.field(`gives.steps.${i}.fenPerPoint`)}
            />
            <Field label={t.points} {...whole} {...form.field(`gives.steps.${i}.pointsPerStep`)} />
            {i > 0
              ? (
                <IconButton
                  label={t.removeBracket(i + 1)}
                  icon={<Trash2 />}
                  onClick={() => form.put("gives.steps", steps.filter((_, at) => at !== i))}
                />
              )
              : <span />}
          </li>
        ))}
      </ol>
      <div>
        <Button size="s" icon={<Plus />} disabled={steps.length >= 20} onClick={add}>
          {t.addBracket}
        </Button>
      </div>
    </>
  );
}
