import { addDays, addMonths } from "../../shared/business-day.ts";
import { weekdayOf } from "../../shared/calendar/festival.ts";
import { formats } from "../../shared/ui/index.ts";
import { earnWords } from "./words.ts";

/** This and the last month, the days with a check-in filled in. */
export function MonthGrid(props: { days: string[]; today: string }) {
  const { days, today } = props;
  const first = `${today.slice(0, 7)}-01`;
  return (
    <div class="stack" role="group" tabIndex={0} aria-label={earnWords.value.earn.calendar}>
      <Month first={first} days={days} today={today} />
      <Month first={addMonths(first, -1)} days={days} today={today} />
    </div>
  );
}

function Month(props: { first: string; days: string[]; today: string }) {
  const { first, days, today } = props;
  const t = earnWords.value.earn;
  const next = addMonths(first, 1);
  const all: string[] = [];
  for (let day = first; day < next; day = addDays(day, 1)) all.push(day);
  return (
    <section class="stack" style={{ "--gap": "var(--s2)" }}>
      <h3>{formats.value.month(first)}</h3>
      <div class="month-grid numbers">
        {t.weekdays.map((name) => <span key={name} class="faint">{name}</span>)}
        {Array.from({ length: weekdayOf(first) - 1 }, (_, i) => <span key={`gap ${i}`} />)}
        {all.map((day) => {
          const done = days.includes(day);
          return (
            <span key={day} data-done={done} data-today={day === today}>
              <span aria-hidden={done}>{Number(day.slice(8))}</span>
              {done && <span class="sr-only">{t.calendarDone(day)}</span>}
            </span>
          );
        })}
      </div>
    </section>
  );
}
