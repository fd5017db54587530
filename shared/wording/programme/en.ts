import { en as calendar } from "../calendar/en.ts";
import { formatsOf } from "../format.ts";
import type { ProgrammeWording } from "./zh.ts";

const f = formatsOf("en");

export const en: ProgrammeWording = {
  title: "How you earn",
  lead: (effectiveFrom) =>
    effectiveFrom > 0
      ? `The rules today, in force since ${f.date(effectiveFrom)}`
      : "The rules today",
  sections: {
    earning: "Earning when you buy",
    specials: "Specials",
    offset: "Paying with points",
    validity: "How long points last",
    grants: "Points without buying",
  },
  marks: { today: "Today", yours: "Just for you", tier: "Your tier" },
  noSpecials: "No specials right now; purchases earn as always.",
  empty: "No rules yet",
  emptyHint: "They will show up here once they are published.",
  season: (id, from, to) =>
    `${calendar.festivals[id]}: ${from === to ? f.day(from) : `${f.day(from)} to ${f.day(to)}`}`,
};
