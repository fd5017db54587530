import type { showOverview } from "../../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../../shared/endpoint.ts";
import { dayOf } from "../../../shared/business-day.ts";
import { day, dice, now } from "./places.ts";

type Overview = AnswerOf<typeof showOverview>;

/** Thirty days with busy week-ends and a member day on the 8th. */
export const overview = (): Overview => {
  const roll = dice(20261122);
  const days = Array.from({ length: 30 }, (_, index) => {
    const on = dayOf(now - (29 - index) * day);
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    const busy = (weekday === 0 || weekday === 6 ? 1.5 : 1) * (on.endsWith("-08") ? 1.7 : 1);
    const sales = Math.round((230 + roll() * 70) * busy);
    const salesFen = sales * Math.round(7_800 + roll() * 1_900);
    return {
      day: on,
      salesFen,
      sales,
      issued: Math.round((salesFen / 1_000) * (1.05 + roll() * 0.1)),
      redeemed: Math.round((salesFen / 1_000) * (0.35 + roll() * 0.3)),
      newMembers: Math.round((4 + roll() * 6) * busy),
    };
  });
  return { days, outstanding: 1_284_630, members: 8_416, openClaims: 37, lapsing30: 86_240 };
};

export const quietOverview = (): Overview => ({
  days: overview().days.map((each) => ({
    ...each,
    salesFen: 0,
    sales: 0,
    issued: 0,
    redeemed: 0,
    newMembers: 0,
  })),
  outstanding: 0,
  members: 0,
  openClaims: 0,
  lapsing30: 0,
});
