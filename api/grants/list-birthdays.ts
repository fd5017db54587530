/** Who celebrates in the days ahead. @module */
import { inScope } from "../../shared/access.ts";
import { addDays, dayOf } from "../../shared/business-day.ts";
import { celebratedFrom } from "../../shared/calendar/celebrated.ts";
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf, QueryOf } from "../../shared/endpoint.ts";
import type { listBirthdays } from "../../shared/grants/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { birthdayInSight } from "../access/birthday-sight.ts";
import type { Desk } from "../desk.ts";
import { celebrants } from "./gift-queries.ts";

type Day = AnswerOf<typeof listBirthdays>["days"][number];

const daysUsual = 7;

/** @throws Problem not-found */
export const birthdaysAhead = async (
  desk: Desk,
  { brandId, days = daysUsual }: QueryOf<typeof listBirthdays>,
): Promise<AnswerOf<typeof listBirthdays>> => {
  if (!inScope(desk.actor.scope, brandId)) throw new Problem("not-found");
  const today = dayOf(desk.now);
  const dates = celebratedFrom(today, addDays(today, days - 1));
  const found = await Promise.all(
    dates.map((d) => desk.db.readSeen(celebrants, [brandId, d.calendar, d.monthDay], desk.seen)),
  );
  const byDay = new Map<string, Day>();
  dates.forEach(({ on, calendar }, i) => {
    const rows = found[i]!;
    const day = byDay.get(on) ?? { on, members: [], total: 0 };
    byDay.set(on, day);
    day.total += rows[0]?.total ?? 0;
    day.members.push(...rows.map((row) => ({
      memberId: row.id,
      nameMasked: maskName(row.name),
      birthday: { on: birthdayInSight(desk, row.birthday), calendar },
    })));
  });
  return { days: [...byDay.values()] };
};
