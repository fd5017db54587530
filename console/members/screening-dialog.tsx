import type * as z from "zod/mini";
import { Screening } from "../../shared/members/screening.ts";
import { Checkbox, Field, SelectField } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { type Form, useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { nameIn } from "../use-places.ts";
import { useChoices } from "./filters.tsx";
import { memberQuery } from "./query.ts";
import { words } from "./words.ts";

type ListName = "tierIds" | "categoryIds" | "tagIds" | "storeIds" | "birthdayMonths";
type DayName = "joinedFrom" | "joinedTo" | "boughtFrom" | "boughtTo" | "notBoughtSince";

interface Draft extends Record<ListName, string[]>, Record<DayName, string> {
  pointsMin: string;
  pointsMax: string;
  state: string;
}

const draftFrom = (f: Screening): Draft => ({
  tierIds: f.tierIds ?? [],
  categoryIds: f.categoryIds ?? [],
  tagIds: f.tagIds ?? [],
  storeIds: f.storeIds ?? [],
  birthdayMonths: (f.birthdayMonths ?? []).map(String),
  joinedFrom: f.joinedFrom ?? "",
  joinedTo: f.joinedTo ?? "",
  boughtFrom: f.boughtFrom ?? "",
  boughtTo: f.boughtTo ?? "",
  notBoughtSince: f.notBoughtSince ?? "",
  pointsMin: f.pointsMin === undefined ? "" : String(f.pointsMin),
  pointsMax: f.pointsMax === undefined ? "" : String(f.pointsMax),
  state: f.state ?? "",
});

/** Only what was filled in asks for anything. */
const screeningFrom = (draft: Draft): unknown => {
  const asked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) {
    if (value.length === 0) continue;
    if (name === "birthdayMonths") asked[name] = (value as string[]).map(Number);
    else if (name.startsWith("points")) asked[name] = wholeOf(value as string);
    else asked[name] = value;
  }
  return asked;
};

/** Puts a screening together; what is left empty asks for nothing. */
export function ScreeningDialog(props: {
  brand: string;
  onDone: (screening: Screening) => void;
  onClose: () => void;
}) {
  const t = words.value;
  const choices = useChoices(props.brand);
  const form = useForm<Draft, Screening>({
    initial: draftFrom(memberQuery.value.filter),
    build: screeningFrom,
    schema: Screening as unknown as z.ZodMiniType<Screening>,
    rules: (draft) => ({
      joinedTo: Boolean(draft.joinedTo) && draft.joinedTo < draft.joinedFrom && t.dayRule,
      boughtTo: Boolean(draft.boughtTo) && draft.boughtTo < draft.boughtFrom && t.dayRule,
      pointsMax: draft.pointsMax !== "" && wholeOf(draft.pointsMax) < wholeOf(draft.pointsMin) &&
        t.pointsRule,
    }),
  });
  const command = useCommand((screening: Screening) => Promise.resolve(screening));
  const named = <T extends { id: string; nameZh: string; nameEn: string }>(all: readonly T[]) =>
    all.map((each) => ({ id: each.id, name: nameIn(each) }));
  const months = Array.from(
    { length: 12 },
    (_, n) => ({ id: String(n + 1), name: t.month(n + 1) }),
  );
  return (
    <FormDialog
      title={t.screen}
      size="l"
      form={form}
      command={command}
      send={t.screenSend}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <div class="screening">
        <Set form={form} name="tierIds" legend={t.tier} of={named(choices.tiers)} />
        <Set form={form} name="tagIds" legend={t.tags} of={choices.tags} />
        <Set form={form} name="categoryIds" legend={t.category} of={named(choices.categories)} />
        <Set form={form} name="storeIds" legend={t.store} of={named(choices.stores)} />
        <Set form={form} name="birthdayMonths" legend={t.birthdayMonths} of={months} />
      </div>
      <div class="fields-2">
        {(["joinedFrom", "joinedTo", "boughtFrom", "boughtTo", "notBoughtSince"] as const).map(
          (name) => <Field key={name} type="date" optional label={t[name]} {...form.field(name)} />,
        )}
        <Field optional label={t.pointsMin} inputMode="numeric" {...form.field("pointsMin")} />
        <Field optional label={t.pointsMax} inputMode="numeric" {...form.field("pointsMax")} />
        <SelectField
          label={t.state}
          value={form.draft.state}
          options={[
            { value: "", label: t.anyState },
            ...["active", "frozen", "closed"].map((state) => ({
              value: state,
              label: t.states[state] ?? state,
            })),
          ]}
          onChange={(state) => form.set({ state })}
        />
      </div>
    </FormDialog>
  );
}

/** Several of a few; none asks for nothing. */
function Set(props: {
  form: Form<Draft, Screening>;
  name: ListName;
  legend: string;
  of: readonly { id: string; name: string }[];
}) {
  const { form, name, legend, of } = props;
  const chosen = form.draft[name];
  if (of.length === 0) return null;
  return (
    <fieldset class="screening-set">
      <legend>{legend}</legend>
      <div class="screening-choices">
        {of.map((each) => (
          <Checkbox
            key={each.id}
            label={each.name}
            checked={chosen.includes(each.id)}
            onChange={(on) =>
              form.set({
                [name]: on ? [...chosen, each.id] : chosen.filter((id) => id !== each.id),
              })}
          />
        ))}
      </div>
    </fieldset>
  );
}
