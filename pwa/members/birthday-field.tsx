import { Checkbox, Field, Segmented, SelectField } from "../../shared/ui/index.ts";
import type { Birthday } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";
import "./birthday-field.css";

/** A lunar day is kept without its year: month and day are what comes round again. */
const NO_YEAR = "0000";
const two = (value: number) => String(value).padStart(2, "0");

export interface BirthdayFieldProps {
  value: Birthday;
  onChange: (value: Birthday) => void;
}

/** A day and the calendar it is counted in. An empty day is no birthday. */
export function BirthdayField(props: BirthdayFieldProps) {
  const { value, onChange } = props;
  const t = joinWords.value.join;
  return (
    <div class="stack" style={{ "--gap": "var(--s2)" }}>
      {value.calendar === "solar"
        ? (
          <Field
            type="date"
            optional
            label={t.birthday}
            hint={t.birthdayHint}
            min="1900-01-01"
            max={new Date().toISOString().slice(0, 10)}
            autocomplete="bday"
            value={value.on}
            onInput={(on) => onChange({ on, calendar: "solar" })}
          />
        )
        : <LunarDay {...props} />}
      <Segmented
        label={t.calendarLabel}
        value={value.calendar === "solar" ? "solar" : "lunar"}
        options={[
          { value: "solar", label: t.calendarSolar },
          { value: "lunar", label: t.calendarLunar },
        ]}
        onChange={(calendar) => onChange({ on: "", calendar })}
      />
    </div>
  );
}

/** Month and day of the lunar year; the 30th exists in any month, unlike in a date field. */
function LunarDay(props: BirthdayFieldProps) {
  const { value, onChange } = props;
  const t = joinWords.value.join;
  const [, month = "", day = ""] = value.on.split("-");
  const put = (nextMonth: string, nextDay: string) =>
    onChange({
      on: nextMonth ? `${NO_YEAR}-${nextMonth}-${nextDay || "01"}` : "",
      calendar: value.calendar,
    });
  const months = t.lunarMonths.map((label, index) => ({ value: two(index + 1), label }));
  const days = Array.from({ length: 30 }, (_, index) => ({
    value: two(index + 1),
    label: t.lunarDayName(index + 1),
  }));
  return (
    <div class="lunar-day">
      <SelectField
        label={t.lunarMonth}
        optional
        value={month}
        options={[{ value: "", label: t.notGiven }, ...months]}
        onChange={(chosen) => put(chosen, day)}
      />
      {month !== "" && (
        <SelectField
          label={t.lunarDay}
          value={day}
          options={days}
          onChange={(chosen) => put(month, chosen)}
        />
      )}
      {month !== "" && (
        <Checkbox
          label={t.leapMonth}
          checked={value.calendar === "lunar-leap"}
          onChange={(leap) => onChange({ ...value, calendar: leap ? "lunar-leap" : "lunar" })}
        />
      )}
    </div>
  );
}
