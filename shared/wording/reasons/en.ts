import type { Reason } from "../../points/reason.ts";
import { formatsOf } from "../format.ts";
import { microText } from "./micro-text.ts";
import type { ReasonNames, ReasonWording } from "./zh.ts";

const f = formatsOf("en");

const points = (count: number) =>
  `${f.count(count)} ${f.plural(count, { one: "point", other: "points" })}`;

/** English of the reasons. */
export const en: ReasonWording = {
  kinds: {
    "accrual": "Purchase",
    "sign-up": "Welcome points",
    "redemption": "Gift redeemed",
    "release": "Gift points returned",
    "return": "Taken back on return",
    "lapse": "Points lapsed",
    "adjustment": "Adjusted by hand",
    "debt-repaid": "Debt paid off",
  },
  sentence: (reason: Reason, names: ReasonNames): string => sentence(reason, names),
};

function sentence(reason: Reason, names: ReasonNames): string {
  switch (reason.code) {
    case "rule-version": {
      const version = names.version(reason.ruleVersionId);
      return version === null
        ? "By the earning rules of that time"
        : `By version ${version} of the earning rules`;
    }
    case "base-rate":
      return `${f.money(reason.eligibleFen)} counts, ${points(reason.pointsPerStep)} for every ${
        f.moneyShort(reason.fenPerPoint)
      }`;
    case "tier-factor":
      return `${names.tier(reason.tierId)} earns ${reason.percent / 100} times as much`;
    case "line-excluded":
      return `"${names.line(reason.n)}" earns nothing: ${
        names.category(reason.categoryId)
      } is excluded`;
    case "line-share":
      return `"${names.line(reason.n)}" ${f.money(reason.eligibleFen)} brings ${
        microText(reason.micro)
      } points`;
    case "nothing-eligible":
      return "Nothing in this sale earns points";
    case "below-minimum":
      return `${f.money(reason.eligibleFen)} counts, which is below the minimum of ${
        f.moneyShort(reason.minSaleFen)
      }: no points`;
    case "remainder-carried":
      return `A fraction of ${microText(reason.afterMicro)} points is kept for next time` +
        (reason.beforeMicro > 0
          ? ` (${microText(reason.beforeMicro)} from last time was counted)`
          : "");
    case "remainder-dropped":
      return `A fraction of ${microText(reason.micro)} points was dropped`;
    case "pending-until":
      return `Can be spent from ${f.date(reason.at)}`;
    case "lapses-at":
      return reason.at === null ? "Never lapses" : `Good until ${f.date(reason.at - 1)} inclusive`;
    default:
      return laterSentence(reason);
  }
}

/** What happens around a sale: enrolment, returns, debts. */
function laterSentence(reason: Reason): string {
  switch (reason.code) {
    case "no-member":
      return "No member was named at this sale";
    case "sign-up":
      return `${points(reason.points)} for joining`;
    case "returned":
      return `After the return ${f.money(reason.eligibleAfterFen)} counts instead of ${
        f.money(reason.eligibleBeforeFen)
      }`;
    case "taken-back":
      return `${points(reason.points)} taken back`;
    case "lapsed-forgiven":
      return `${points(reason.points)} had lapsed already and are not asked for again`;
    case "debt-incurred":
      return `Not enough points: ${points(reason.points)} are owed and paid off by later earning`;
    case "debt-repaid":
      return `${points(reason.points)} of these paid off what was owed`;
    case "restored":
      return `${points(reason.points)} given back` +
        (reason.lapsed
          ? ", but lapsed meanwhile"
          : reason.lapsesAt === null
          ? ", never lapsing"
          : `, still good until ${f.date(reason.lapsesAt - 1)}`);
    default:
      return reason.code;
  }
}
