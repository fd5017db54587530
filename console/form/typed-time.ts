/** Moments of the stores' calendar as a field of day and minute takes them. NaN stands for what is
 *  none, so that a schema refuses it. */
import { SHANGHAI_OFFSET } from "../../shared/business-day.ts";

const ahead = SHANGHAI_OFFSET * 60_000;

/** An instant as "YYYY-MM-DDTHH:mm" on the stores' clock. */
export const momentText = (at: number): string => new Date(at + ahead).toISOString().slice(0, 16);

/** The instant that was typed on the stores' clock; NaN otherwise. */
export function momentOf(text: string): number {
  const full = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  return full - ahead;
}
