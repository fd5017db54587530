import { addDays, dayOf } from "../../shared/business-day.ts";
import { festivalDay, type FestivalId, festivals } from "../../shared/calendar/festival.ts";
import { Field, formats } from "../../shared/ui/index.ts";
import { Chips } from "./chips.tsx";
import { dayWithWeekday, festivalName } from "./day-words.ts";
import { whole } from "./inputs.ts";
import type { RuleForm } from "./rule-form.ts";
import { words } from "./words.ts";

/** Festivals to choose, with the days before and after, and which dates that makes. */
export function FestivalFields({ form }: { form: RuleForm }) {
  const t = words.value.when;
  const chosen = form.draft.when.festivals?.ids ?? [];
  const today = dayOf(Date.now());
  const year = Number(today.slice(0, 4));
  const next = (id: FestivalId) =>
    festivalDay(id, year) >= today ? festivalDay(id, year) : festivalDay(id, year + 1);
  const options = festivals
    .map(({ id }) => ({ id, on: next(id) }))
    .sort((a, b) => a.on < b.on ? -1 : 1)
    .map(({ id, on }) => ({
      value: id,
      label: festivalName(id),
      hint: formats.value.monthDay(Date.parse(`${on}T04:00:00Z`)),
    }));
  return (
    <>
      <Chips
        labelHidden
        label={t.names.festivals}
        options={options}
        value={chosen}
        error={form.error("when.festivals.ids") && t.chooseOne}
        onChange={(ids) => form.put("when.festivals.ids", ids)}
      />
      <div class="fields-2">
        <Field label={t.daysBefore} {...whole} {...form.field("when.festivals.daysBefore")} />
        <Field label={t.daysAfter} {...whole} {...form.field("when.festivals.daysAfter")} />
      </div>
      {chosen.length > 0 && <Dates form={form} ids={chosen} years={[year, year + 1]} />}
    </>
  );
}

function Dates(props: { form: RuleForm; ids: readonly FestivalId[]; years: readonly number[] }) {
  const { form, ids, years } = props;
  const t = words.value.when;
  const festival = form.input?.when.festivals;
  const range = (on: string): string => {
    const from = addDays(on, -(festival?.daysBefore ?? 0));
    const to = addDays(on, festival?.daysAfter ?? 0);
    return from === to ? dayWithWeekday(on) : t.range(dayWithWeekday(from), dayWithWeekday(to));
  };
  return (
    <ul class="festival-dates" aria-label={t.dates}>
      {ids.map((id) => (
        <li key={id}>
          <strong>{festivalName(id)}</strong>
          {years.map((year) => (
            <span key={year} class="numbers">{range(festivalDay(id, year))}</span>
          ))}
        </li>
      ))}
    </ul>
  );
}
