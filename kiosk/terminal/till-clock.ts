/** The server's time on a device whose own clock may be wrong, be put right, or be moved while there
 *  is no network. Clocks and the place it is kept in are arguments. @module */

/** What was learnt from the server's last answer, kept across reloads. */
export interface ClockMark {
  /** How far the server's clock is ahead of the device's, ms. */
  aheadMs: number;
  /** The server's time then, ms. */
  serverAt: number;
}

export interface Device {
  /** The device's clock, ms. */
  now: () => number;
  /** A stopwatch that nobody can put back, ms; it may stand still while the device sleeps. */
  watch: () => number;
  recall: () => Promise<ClockMark | undefined>;
  keep: (mark: ClockMark) => Promise<void>;
}

/** From here on the device's clock is said to be wrong, ms. */
export const OFF_FROM_MS = 5 * 60_000;
/** The same offset is kept anew this often: the time it was learnt at is a floor after a restart. */
const KEEP_EVERY_MS = 60_000;
const SAME_MS = 1_000;

export type TillClock = ReturnType<typeof openClock>;

export const openClock = (device: Device) => {
  let mark: ClockMark | null = null;
  let watchAt = 0;
  let kept: ClockMark | null = null;

  /** The server's time is at least this: what it last said, and what has passed here since. */
  const floor = (): number => mark ? mark.serverAt + device.watch() - watchAt : 0;
  /** By the device's clock and what it was off. */
  const guess = (): number => device.now() + (mark?.aheadMs ?? 0);

  const take = (next: ClockMark): void => {
    mark = next;
    watchAt = device.watch();
  };

  return {
    /** Milliseconds since epoch by the server's clock: a device's clock that is put back without
     *  network does not take the time back. */
    serverNow: (): number => Math.max(guess(), Math.round(floor())),

    /** Takes what an earlier page has kept, unless the server was heard already. */
    async recall(): Promise<void> {
      const before = await device.recall();
      if (!mark && before) take(kept = before);
    },

    /** Takes the server's time that came with an answer asked for at `askedAt` (own clock, ms). */
    learn(serverTime: number, askedAt: number): void {
      const aheadMs = Math.round(serverTime - (askedAt + device.now()) / 2);
      const next = { aheadMs, serverAt: serverTime };
      take(next);
      const known = kept && Math.abs(kept.aheadMs - aheadMs) < SAME_MS &&
        Math.abs(serverTime - kept.serverAt) < KEEP_EVERY_MS;
      if (known) return;
      kept = next;
      // The clock of this page is right all the same.
      void device.keep(next).catch(() => {});
    },

    /** How far the device's clock is fast (above 0) or slow (below), ms; 0: right, as far as known. */
    offMs(): number {
      const off = device.now() - (floor() - guess() > OFF_FROM_MS ? floor() : guess());
      return Math.abs(off) < OFF_FROM_MS ? 0 : Math.round(off);
    },
  };
};
