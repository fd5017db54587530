import { addDays, dayOf, isDay, startOfDay } from "../../shared/business-day.ts";
import { Field, Segmented } from "../../shared/ui/index.ts";
import type { Form } from "../form/use-form.ts";
import { words } from "./words.ts";

/** From when a version is to hold. */
export interface StartDraft {
  when: "now" | "day";
  on: string;
}

/** The first day that can be named: tomorrow. */
export const startOf = (): string => addDays(dayOf(Date.now()), 1);

export const startRules = {
  instant: (on: string): number => isDay(on) ? startOfDay(on) : NaN,
  errors: (draft: StartDraft) => ({
    on: draft.when === "day" && !(isDay(draft.on) && draft.on >= startOf()) &&
      words.value.publish.onRule,
  }),
};

export function StartFields<D extends StartDraft, I>({ form }: { form: Form<D, I> }) {
  const t = words.value.publish;
  return (
    <>
      <Segmented
        block
        label={t.when}
        value={form.draft.when}
        options={[{ value: "now", label: t.now }, { value: "day", label: t.later }]}
        onChange={(when) => form.set({ when } as Partial<D>)}
      />
      {form.draft.when === "day" && (
        <Field type="date" label={t.on} hint={t.onHint} min={startOf()} {...form.field("on")} />
      )}
    </>
  );
}
