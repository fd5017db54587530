import type { Reason } from "../../points/reason.ts";
import { formatsOf } from "../format.ts";
import { microText } from "./micro-text.ts";
import { whyMissed } from "./en-missed.ts";
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
    "policy": "Good for longer",
    "tier-purchase": "Tier bought with points",
    "transfer-out": "Points sent",
    "transfer-in": "Points received",
    "transfer-back": "Gift of points returned",
    "grant": "Points granted",
    "debt-repaid": "Debt paid off",
    "offset": "Paid with points",
    "offset-back": "Points paid given back",
  },
  missed: "What was not counted",
  none: "This purchase earned no points",
  noneShort: "No points",
  sentence: (reason: Reason, names: ReasonNames): string => sentence(reason, names),
};

const paidWith = { offset: "points", coupon: "a coupon", storedValue: "stored value" };
const capScopes = { sale: "a sale", day: "a day", member: "a member" };

const quantityText = (milli: number): string => String(milli / 1000);

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
      return ruleSentence(reason, names);
  }
}

/** What single rules gave, and why others did not. */
function ruleSentence(reason: Reason, names: ReasonNames): string {
  switch (reason.code) {
    case "base-reduced":
      return `${f.money(reason.fen)} was paid with ${paidWith[reason.by]} and earns nothing`;
    case "line-gift-card":
      return `"${names.line(reason.n)}" earns nothing: gift cards do not`;
    case "product-excluded":
      return `"${names.line(reason.n)}" earns nothing: this product is excluded`;
    case "rule-rate":
      return `${reason.nameEn}: ${f.money(reason.eligibleFen)}, ${
        points(reason.pointsPerStep)
      } for every ${f.moneyShort(reason.fenPerPoint)}`;
    case "rule-bracket":
      return `${reason.nameEn}, from ${f.moneyShort(reason.fromFen)}: ${
        f.money(reason.eligibleFen)
      }, ${points(reason.pointsPerStep)} for every ${f.moneyShort(reason.fenPerPoint)}`;
    case "rule-fixed":
      return `${reason.nameEn}: ${quantityText(reason.quantityMilli)} × ${
        points(reason.pointsPerUnit)
      }`;
    case "rule-factor":
      return `${reason.nameEn}: ${reason.percent / 100} times as much, ${
        microText(Math.abs(reason.micro))
      } points ${reason.micro < 0 ? "less" : "more"}`;
    case "rule-bonus":
      return `${reason.nameEn}: ${microText(reason.micro)} points on top` +
        (reason.ns.length > 0 ? ` (${reason.ns.map((n) => names.line(n)).join(", ")})` : "");
    case "capped":
      return `${reason.ruleId === null ? "No" : `${reason.nameEn}: no`} more than ${
        points(reason.limit)
      } ${capScopes[reason.scope]}`;
    case "offset-line":
      return `"${names.line(reason.n)}": ${f.money(reason.fen)} paid with points`;
    case "rule-outdone":
      return `${reason.nameEn} was not counted: ${reason.byNameEn} goes instead`;
    case "rule-missed":
      return `${reason.nameEn} was not counted: ${whyMissed(reason, names.tier)}`;
    default:
      return laterSentence(reason);
  }
}

const grantSentences: Record<Extract<Reason, { code: "granted" }>["what"], string> = {
  "birthday": "Happy birthday",
  "festival": "Happy holiday",
  "referrer": "The friend you invited has shopped",
  "friend": "Joined by invitation and shopped",
  "share": "Somebody opened the link you shared",
  "survey": "Thank you for answering the survey",
  "check-in": "Checked in today",
  "profile": "Your profile is complete",
  "recharge": "Recharge",
};

/** What happens around a sale: enrolment, returns, debts. */
function laterSentence(reason: Reason): string {
  switch (reason.code) {
    case "no-member":
      return "No member was named at this sale";
    case "sign-up":
      return `${points(reason.points)} for joining`;
    case "granted":
      return `${grantSentences[reason.what]}: ${points(reason.points)}`;
    case "streak":
      return `Day ${f.count(reason.days)} in a row, ${points(reason.points)} of it for the streak`;
    case "grant-forfeit":
      return `The purchase behind it was returned: ${points(reason.points)} taken back`;
    case "offset-used":
      return `${points(reason.points)} paid ${f.money(reason.fen)} (${
        points(reason.perPoints)
      } pay ${f.moneyShort(reason.perFen)})`;
    case "offset-returned":
      return `${points(reason.points)} that had paid ${f.money(reason.fen)} given back`;
    case "returned":
      return `After the return ${f.money(reason.eligibleAfterFen)} counts instead of ${
        f.money(reason.eligibleBeforeFen)
      }`;
    case "taken-back":
      return `${points(reason.points)} taken back`;
    case "returned-granted":
      return `What is kept earns more: ${points(reason.points)} given`;
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
    case "validity-extended":
      return `${points(reason.points)} good for ${f.count(reason.days)} more ${
        f.plural(reason.days, { one: "day", other: "days" })
      }`;
    default:
      return reason.code;
  }
}
