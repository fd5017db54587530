/** Birthday points, or the gift that a tier promises, by the clock: to every active member in whose window today lies, once a year.
 *  Found by month and day, a page at a time, so that the writer is never held. @module */
import { addDays, dayOf, endOfDay, startOfDay } from "../../shared/business-day.ts";
import { windowOf } from "../../shared/calendar/birthday.ts";
import {
  celebratedAround,
  type CelebratedDate,
  celebratedFrom,
} from "../../shared/calendar/celebrated.ts";
import type { GrantRules } from "../../shared/grants/grant-rules.ts";
import { birthdaySettlesMs } from "../../shared/members/birthday-change.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import type { Desk } from "../desk.ts";
import { rulesAt, type RulesRow } from "../points/queries.ts";
import { birthdaysDue, brandIds, pageMax, visitedBetween } from "./gift-queries.ts";
import { giveBirthdayGift } from "./give-birthday-gift.ts";
import { giveOnce } from "./give-once.ts";
import { grantsOf } from "./grant-rules.ts";

/** Nights without a server that lose nobody their birthday. */
const catchUpDays = 2;

/** Where the programme gives nothing to everybody, a tier may promise it all the same. */
const tiersAlone: BirthdayRules = { points: 0, when: "day", paid: "window-opens" };

type BirthdayRules = NonNullable<GrantRules["birthday"]>;

/** @returns members who got theirs */
export const grantBirthdays = async (desk: Desk): Promise<number> => {
  let granted = 0;
  for (const { id } of await desk.db.read(brandIds, [])) {
    const [rules] = await desk.db.read(rulesAt, [id, desk.now]);
    if (!rules) continue;
    const birthday = grantsOf(rules).birthday ?? tiersAlone;
    for (const date of datesDue(birthday, dayOf(desk.now))) {
      granted += await grantDate(desk, id, rules, birthday, date);
    }
  }
  return granted;
};

/** The dates in whose window today lies; of single days the last few too. */
const datesDue = ({ when }: BirthdayRules, today: string): CelebratedDate[] =>
  when === "day"
    ? celebratedFrom(addDays(today, -catchUpDays), today)
    : celebratedAround(today, when);

const grantDate = async (
  desk: Desk,
  brandId: string,
  rules: RulesRow,
  birthday: BirthdayRules,
  date: CelebratedDate,
): Promise<number> => {
  const { calendar, monthDay, year, on } = date;
  const { from, to } = windowOf(on, birthday.when);
  let granted = 0;
  for (let after = "";;) {
    const due = await desk.db.read(birthdaysDue, [
      brandId,
      calendar,
      monthDay,
      year,
      endOfDay(to),
      after,
      desk.now - birthdaySettlesMs,
    ]);
    const given = await Promise.all(due.map(async ({ id, tier_points, tier_gift }) => {
      // What the tier promises stands in place of what everybody gets.
      const points = tier_points ?? birthday.points;
      if (points === 0 && tier_gift === null) return false;
      if (birthday.paid === "visit") {
        const visit = await desk.db.read(visitedBetween, [id, startOfDay(from), endOfDay(to)]);
        if (visit.length === 0) return false;
      }
      const cause = { kind: "birthday", id: `${id}.${year}` } as const;
      if (tier_gift !== null) return await giveBirthdayGift(desk, id, cause, tier_gift);
      return await giveOnce(desk, id, rules, {
        cause,
        points,
        title: grantTitles.birthday,
        reasons: [{ code: "granted", what: "birthday", points }],
      });
    }));
    granted += given.filter(Boolean).length;
    if (due.length < pageMax) return granted;
    after = due.at(-1)!.id;
  }
};
