/** Runs what is due, each job in one process at a time. A run holds a lease in the database and
 *  renews it; if the process dies the lease ends and the job is run again from the start, so a job
 *  must be safe to repeat. @module */
import { ranks, reading, writing } from "../db/statement.ts";
import { type Desk, type House, openDesk, programme } from "../desk.ts";
import { dueAt, dueJobs, firstRunAt, nextRunAt, type Pace, retryRunAt } from "./pace.ts";

export type Job = {
  name: string;
  pace: Pace;
  /** What there is to do; its answer is kept as the outcome. Must be safe to repeat. */
  run: (desk: Desk) => Promise<unknown>;
};

export const leaseMs = 60_000;

export type JobRow = {
  name: string;
  leased_by: string | null;
  leased_until: number;
  last_run_at: number | null;
  last_outcome: string | null;
  next_run_at: number;
};

const allJobs = reading<[], JobRow>("jobs", "select j.key as n, b.* from json_each(?1) j, job b");

const enterJob = writing<{ name: string; next_run_at: number }>(
  "enter job",
  ranks.change,
  ["name", "next_run_at"],
  `insert into job (name, next_run_at) select j.value->>0, j.value->>1 from json_each(?1) j
   where true on conflict (name) do nothing`,
);

const leaseJob = writing<{ name: string; leased_by: string; leased_until: number; now: number }>(
  "lease job",
  ranks.change,
  ["name", "leased_by", "leased_until", "now"],
  `update job set leased_by = j.value->>1, leased_until = j.value->>2 from json_each(?1) j
   where job.name = j.value->>0 and job.leased_until <= j.value->>3
     and job.next_run_at <= j.value->>3`,
);

const renewLease = writing<{ name: string; leased_by: string; leased_until: number }>(
  "renew job lease",
  ranks.change,
  ["name", "leased_by", "leased_until"],
  `update job set leased_until = j.value->>2 from json_each(?1) j
   where job.name = j.value->>0 and job.leased_by = j.value->>1`,
);

const finishJob = writing<
  { name: string; leased_by: string; last_run_at: number; last_outcome: string; next: number }
>(
  "finish job",
  ranks.change,
  ["name", "leased_by", "last_run_at", "last_outcome", "next"],
  `update job set leased_by = null, leased_until = 0, last_run_at = j.value->>2,
     last_outcome = j.value->>3, next_run_at = j.value->>4
   from json_each(?1) j where job.name = j.value->>0 and job.leased_by = j.value->>1`,
);

const freeJob = writing<{ name: string; leased_by: string }>(
  "free job",
  ranks.change,
  ["name", "leased_by"],
  `update job set leased_by = null, leased_until = 0
   from json_each(?1) j where job.name = j.value->>0 and job.leased_by = j.value->>1`,
);

/** Gives leases back that will not be used, so that the next process need not wait for their end. */
export const giveBack = async (house: House, leased: readonly LeasedJob[]): Promise<void> => {
  if (leased.length === 0) return;
  await house.db.write(
    leased.map(({ job, leasedBy }) => freeJob.row({ name: job.name, leased_by: leasedBy })),
  );
};

/** Writes jobs into the timetable that are not in it yet. */
export const enterJobs = (house: House, jobs: readonly Job[]): Promise<void> =>
  house.db.write(
    jobs.map((job) =>
      enterJob.row({ name: job.name, next_run_at: firstRunAt(job.pace, house.clock()) })
    ),
  );

const pullBack = writing<{ name: string; leased_until: number; next: number }>(
  "pull a job back to the clock",
  ranks.change,
  ["name", "leased_until", "next"],
  `update job set leased_until = min(leased_until, j.value->>1),
     next_run_at = min(next_run_at, j.value->>2)
   from json_each(?1) j where job.name = j.value->>0`,
);

/** Entries that only a clock which was set back can explain are pulled back to it: else nothing ran
 *  until it has caught up. */
const pullJobsBack = async (house: House, jobs: readonly Job[], rows: JobRow[]): Promise<void> => {
  const now = house.clock();
  const wrong = rows.flatMap((row) => {
    const pace = jobs.find((job) => job.name === row.name)?.pace;
    if (!pace) return [];
    const next = dueAt(pace, row.next_run_at, now);
    const leasedUntil = Math.min(row.leased_until, now + leaseMs);
    if (next === row.next_run_at && leasedUntil === row.leased_until) return [];
    return [pullBack.row({ name: row.name, leased_until: leasedUntil, next })];
  });
  if (wrong.length) await house.db.write(wrong);
};

export type LeasedJob = { job: Job; leasedBy: string };

/** Leases every job that is due and free for this process. */
export const leaseDueJobs = async (house: House, jobs: readonly Job[]): Promise<LeasedJob[]> => {
  const rows = await house.db.read(allJobs, []);
  await pullJobsBack(house, jobs, rows);
  const due = dueJobs(rows, house.clock());
  const leased = await Promise.all(
    jobs.filter((job) => due.includes(job.name)).map(async (job) => {
      const leasedBy = await takeLease(house, job.name);
      return leasedBy === null ? [] : [{ job, leasedBy }];
    }),
  );
  return leased.flat();
};

/** @returns the name of the lease, or null if another process was faster */
const takeLease = async (house: House, name: string): Promise<string | null> => {
  const leasedBy = Buffer.from(house.chance(15)).toString("base64url");
  const now = house.clock();
  await house.db.write([
    leaseJob.row({ name, leased_by: leasedBy, leased_until: now + leaseMs, now }),
  ]);
  const rows = await house.db.read(allJobs, []);
  return rows.some((row) => row.name === name && row.leased_by === leasedBy) ? leasedBy : null;
};

/** Runs a leased job, notes how it went and when it is due again. Never throws for the job. */
export const runLeasedJob = async (
  house: House,
  { job: { name, pace, run }, leasedBy }: LeasedJob,
): Promise<void> => {
  const startedAt = house.clock();
  const renewing = setInterval(() => {
    const until = house.clock() + leaseMs;
    const renewed = renewLease.row({ name, leased_by: leasedBy, leased_until: until });
    house.db.write([renewed]).catch(() => {});
  }, leaseMs / 3);
  const ended = await run(openDesk(house, programme)).then(
    (answer) => ({ outcome: JSON.stringify(answer) ?? "done", failed: false }),
    (error: unknown) => {
      console.error(JSON.stringify({
        level: "error",
        job: name,
        error: error instanceof Error ? error.stack : String(error),
      }));
      const what = error instanceof Error ? error.message : String(error);
      return { outcome: `failed: ${what}`.slice(0, 300), failed: true };
    },
  );
  clearInterval(renewing);
  const now = house.clock();
  await house.db.write([finishJob.row({
    name,
    leased_by: leasedBy,
    last_run_at: startedAt,
    last_outcome: ended.outcome,
    next: ended.failed ? retryRunAt(pace, startedAt, now) : nextRunAt(pace, startedAt),
  })]);
};
