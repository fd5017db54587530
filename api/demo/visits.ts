/** When people come and what they put into the basket: the week's rhythm, the day's peaks, the
 *  seasons, the odd discount. Pure but for the chance handed in. @module */
import { addDays, type Day, daysBetween, startOfDay } from "../../shared/business-day.ts";
import type { SaleLineInput } from "../../shared/sales/endpoints.ts";
import type { DemoProduct } from "./goods.ts";
import { hexinProducts } from "./goods-hexin.ts";
import { muchenProducts } from "./goods-muchen.ts";
import { hexin, storesOf } from "./places.ts";
import type { Chance } from "./random.ts";
import type { Shopper } from "./shoppers.ts";

export type Visit = { at: number; storeId: string; lines: SaleLineInput[]; totalFen: number };

/** Sunday first. */
const weekdays = {
  market: [1.35, 0.8, 0.8, 0.85, 0.9, 1.1, 1.5],
  bakery: [1.2, 1, 1, 1, 1, 1.1, 1.3],
};

/** [hour, weight] */
const hours = {
  market: [
    [8, 1],
    [9, 3],
    [10, 4],
    [11, 3],
    [12, 2],
    [13, 1.5],
    [14, 1.5],
    [15, 2],
    [16, 3],
    [17, 5],
    [
      18,
      6,
    ],
    [19, 5],
    [20, 3],
    [21, 1],
  ],
  bakery: [
    [7, 3],
    [8, 6],
    [9, 4],
    [10, 2],
    [11, 2],
    [12, 3],
    [13, 2],
    [14, 3],
    [15, 5],
    [16, 5],
    [
      17,
      5,
    ],
    [18, 5],
    [19, 3],
    [20, 1],
  ],
} satisfies Record<string, [number, number][]>;

/** Busier before the Spring Festival, in June, before National Day and in November. */
const seasons = [
  { from: "01-18", to: "02-12", factor: 1.6 },
  { from: "06-14", to: "06-20", factor: 1.25 },
  { from: "09-18", to: "10-03", factor: 1.35 },
  { from: "11-08", to: "11-12", factor: 1.3 },
];

const seasonOf = (day: Day): number => {
  const date = day.slice(5);
  return seasons.find((s) => date >= s.from && date <= s.to)?.factor ?? 1;
};

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day): number => (daysBetween("1970-01-01", day) + 4) % 7;

/** A day of the year with how busy it is. */
export type CalendarDay = { startAt: number; busy: Record<keyof typeof weekdays, number> };

/** The days from the first to the last, worked out once for everybody. */
export const calendarOf = (first: Day, last: Day): CalendarDay[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => {
    const day = addDays(first, i);
    const season = seasonOf(day);
    const weekday = weekdayOf(day);
    return {
      startAt: startOfDay(day),
      busy: {
        market: weekdays.market[weekday]! * season,
        bakery: weekdays.bakery[weekday]! * season,
      },
    };
  });

const instantIn = (day: CalendarDay, kind: keyof typeof hours, chance: Chance): number => {
  const [hour] = chance.weighted<[number, number]>(hours[kind], ([, weight]) => weight);
  return day.startAt + hour * 3_600_000 + chance.int(0, 3_599) * 1000;
};

const quantityOf = (product: DemoProduct, chance: Chance): number => {
  if (product.weighed) return chance.int(50, 360) * 5;
  if (product.priceFen > 5_000 || chance.happens(0.8)) return 1000;
  return chance.happens(0.75) ? 2000 : 3000;
};

const lineOf = (product: DemoProduct, chance: Chance): SaleLineInput => {
  const quantityMilli = quantityOf(product, chance);
  const full = Math.round(product.priceFen * quantityMilli / 1000);
  const off = chance.happens(0.08) ? chance.pick([0.8, 0.85, 0.9]) : 1;
  return { sku: product.sku, quantityMilli, amountFen: Math.max(1, Math.round(full * off)) };
};

/** A basket of about so many different lines. */
export const basketOf = (
  brandId: string,
  lines: number,
  chance: Chance,
): Pick<Visit, "lines" | "totalFen"> => {
  const shelf = brandId === hexin ? hexinProducts : muchenProducts;
  const count = Math.max(1, Math.round(lines * (0.4 + chance.next() * 1.2)));
  const chosen = new Set<DemoProduct>();
  for (let i = 0; i < count; i++) chosen.add(chance.weighted(shelf, (p) => p.weight));
  const basket = [...chosen].map((product) => lineOf(product, chance));
  return { lines: basket, totalFen: basket.reduce((sum, l) => sum + l.amountFen, 0) };
};

const dayMs = 86_400_000;

/** All visits of a shopper from joining until now, in order of time. */
export const visitsOf = (
  shopper: Shopper,
  calendar: readonly CalendarDay[],
  now: number,
  chance: Chance,
): Visit[] => {
  const kind = shopper.brandId === hexin ? "market" : "bakery";
  const last = shopper.goneOn === null ? now : startOfDay(shopper.goneOn);
  const visits: Visit[] = [];
  for (const day of calendar) {
    if (day.startAt + dayMs <= shopper.joinedAt || day.startAt > last) continue;
    if (!chance.happens(shopper.visitsPerWeek / 7 * day.busy[kind])) continue;
    const at = instantIn(day, kind, chance);
    const storeId = chance.happens(0.88)
      ? shopper.homeStoreId
      : chance.pick(storesOf(shopper.brandId)).id;
    const basket = basketOf(shopper.brandId, shopper.basket, chance);
    if (at > shopper.joinedAt && at < now) visits.push({ at, storeId, ...basket });
  }
  return visits.sort((a, b) => a.at - b.at);
};

/** Sales to people who are no members, at one store. */
export const walkInsOf = (
  store: { id: string; brandId: string; share: number },
  calendar: readonly CalendarDay[],
  now: number,
  chance: Chance,
): Visit[] => {
  const kind = store.brandId === hexin ? "market" : "bakery";
  const visits: Visit[] = [];
  for (const day of calendar) {
    const count = Math.round(chance.next() * 2 * store.share * day.busy[kind] + 0.1);
    for (let i = 0; i < count; i++) {
      const at = instantIn(day, kind, chance);
      if (at < now) visits.push({ at, storeId: store.id, ...basketOf(store.brandId, 2.6, chance) });
    }
  }
  return visits.sort((a, b) => a.at - b.at);
};
