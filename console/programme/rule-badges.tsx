import { dayOf } from "../../shared/business-day.ts";
import type { EarningRule, Gives } from "../../shared/points/earning-rules.ts";
import { Badge, formats } from "../../shared/ui/index.ts";
import { factorText } from "../form/typed-number.ts";
import { stateAt } from "./calendar.ts";
import { clockText } from "./typed.ts";
import { words } from "./words.ts";

/** What a rule gives, as short as a price tag: "×2", "+50". */
export function givesBadge(gives: Gives): string {
  const t = words.value.stack;
  switch (gives.kind) {
    case "multiplier":
      return `×${factorText(gives.percent)}`;
    case "bonus":
      return `+${formats.value.count(gives.points)}`;
    case "fixed":
      return t.perPiece(gives.pointsPerUnit);
    case "rate":
      return t.rate(formats.value.moneyShort(gives.fenPerPoint), gives.pointsPerStep);
    case "brackets":
      return t.brackets(gives.steps.length);
  }
}

/** Does the rule hold now, and if not, when next? */
export function StateBadge({ rule, at }: { rule: EarningRule; at: number }) {
  const t = words.value.state;
  const told = stateAt(rule, at);
  switch (told.state) {
    case "off":
      return <Badge>{t.off}</Badge>;
    case "always":
      return null;
    case "now":
      return (
        <Badge tone="good">
          {told.until === null ? t.today : t.until(clockText(told.until))}
        </Badge>
      );
    case "today":
      return <Badge tone="gold">{t.laterToday(clockText(told.from))}</Badge>;
    case "next": {
      const sameYear = told.on.slice(0, 4) === dayOf(at).slice(0, 4);
      const day = sameYear
        ? formats.value.monthDay(Date.parse(`${told.on}T04:00:00Z`))
        : formats.value.day(told.on);
      return <Badge tone="info">{t.next(day)}</Badge>;
    }
    case "over":
      return <Badge>{t.over}</Badge>;
  }
}
