import { Field, Switch } from "../../shared/ui/index.ts";
import type { OffsetForm } from "./offset-panel.tsx";
import { HourFields, MonthDayChips, WeekdayChips } from "./time-fields.tsx";
import { words } from "./words.ts";

const wholeDay = [{ from: "00:00", to: "24:00" }];

/** When points can be paid with; each part that is empty leaves it open. */
export function OffsetWindow({ form }: { form: OffsetForm }) {
  const t = words.value.offset;
  const w = words.value.when;
  const window = form.draft.offset.window;
  return (
    <>
      <Switch
        label={t.windowOn}
        checked={window !== null}
        onChange={(on) => form.put("offset.window", on ? { from: "", to: "" } : null)}
      />
      {window && (
        <>
          <div class="fields-2">
            <Field type="date" label={w.from} {...form.field("offset.window.from")} />
            <Field type="date" label={w.to} hint={w.toHint} {...form.field("offset.window.to")} />
          </div>
          <p class="field-label">{w.names.weekdays}</p>
          <WeekdayChips path="offset.window.weekdays" value={window.weekdays ?? []} form={form} />
          <p class="field-label">{w.names.monthDays}</p>
          <MonthDayChips
            path="offset.window.monthDays"
            value={window.monthDays ?? []}
            form={form}
          />
          <Switch
            label={w.names.hours}
            checked={window.hours !== undefined}
            onChange={(on) => form.put("offset.window.hours", on ? wholeDay : undefined)}
          />
          {window.hours && (
            <HourFields path="offset.window.hours" value={window.hours} form={form} />
          )}
        </>
      )}
    </>
  );
}
