/** The year as planned: who comes when, with receipt numbers given in the order of the till. What
 *  happens with the points is decided as the year is lived (live.ts). @module */
import { addDays, dayOf } from "../../shared/business-day.ts";
import { daysOfTrade } from "./lay-out.ts";
import { brands, stores } from "./places.ts";
import { type Chance, chanceOf } from "./random.ts";
import { type Shopper, shoppersOf } from "./shoppers.ts";
import { calendarOf, type Visit, visitsOf, walkInsOf } from "./visits.ts";

export type NumberedVisit = Visit & { orderNo: string };

/** Strangers need not wait for each other: so many lives for those of one store. */
const queues = 16;

/** One member's year, or (shopper null) some of the strangers at one store. */
export type PlannedLife = {
  name: string;
  shopper: Shopper | null;
  visits: NumberedVisit[];
  /** For everything that is decided as it comes. */
  chance: Chance;
  /** For ids and codes: apart from the decisions, because a command that is decided anew draws
   *  again. */
  ids: Chance;
};

/** `H01-261115-0042`: store, day, number of the day. */
const numberVisits = (lives: readonly PlannedLife[]): void => {
  const counts = new Map<string, number>();
  const all = lives.flatMap((life) => life.visits).sort((a, b) => a.at - b.at);
  for (const visit of all) {
    const code = stores.find((s) => s.id === visit.storeId)!.code;
    const day = dayOf(visit.at).slice(2).replaceAll("-", "");
    const n = (counts.get(code + day) ?? 0) + 1;
    counts.set(code + day, n);
    visit.orderNo = `${code}-${day}-${String(n).padStart(4, "0")}`;
  }
};

const unnumbered = (visits: readonly Visit[]): NumberedVisit[] =>
  visits.map((visit) => ({ ...visit, orderNo: "" }));

const chancesOf = (seed: string, name: string) => ({
  chance: chanceOf(seed, `life ${name}`),
  ids: chanceOf(seed, `ids ${name}`),
});

/** The whole chain's year up to an instant; the same for the same seed and instant.
 *  @param share of the full number of people, for tests */
export const planYear = (seed: string, now: number, share = 1): PlannedLife[] => {
  const today = dayOf(now);
  const calendar = calendarOf(addDays(today, -daysOfTrade - 40), today);
  const year = calendar.slice(40);
  const members = brands.flatMap(({ id }) =>
    shoppersOf(id, today, chanceOf(seed, id), share).map((shopper, i) => {
      const name = `${id}/${i}`;
      const visits = unnumbered(visitsOf(shopper, calendar, now, chanceOf(seed, `visits ${name}`)));
      return { name, shopper, visits, ...chancesOf(seed, name) };
    })
  );
  const strangers = stores.flatMap((store) => {
    const visits = unnumbered(
      walkInsOf(store, year, now, chanceOf(seed, `strangers ${store.id}`)),
    );
    return Array.from({ length: queues }, (_, q) => {
      const name = `${store.id}/${q}`;
      const own = visits.filter((_, i) => i % queues === q && i < visits.length * share);
      return { name, shopper: null, visits: own, ...chancesOf(seed, name) };
    });
  });
  const lives = [...members, ...strangers];
  numberVisits(lives);
  return lives;
};
