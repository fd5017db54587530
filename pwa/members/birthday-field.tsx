import { Field, Segmented } from "../../shared/ui/index.ts";
import type { Birthday } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";

/** A day and the calendar it is counted in. An empty day is no birthday. */
export function BirthdayField(props: { value: Birthday; onChange: (value: Birthday) => void }) {
  const { value, onChange } = props;
  const t = joinWords.value.join;
  return (
    <div class="stack" style={{ "--gap": "var(--s2)" }}>
      <Field
        type="date"
        optional
        label={t.birthday}
        hint={t.birthdayHint}
        min="1900-01-01"
        max={new Date().toISOString().slice(0, 10)}
        autocomplete="bday"
        value={value.on}
        onInput={(on) => onChange({ ...value, on })}
      />
      {value.on !== "" && (
        <Segmented
          label={t.calendarLabel}
          value={value.calendar}
          options={[
            { value: "solar", label: t.calendarSolar },
            { value: "lunar", label: t.calendarLunar },
          ]}
          onChange={(calendar) => onChange({ ...value, calendar })}
        />
      )}
    </div>
  );
}
