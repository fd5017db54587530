import { dayOf } from "../../shared/business-day.ts";

/** How many orders a terminal has numbered on a day. */
export interface OrderCount {
  day: string;
  count: number;
}

/** The count after one more order at an instant (ms); starts over each day. */
export function countOrder(before: OrderCount | undefined, at: number): OrderCount {
  const day = dayOf(at);
  return { day, count: before?.day === day ? before.count + 1 : 1 };
}

/** `20261122-7QK2-0042`: day, the end of the terminal's id, the terminal's count of the day. */
export function orderNo(terminalId: string, { day, count }: OrderCount): string {
  const tail = terminalId.slice(-4).toUpperCase();
  return `${day.replaceAll("-", "")}-${tail}-${String(count).padStart(4, "0")}`;
}
