/** The one writer: units wait in a queue, one batch is in flight at a time, a batch carries up to
 *  `groupMax` units. While it flies the next commands read and decide. A unit is atomic and all or
 *  nothing; a group that runs into anything but its disk or a line is run again unit by unit, so only
 *  the unit that really collides, or cannot be written at all, hears of it. @module */
import { Problem } from "../../shared/problems.ts";
import { Collision, collisionOf, isBusy, isFull, OutcomeUnknown } from "./collision.ts";
import { NoAnswer } from "./line.ts";
import type { Write, WriteStatement } from "./statement.ts";
import { isOtherTide } from "./tide.ts";

export type Batch = { sql: string; args: string[] }[];
/** Runs one atomic write batch of so many units. */
export type RunBatch = (batch: Batch, units: number) => Promise<void>;

type Unit = {
  writes: Write[];
  touches: readonly string[];
  /** When it was handed in (ms of performance.now). */
  at: number;
  done: () => void;
  failed: (error: unknown) => void;
};

export type WriterOptions = {
  groupMax?: number;
  queueMax?: number;
  /** Longest wait for a turn; what has waited longer is refused, unwritten. */
  waitMaxMs?: number;
  /** Replaces a handle that met BUSY; it must never be used again as it was. */
  reopen?: () => Promise<void>;
  /** Statement that begins every batch: raises the tide, on a server. */
  first?: () => Promise<Batch[number]>;
  /** Finds out what `first` needs after it was refused. */
  findFirst?: () => Promise<void>;
};

/** Groups the rows of many units by statement, in order of rank; within a rank as they came. */
export const batchOf = (units: readonly { writes: readonly Write[] }[]): Batch => {
  const groups = new Map<WriteStatement<never>, unknown[][]>();
  for (const unit of units) {
    for (const { statement, values } of unit.writes) {
      const rows = groups.get(statement);
      if (rows) rows.push(values);
      else groups.set(statement, [values]);
    }
  }
  return [...groups.entries()]
    .sort(([a], [b]) => a.rank - b.rank)
    .map(([statement, rows]) => ({ sql: statement.sql, args: [textOf(rows)] }));
};

/** Half a character would be kept as bytes that are no UTF-8, on which the driver panics at every
 *  later read. The doors refuse it; nothing of our own may cut one in two either. */
const textOf = (rows: unknown[][]): string => {
  const text = JSON.stringify(rows);
  return text.includes("\\ud") ? JSON.stringify(rows, wellFormed) : text;
};

