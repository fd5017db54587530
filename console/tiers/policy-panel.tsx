import { Field, Panel } from "../../shared/ui/index.ts";
import { Choice } from "./choice.tsx";
import type { TiersDraft } from "./draft.ts";
import { words } from "./words.ts";

export interface PolicyPanelProps {
  draft: TiersDraft;
  wrong: ReadonlySet<string>;
  onChange: (part: Partial<TiersDraft>) => void;
}

/** What counts, over which time, and when a tier held is looked at again. */
export function PolicyPanel({ draft, wrong, onChange }: PolicyPanelProps) {
  const t = words.value;
  const number = (name: "months" | "month" | "day" | "graceDays") => ({
    inputMode: "numeric" as const,
    autocomplete: "off",
    maxLength: 3,
    value: draft[name],
    onInput: (value: string) => onChange({ [name]: value }),
    error: wrong.has(name) ? t.wholeNumber : null,
  });
  return (
    <Panel title={t.policy}>
      <div class="fields-2">
        <Choice
          label={t.basis}
          value={draft.basis}
          options={[
            { value: "spending", label: t.basisSpending },
            { value: "points", label: t.basisPoints },
          ]}
          onChange={(basis) => onChange({ basis })}
        />
        <Choice
          label={t.span}
          value={draft.span}
          options={[
            { value: "months", label: t.spanMonths },
            { value: "year", label: t.spanYear },
            { value: "lifetime", label: t.spanLifetime },
          ]}
          onChange={(span) => onChange({ span })}
        />
      </div>
      <Choice
        label={t.review}
        value={draft.review}
        options={[
          { value: "never", label: t.reviewNever },
          { value: "months", label: t.reviewMonths },
          { value: "yearly", label: t.reviewYearly },
        ]}
        onChange={(review) => onChange({ review })}
      />
      {draft.review !== "never" && (
        <div class="fields-2">
          {draft.review === "months" && <Field label={t.months} {...number("months")} />}
          {draft.review === "yearly" && (
            <>
              <Field label={t.month} {...number("month")} />
              <Field label={t.day} {...number("day")} />
            </>
          )}
          <Field label={t.graceDays} hint={t.graceHint} {...number("graceDays")} />
        </div>
      )}
    </Panel>
  );
}
