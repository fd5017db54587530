import type { showOverview } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";

export type Overview = AnswerOf<typeof showOverview>;
export type OverviewDay = Overview["days"][number];

/** Sum of a series. */
export const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);

/** The last 7 values against the 7 before, as a share, in whole tenths of a percent; null when
 *  there is nothing to compare. */
export function trendOf(values: readonly number[]): number | null {
  const last = sumOf(values.slice(-7));
  const before = sumOf(values.slice(-14, -7));
  return before === 0 ? null : Math.round((last / before - 1) * 1000) / 1000;
}
