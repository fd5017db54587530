import { dayOf } from "../../shared/business-day.ts";

/** How many orders a terminal has numbered on a day. */
export interface OrderCount {
  day: string;
  count: number;
  /** The counts of the days before and after that were numbered: a clock that was put back or ran
   *  ahead goes on where that day stood. */
  others?: Record<string, number>;
}

/** So many days are remembered. */
const DAYS = 40;

/** The count after one more order at an instant (ms); starts over each day, and gives no number
 *  twice wherever the clock goes: a day too early to be remembered counts on the earliest one. */
export function countOrder(before: OrderCount | undefined, at: number): OrderCount {
  if (!before) return { day: dayOf(at), count: 1 };
  const known = { ...before.others, [before.day]: before.count };
  const days = Object.keys(known).sort();
  const full = days.length >= DAYS;
  const day = full && dayOf(at) < days[0]! ? days[0]! : dayOf(at);
  const count = (known[day] ?? 0) + 1;
  const others = Object.entries(known).filter(([each]) => each !== day);
  // What is left out is the earliest, and the new one is later than that.
  const left = others.sort(([a], [b]) => a < b ? -1 : 1).slice(-(DAYS - 1));
  return { day, count, ...(left.length > 0 ? { others: Object.fromEntries(left) } : {}) };
}

/** `20261122-7QK2-0042`: day, the end of the terminal's id, the terminal's count of the day. */
export function orderNo(terminalId: string, { day, count }: OrderCount): string {
  const tail = terminalId.slice(-4).toUpperCase();
  return `${day.replaceAll("-", "")}-${tail}-${String(count).padStart(4, "0")}`;
}
