/** The rules in force for one member, as sections of plain sentences, in whatever language. @module */
import type { Day } from "../../business-day.ts";
import type { MemberProgramme } from "../../programme/endpoints.ts";
import { holdsToday, type Season, seasonsOf } from "../../programme/member-rules.ts";
import type { RulesWording } from "../rules/zh.ts";
import type { ProgrammeWording } from "./zh.ts";

export type Mark = keyof ProgrammeWording["marks"];
export type SectionName = keyof ProgrammeWording["sections"];

export interface ToldLine {
  key: string;
  /** What head office calls the rule; null where it has no name of its own. */
  name: string | null;
  text: string;
  marks: Mark[];
  /** The festivals' days of this season. */
  days: string[];
}

export interface ToldSection {
  name: SectionName;
  lines: ToldLine[];
}

type Named = { nameZh: string; nameEn: string };

export interface Saying {
  t: ProgrammeWording;
  rules: RulesWording;
  /** The name of a thing in the language of the sentences. */
  nameOf: (named: Named) => string;
}

const order: readonly SectionName[] = ["earning", "specials", "offset", "validity", "grants"];

const sectionOf = (key: string): SectionName => {
  const kind = key.split(":")[0] ?? "";
  if (kind === "rule" || kind === "group") return "specials";
  if (kind === "sign-up" || kind === "grant") return "grants";
  if (kind === "validity" || kind === "pending") return "validity";
  return kind === "offset" ? "offset" : "earning";
};

const start = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** @param day today; a birthday is known for the day on which the rules were read alone */
export function sayProgramme(read: MemberProgramme, day: Day, saying: Saying): ToldSection[] {
  const { t, rules, nameOf } = saying;
  const name = (id: string): string | null => {
    const found = read.names.find((each) => each.id === id);
    return found ? nameOf(found) : null;
  };
  const names = {
    tiers: read.tiers.map((tier) => ({ id: tier.id, name: nameOf(tier) })),
    category: (id: string) => name(id) ?? id,
    product: name,
    store: name,
    memberCategory: () => null,
    tag: () => null,
  };
  const me = { tierId: read.tierId, birthday: day === read.day ? read.birthday : [] };
  const say = ({ id, from, to }: Season): string => t.season(id, from, to);
  const told = rules.lines(read.rules, names).map(({ key, text }): ToldLine => {
    const rule = read.rules.rules?.find(({ id }) => key === `rule:${id}`);
    const line = { key, name: null, text: start(text), marks: [], days: [] };
    if (!rule) return { ...line, ...dated(read, key, day, me, say) };
    const { festivals } = rule.when;
    return {
      ...line,
      name: nameOf(rule),
      text: start(rules.rule(rule, names)),
      marks: [
        ...(holdsToday(rule.when, day, me) ? ["today" as const] : []),
        ...(read.yours.includes(rule.id) ? ["yours" as const] : []),
      ],
      days: festivals ? seasonsOf(festivals, day).map(say) : [],
    };
  });
  const today = ({ marks }: ToldLine) => marks.includes("today") ? 0 : 1;
  return order.map((section) => {
    const lines = told.filter(({ key }) => sectionOf(key) === section);
    if (section === "specials") lines.sort((a, b) => today(a) - today(b));
    return { name: section, lines };
  });
}

/** What hangs on the day in the lines that are no rule's. */
function dated(
  { rules: { grants, offset }, tierId }: MemberProgramme,
  key: string,
  day: Day,
  me: Parameters<typeof holdsToday>[2],
  say: (season: Season) => string,
): { marks: Mark[]; days: string[] } {
  const marked = (mark: Mark, holds: boolean | undefined) => ({
    marks: holds ? [mark] : [],
    days: [],
  });
  if (key === `tier:${tierId}`) return marked("tier", true);
  if (key === "offset:window") {
    return marked("today", offset?.window ? holdsToday(offset.window, day, me) : false);
  }
  if (key === "grant:birthday") {
    return marked("today", grants?.birthday ? me.birthday.includes(grants.birthday.when) : false);
  }
  const gift = grants?.festivals.find((each) => key === `grant:festival:${each.festivalId}`);
  if (!gift) return marked("today", false);
  const [next] = seasonsOf({ ids: [gift.festivalId], daysBefore: 0, daysAfter: 0 }, day);
  return next
    ? { marks: next.from === day ? ["today"] : [], days: [say(next)] }
    : marked("today", false);
}
