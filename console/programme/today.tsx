import { dayOf } from "../../shared/business-day.ts";
import { upcoming } from "../../shared/calendar/festival.ts";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Panel } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { isDated, stateAt } from "./calendar.ts";
import { dayWithWeekday, festivalName } from "./day-words.ts";
import { givesBadge, StateBadge } from "./rule-badges.tsx";
import { words } from "./words.ts";

const FESTIVALS_AHEAD = 3;

/** Which rules hold right now, which come next, and the next festivals. */
export function Today({ rules }: { rules: ProgrammeRules }) {
  const t = words.value.today;
  const now = Date.now();
  const today = dayOf(now);
  const on = (rules.rules ?? []).filter((rule) => rule.on);
  const state = (rule: EarningRule) => stateAt(rule, now);
  const holds = on.filter((rule) => state(rule).state === "now");
  const always = on.filter((rule) => !isDated(rule));
  const ahead = on.flatMap((rule) => {
    const told = state(rule);
    return told.state === "next"
      ? [{ rule, key: told.on }]
      : told.state === "today"
      ? [{ rule, key: today }]
      : [];
  }).sort((a, b) => a.key < b.key ? -1 : 1);
  return (
    <Panel title={t.title(dayWithWeekday(today))} tone="accent">
      {holds.length > 0
        ? <RuleLines rules={holds} at={now} label={t.now} />
        : <p>{t.nothingSpecial}</p>}
      {always.length > 0 && <p class="small soft">{t.always(always.map((rule) => nameIn(rule)))}
      </p>}
      {ahead.length > 0 && (
        <>
          <h3 class="today-next">{t.next}</h3>
          <RuleLines rules={ahead.slice(0, 5).map(({ rule }) => rule)} at={now} label={t.next} />
        </>
      )}
      <p class="small soft">
        {t.festivals(
          upcoming(today, FESTIVALS_AHEAD).map(({ id, on: day }) =>
            t.festival(festivalName(id), dayWithWeekday(day))
          ),
        )}
      </p>
    </Panel>
  );
}

function RuleLines(props: { rules: readonly EarningRule[]; at: number; label: string }) {
  return (
    <ul class="today-rules" aria-label={props.label}>
      {props.rules.map((rule) => (
        <li key={rule.id}>
          <span class="card-gives numbers">{givesBadge(rule.gives)}</span>
          <span class="today-name">{nameIn(rule)}</span>
          <StateBadge rule={rule} at={props.at} />
        </li>
      ))}
    </ul>
  );
}