const wellFormed = (_name: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed() : value;

/** Another try would find the same, or take longer than callers wait. Against another process that
 *  writes as well each try is a new throw of the dice. */
const triesMax = 4;
const throwsMax = 20;
const tryForMs = 4_000;
/** Fewer are not divided: what a group costs beside its units would be paid twice. */
const leastHalf = 4;

export const createWriter = (run: RunBatch, options: WriterOptions = {}) => {
  const { groupMax = 128, queueMax = 4000, waitMaxMs = 3_000 } = options;
  const { reopen, first, findFirst } = options;
  let queue: Unit[] = [];
  let flying = false;
  /** What the batch in flight is about to change, and who decided on it meanwhile. */
  let changing = new Set<string>();
  let late: Unit[] = [];
  let wake = false;
  let doubt = false;
  /** Units waiting or in flight, the most of late. */
  let underWay = 0;

  const runOnce = async (batch: Batch, units: number): Promise<void> => {
    try {
      await run(first ? [await first(), ...batch] : batch, units);
      doubt = false;
    } catch (error) {
      if (error instanceof NoAnswer && error.sent) doubt = true;
      throw error;
    }
  };

  const runUnits = async (units: Unit[]): Promise<void> => {
    const batch = batchOf(units);
    const from = performance.now();
    for (let attempt = 1;; attempt++) {
      try {
        return await runOnce(batch, units.length);
      } catch (error) {
        const otherTide = isOtherTide(collisionOf(error));
        if (attempt >= (otherTide ? throwsMax : triesMax)) throw error;
        if (performance.now() - from > tryForMs) throw error;
        // Another process wrote meanwhile, or a batch without an answer was carried out after all.
        if (otherTide) await findFirst?.();
        else if (isBusy(error)) await reopen?.();
        else throw error;
      }
    }
  };

  const settleUnit = async (unit: Unit): Promise<void> => {
    try {
      await runUnits([unit]);
      unit.done();
    } catch (error) {
      unit.failed(refusalOf(error));
    }
  };

  /** @param most how many units at most */
  const takeGroup = (most: number): Unit[] => {
    const group: Unit[] = [];
    const touched = new Set<string>();
    const later: Unit[] = [];
    const oldest = performance.now() - waitMaxMs;
    for (const unit of queue) {
      if (unit.at < oldest) unit.failed(new Problem("too-busy", { retryAfterSeconds: 1 }));
      else if (group.length >= most) later.push(unit);
      else if (unit.touches.some((t) => touched.has(t))) {
        // Decided from a state that the unit before it is about to change: it can only collide.
        unit.failed(new Collision("same group"));
      } else {
        group.push(unit);
        for (const t of unit.touches) touched.add(t);
      }
    }
    queue = later;
    changing = touched;
    return group;
  };

  /** Carries a group out; answers what is to be told once the next one is on its way. */
  const settleGroup = async (group: Unit[]): Promise<() => void> => {
    try {
      if (group.length > 0) await runUnits(group);
      return () => group.forEach((unit) => unit.done());
    } catch (error) {
      if (group.length > 1 && isOfOne(error)) {
        for (const unit of group) await settleUnit(unit);
        return () => {};
      }
      const refusal = refusalOf(error);
      return () => group.forEach((unit) => unit.failed(refusal));
    }
  };

  /** Half of what is under way, so that one half is decided while the other is written: callers
   *  that all wait for one group would all decide afterwards, while nothing is written. */
  const half = (landed: number): number => {
    underWay = Math.max(queue.length + landed, Math.floor(underWay * 0.8));
    return Math.min(groupMax, Math.max(leastHalf, Math.ceil(underWay / 2)));
  };

  const flush = async (): Promise<void> => {
    wake = false;
    flying = true;
    let tell = () => {};
    let landed = 0;
    while (queue.length > 0) {
      const group = takeGroup(half(landed));
      const landing = settleGroup(group);
      // The next one is on its way: whoever waits for the one before hears of it meanwhile.
      tell();
      tell = await landing;
      landed = group.length;
      changing = new Set();
      for (const unit of late) unit.failed(new Collision("batch in flight"));
      late = [];
    }
    flying = false;
    tell();
  };

  const schedule = (): void => {
    if (flying || wake) return;
    wake = true;
    setImmediate(() => void flush());
  };

  return {
    /** Writes a unit, all or nothing.
     *  @param touches what it was decided from (accounts, stock rows); two units that touch the
     *  same thing never share a group
     *  @throws Collision, OutcomeUnknown, Problem too-busy, disk-full or writer-away */
    write: (writes: Write[], touches: readonly string[] = []): Promise<void> =>
      new Promise((done, failed) => {
        if (queue.length >= queueMax) {
          failed(new Problem("too-busy", { retryAfterSeconds: 1 }));
          return;
        }
        const unit = { writes, touches, at: performance.now(), done, failed };
        // Decided while the batch in flight was changing the same, it can only collide; it hears of
        // it when there is something new to decide on.
        if (touches.some((t) => changing.has(t))) {
          late.push(unit);
          return;
        }
        queue.push(unit);
        schedule();
      }),
    /** Units waiting now. */
    waiting: (): number => queue.length,
    /** True while a batch that got no answer may still be carried out: from then on until the next
     *  one that does, after which it cannot be. */
    inDoubt: (): boolean => doubt,
  };
};

export type Writer = ReturnType<typeof createWriter>;

/** Something that one unit ran into, and not the way to the database or its disk: the others shall not
 *  hear of it. */
const isOfOne = (error: unknown): boolean =>
  !(error instanceof NoAnswer) && !isFull(error) && !isBusy(error);

const refusalOf = (error: unknown): unknown => {
  const collision = collisionOf(error);
  if (collision) return collision;
  if (isFull(error)) return new Problem("disk-full", { retryAfterSeconds: 30 });
  if (isBusy(error)) return new Problem("too-busy", { retryAfterSeconds: 1 });
  if (error instanceof NoAnswer) {
    return error.sent
      ? new OutcomeUnknown(error)
      : new Problem("writer-away", { retryAfterSeconds: 2 });
  }
  return error;
};
