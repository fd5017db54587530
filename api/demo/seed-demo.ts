/** Fills an empty database with the demo chain: two brands, five stores, a year of trade, all of it
 *  through the same verbs that the doors call. @module */
import { addDays, dayOf, startOfDay } from "../../shared/business-day.ts";
import { type House, openDesk, programme } from "../desk.ts";
import { insertStockMove } from "../gifts/queries.ts";
import { lapseClaims } from "../gifts/lapse-claims.ts";
import { lapseLots } from "../points/lapse-lots.ts";
import { createNudge } from "../push/nudge.ts";
import { type DemoSheet, demoSheet } from "./demo-sheet.ts";
import { daysOfTrade, giftId, giftsOf, layOut } from "./lay-out.ts";
import { type Life, openLife } from "./live.ts";
import { readMark, writeMark } from "./mark.ts";
import { brands, storesOf } from "./places.ts";
import { type PlannedLife, planYear } from "./plan.ts";
import { demoTouches } from "./touches.ts";

const seed = "jifu-1";

/** Lives that go on at the same time: their commands share the writer's batches. */
const atOnce = 96;

/** Fills the database if it is empty. Whatever was interrupted is taken up again: every step is a
 *  command with its own key, and the demo's last day stays the day it began.
 *  @param say told how far it is, for the terminal
 *  @param share of the full number of people, for tests
 *  @returns what to type, or null where this database is no demo's */
export const seedDemo = async (
  house: House,
  { say = () => {}, share = 1 }: { say?: (line: string) => void; share?: number } = {},
): Promise<DemoSheet | null> => {
  const mark = await readMark(house);
  if (mark?.state === "done") return demoSheet(house);
  if (!mark && (await house.db.execute("select 1 from brand limit 1")).length) return null;
  const now = mark?.now ?? house.clock();
  if (!mark) {
    await house.db.write([
      ...layOut(house, dayOf(now)),
      writeMark.row({ value: JSON.stringify({ state: "begun", now }), kept_at: now }),
    ]);
  }
  const quiet: House = { ...house, nudge: createNudge() };
  await hurried(house, async () => {
    await liveYear(quiet, now, planYear(seed, now, share), say);
    await demoTouches(quiet, now);
  });
  await house.db.write([
    ...await countedStock(quiet, now),
    writeMark.row({ value: JSON.stringify({ state: "done", now }), kept_at: now }),
  ]);
  return demoSheet(house);
};

/** On a file, does not wait for the disk after every batch meanwhile: in WAL mode a power cut then
 *  costs the last batches and never the file's consistency, and a seed takes up where it stopped. */
const hurried = async (house: House, work: () => Promise<void>): Promise<void> => {
  if (!house.db.file) return await work();
  await house.db.execute("pragma synchronous=NORMAL");
  try {
    await work();
  } finally {
    await house.db.execute("pragma synchronous=FULL");
  }
};

/** Month by month: everybody lives on, then what lapsed is booked out. */
const liveYear = async (
  house: House,
  now: number,
  plan: readonly PlannedLife[],
  say: (line: string) => void,
): Promise<void> => {
  const lives = plan.map((life) => openLife(house, life));
  const ends = monthEnds(now);
  for (const [i, end] of ends.entries()) {
    await together(lives, end);
    const desk = openDesk(house, programme, { now: end });
    await lapseClaims(desk);
    await lapseLots(desk);
    say(`${Math.round((i + 1) / ends.length * 100)} %`);
  }
};

/** Five minutes into each month of the year, then now. */
const monthEnds = (now: number): number[] => {
  const first = addDays(dayOf(now), -daysOfTrade - 31);
  const months: number[] = [];
  for (let day = first; startOfDay(day) < now; day = addDays(day, 1)) {
    if (day.endsWith("-01")) months.push(startOfDay(day) + 5 * 60_000);
  }
  return [...months.filter((at) => at < now), now];
};

const together = async (lives: readonly Life[], until: number): Promise<void> => {
  const waiting = [...lives];
  const worker = async () => {
    for (let life = waiting.shift(); life; life = waiting.shift()) await life.until(until);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** Stocktaking at the end: each shelf gets what the list says is left. */
const countedStock = async (house: House, now: number) => {
  const rows = await house.db.execute("select gift_id, store_id, remaining from gift_stock");
  const wanted = new Map(
    brands.flatMap(({ id }) =>
      giftsOf(id).flatMap((gift) =>
        storesOf(id).map((store, i) =>
          [`${giftId(id, gift)}@${store.id}`, gift.left[i] ?? 0] as const
        )
      )
    ),
  );
  return rows.flatMap((row) => {
    const left = wanted.get(`${row.gift_id}@${row.store_id}`);
    const amount = (left ?? 0) - Number(row.remaining);
    if (left === undefined || amount === 0) return [];
    return [insertStockMove.row({
      gift_id: String(row.gift_id),
      store_id: String(row.store_id),
      cause: "moved",
      cause_id: "stocktaking",
      amount,
      at: now,
    })];
  });
};
