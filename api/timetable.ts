/** What runs by the clock: the map of the house for everything nobody asks for. @module */
import type { MessageChannel } from "../shared/push/message.ts";
import type { House } from "./desk.ts";
import { lapseClaims } from "./gifts/lapse-claims.ts";
import { receiveOverdue } from "./gifts/step-gift-order.ts";
import { grantBirthdays } from "./grants/grant-birthdays.ts";
import { grantFestivals } from "./grants/grant-festivals.ts";
import { settleReferrals } from "./grants/settle-referrals.ts";
import { lapseLots } from "./points/lapse-lots.ts";
import { sealDay, unsealedDays } from "./points/seal-day.ts";
import { extendLots } from "./programme/extend-lots.ts";
import { remindOfLapse } from "./push/remind-of-lapse.ts";
import { sendMessages } from "./push/send-messages.ts";
import { vapidOf } from "./push/vapid.ts";
import { refillTags } from "./tags/fill-tag.ts";
import { reviewTiers } from "./tiers/review-tiers.ts";
import { lapseTransfers } from "./transfers/give-transfer-back.ts";
import { purge } from "./timetable/purge.ts";
import { enterJobs, giveBack, type Job, leaseDueJobs, runLeasedJob } from "./timetable/run-jobs.ts";

const minute = 60_000;

/** Jobs, each safe to repeat and in one process at a time. Hours are the stores' own. */
export const jobs: readonly Job[] = [
  { name: "lapse-lots", pace: { everyMs: 10 * minute }, run: (desk) => lapseLots(desk) },
  { name: "pay-referrals", pace: { everyMs: minute / 4 }, run: (desk) => settleReferrals(desk) },
  { name: "grant-birthdays", pace: { everyMs: 30 * minute }, run: (desk) => grantBirthdays(desk) },
  { name: "grant-festivals", pace: { everyMs: 30 * minute }, run: (desk) => grantFestivals(desk) },
  { name: "lapse-claims", pace: { everyMs: minute }, run: (desk) => lapseClaims(desk) },
  { name: "receive-orders", pace: { everyMs: 60 * minute }, run: (desk) => receiveOverdue(desk) },
  {
    name: "seal-days",
    pace: { dailyAt: { hour: 0, minute: 10 } },
    run: async (desk) => {
      const days = await unsealedDays(desk);
      for (const day of days) await sealDay(desk, day);
      return days.length;
    },
  },
  {
    name: "remind-of-lapse",
    pace: { dailyAt: { hour: 10, minute: 0 } },
    run: (desk) => remindOfLapse(desk),
  },
  { name: "lapse-transfers", pace: { everyMs: minute }, run: (desk) => lapseTransfers(desk) },
  {
    name: "review-tiers",
    pace: { dailyAt: { hour: 0, minute: 30 } },
    run: (desk) => reviewTiers(desk),
  },
  { name: "extend-lots", pace: { everyMs: minute }, run: (desk) => extendLots(desk) },
  {
    name: "refill-tags",
    pace: { dailyAt: { hour: 2, minute: 0 } },
    run: (desk) => refillTags(desk),
  },
  { name: "purge", pace: { dailyAt: { hour: 3, minute: 30 } }, run: (desk) => purge(desk) },
];

/** Channels are lanes of their own: a slow push service keeps no code waiting. */
const lanes: readonly MessageChannel[] = ["sms", "email", "push"];

const tickMs = 1_000;
/** After a nudge the push leaves this soon; a thousand nudges a second are one look. */
const nudgedMs = 50;
/** How long a stop waits for what runs; whatever it cuts off is repeated after its lease. */
const stopMs = 2_000;

const logged = (what: string) => (error: unknown): void =>
  console.error(JSON.stringify({
    level: "error",
    what,
    error: error instanceof Error ? error.stack : String(error),
  }));

/** Starts the clock. A process that forwards its writes has none: the writer's does the work.
 *  @returns stops it and waits a moment for what runs */
export const startTimetable = (
  house: House,
  run: readonly Job[] = jobs,
): () => Promise<void> => {
  if (house.settings.writerUrl) return () => Promise.resolve();
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  let stopped = false;
  let entered = false;

  const track = (what: string, work: () => Promise<unknown>): void => {
    const done: Promise<void> = work().then(() => {}, logged(what)).finally(() =>
      running.delete(done)
    );
    running.add(done);
  };
  /** Does not start what still runs: the next tick sees to it. */
  const once = (what: string, work: () => Promise<unknown>): void => {
    if (stopped || busy.has(what)) return;
    busy.add(what);
    track(what, () => work().finally(() => busy.delete(what)));
  };
  const send = (lane: MessageChannel): void => once(lane, () => sendMessages(house, lane));
  const lookForJobs = async (): Promise<void> => {
    if (!entered) {
      await vapidOf(house);
      await enterJobs(house, run);
      entered = true;
    }
    const due = await leaseDueJobs(house, run);
    if (stopped) return await giveBack(house, due);
    for (const leased of due) track(leased.job.name, () => runLeasedJob(house, leased));
  };
  const tick = (): void => {
    for (const lane of lanes) send(lane);
    once("jobs", lookForJobs);
  };

  let soon: ReturnType<typeof setTimeout> | undefined;
  const unlisten = house.nudge.listen(() => {
    soon ??= setTimeout(() => {
      soon = undefined;
      send("push");
    }, nudgedMs);
  });
  const timer = setInterval(tick, tickMs);
  tick();

  /** Whoever looks for jobs may just have begun some. */
  const ended = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return async () => {
    stopped = true;
    clearInterval(timer);
    clearTimeout(soon);
    unlisten();
    let late: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>((done) => (late = setTimeout(done, stopMs)));
    await Promise.race([ended(), waited]);
    clearTimeout(late);
  };
};
