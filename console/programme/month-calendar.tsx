import { ChevronLeft, ChevronRight, Gift } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { addDays, type Day, dayOf } from "../../shared/business-day.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Button, formats, IconButton, Panel } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { type CalendarDay, calendarDay, type DayRule, monthAfter, weeksOf } from "./calendar.ts";
import { DayDetail } from "./day-detail.tsx";
import { dayWithWeekday, festivalName } from "./day-words.ts";
import "./month-calendar.css";
import { givesBadge } from "./rule-badges.tsx";
import { clockText } from "./typed.ts";
import { words } from "./words.ts";

/** A month of the programme: festivals, member days and hours, and what they multiply. */
export function MonthCalendar(
  props: { rulesAt: (day: Day) => ProgrammeRules | null; start?: Day },
) {
  const { rulesAt } = props;
  const t = words.value.calendar;
  const today = dayOf(Date.now());
  const [chosen, setChosen] = useState<Day>(props.start ?? today);
  const [month, setMonth] = useState(chosen.slice(0, 7));
  const choose = (day: Day) => {
    setChosen(day);
    setMonth(day.slice(0, 7));
  };
  const plan = (day: Day): CalendarDay => calendarDay(rulesAt(day) ?? emptyRules, day);
  const rules = rulesAt(chosen);
  return (
    <Panel
      title={formats.value.month(`${month}-15`)}
      action={
        <span class="inline" style={{ "--gap": "var(--s1)" }}>
          <Button size="s" variant="quiet" onClick={() => choose(today)}>{t.today}</Button>
          <IconButton
            label={t.previous}
            icon={<ChevronLeft />}
            onClick={() => setMonth(monthAfter(month, -1))}
          />
          <IconButton
            label={t.next}
            icon={<ChevronRight />}
            onClick={() => setMonth(monthAfter(month, 1))}
          />
        </span>
      }
    >
      <div class="calendar-columns">
        <MonthGrid {...{ month, today, chosen, plan }} onChoose={choose} />
        {rules && <DayDetail plan={plan(chosen)} rules={rules} />}
      </div>
    </Panel>
  );
}

function MonthGrid(props: {
  month: string;
  today: Day;
  chosen: Day;
  plan: (day: Day) => CalendarDay;
  onChoose: (day: Day) => void;
}) {
  const { month, today, chosen, plan, onChoose } = props;
  const t = words.value.calendar;
  const grid = useRef<HTMLTableElement>(null);
  // The focus goes along with the arrow keys, over the edge of the month as well.
  const step = (day: Day) => {
    onChoose(day);
    setTimeout(() => {
      grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    });
  };
  return (
    <table
      ref={grid}
      class="month"
      aria-label={t.title}
      onKeyDown={(event) => {
        const by = steps[event.key];
        if (by === undefined) return;
        event.preventDefault();
        step(addDays(chosen, by));
      }}
    >
      <thead>
        <tr>
          {words.value.when.weekdays.map((name) => <th key={name} scope="col">{name}</th>)}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} class={day.startsWith(month) ? "" : "is-other"}>
                <DayCell
                  plan={plan(day)}
                  today={day === today}
                  chosen={day === chosen}
                  onChoose={() => onChoose(day)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};
const emptyRules = { rules: [] } as unknown as ProgrammeRules;
/** So many rules have room in a cell. */
const ROOM = 3;

function DayCell(
  props: { plan: CalendarDay; today: boolean; chosen: boolean; onChoose: () => void },
) {
  const { plan, today, chosen, onChoose } = props;
  const t = words.value.calendar;
  const { day, festivals, rules, gifts } = plan;
  const shown = rules.length > ROOM ? rules.slice(0, ROOM - 1) : rules;
  return (
    <button
      type="button"
      class={`day ${today ? "is-today" : ""} ${festivals.length > 0 ? "is-festival" : ""}`}
      data-day={day}
      tabIndex={chosen ? 0 : -1}
      aria-pressed={chosen}
      aria-label={[
        dayWithWeekday(day),
        ...festivals.map(festivalName),
        ...rules.map(({ rule }) => nameIn(rule)),
      ].join(", ")}
      onClick={onChoose}
    >
      <span class="day-head">
        <span class="day-number numbers">{Number(day.slice(8))}</span>
        <span class="day-festival">{festivals.map(festivalName).join(" ")}</span>
        {gifts.length > 0 && <Gift class="day-gift" aria-hidden="true" />}
      </span>
      {shown.map((each) => <RuleChip key={each.rule.id} {...each} />)}
      {rules.length > shown.length && (
        <span class="day-more">{t.more(rules.length - shown.length)}</span>
      )}
    </button>
  );
}

function RuleChip({ rule, hours }: DayRule) {
  const first = hours?.[0];
  return (
    <span class={`day-rule day-rule-${rule.gives.kind}`}>
      <span class="numbers day-gives">{givesBadge(rule.gives)}</span>
      <span class={first ? "day-name day-hours numbers" : "day-name"}>
        {first
          ? words.value.calendar.hours(clockText(first.from), clockText(first.to))
          : nameIn(rule)}
      </span>
    </span>
  );
}
