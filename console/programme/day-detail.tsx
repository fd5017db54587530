import { useState } from "preact/hooks";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Field, formats, lang } from "../../shared/ui/index.ts";
import { fenOf } from "../form/typed-number.ts";
import { nameIn } from "../use-places.ts";
import { type CalendarDay, isDated, spansOf } from "./calendar.ts";
import { dayWithWeekday, festivalName } from "./day-words.ts";
import { money } from "./inputs.ts";
import { givesBadge } from "./rule-badges.tsx";
import { oneRuleSentence } from "./rule-words.ts";
import { clockText } from "./typed.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** One day: its festivals, the rules that hold on it, and what an ordinary purchase earns through
 *  the day in each tier. */
export function DayDetail({ plan, rules }: { plan: CalendarDay; rules: ProgrammeRules }) {
  const t = words.value.calendar;
  const naming = useNaming();
  const always = (rules.rules ?? []).filter((rule) => rule.on && !isDated(rule));
  return (
    <section class="day-detail" aria-label={dayWithWeekday(plan.day)}>
      <h3 class="day-title">{dayWithWeekday(plan.day)}</h3>
      {plan.festivals.length > 0 && (
        <p class="day-festivals">{plan.festivals.map(festivalName).join(" · ")}</p>
      )}
      {plan.gifts.map((gift) => (
        <p key={gift.festivalId}>{t.giftOf(festivalName(gift.festivalId), gift.points)}</p>
      ))}
      <Earns plan={plan} rules={rules} />
      {plan.rules.length === 0
        ? <p class="soft">{t.plain}</p>
        : (
          <ul class="day-rules" aria-label={t.rules}>
            {plan.rules.map(({ rule }) => (
              <li key={rule.id}>
                <span class="card-gives numbers">{givesBadge(rule.gives)}</span>
                <span>
                  <strong>{nameIn(rule)}</strong>
                  <span class="soft small day-says">
                    {oneRuleSentence(rule, naming, lang.value)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      {always.length > 0 && <p class="small soft">{t.always(always.map(nameIn))}</p>}
    </section>
  );
}

/** What an amount earns, by tier and by the hours between which it changes. */
function Earns({ plan, rules }: { plan: CalendarDay; rules: ProgrammeRules }) {
  const t = words.value.calendar;
  const { tiers } = useNaming().programme;
  const [amount, setAmount] = useState("100");
  const fen = fenOf(amount);
  const rows = tiers.length > 0
    ? tiers.map((tier) => ({ id: tier.id as string | null, name: nameIn(tier) }))
    : [{ id: null, name: t.everybody }];
  const spans = fen >= 0 && fen <= 1e9
    ? spansOf(rules, plan.day, rows.map((row) => row.id), fen)
    : [];
  return (
    <div class="day-earns">
      <Field
        label={t.amount}
        prefix="¥"
        {...money}
        value={amount}
        onInput={setAmount}
      />
      {spans.length > 0 && (
        <table class="earns" aria-label={t.earns}>
          <thead>
            <tr>
              <th scope="col">{t.tier}</th>
              {spans.map((span) => (
                <th key={span.from} scope="col" class="numbers">
                  {spans.length === 1
                    ? t.allDay
                    : t.hours(clockText(span.from), clockText(span.to))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {spans.map((span) => (
                  <td key={span.from} class="numbers">
                    {formats.value.count(span.points[i] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
