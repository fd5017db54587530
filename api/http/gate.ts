/** How many requests of one kind may be under way at once, so that nobody who is let in waits long.
 *  The limit follows what this process finishes a second: more than it gets done in `targetMs` would
 *  only wait inside. Who is refused hears it at once, and nothing was read or written for them.
 *  Pure but for the clock and the chance it is handed. @module */

export type GateSettings = {
  /** What is under way may together take this long, ms. */
  targetMs?: number;
  /** Never fewer at once, however slow the machine is just now. */
  least?: number;
  /** Never more at once: memory stays flat. */
  most?: number;
  /** How many at once before anything was measured. */
  first?: number;
  now: () => number;
  /** 0 to 1. */
  chance: () => number;
};

/** Let in; `leave` once it is answered. */
export type Pass = {
  leave: () => void;
  /** Who is asking has been recognised: from now on they have a share of their own. */
  recognise: () => void;
};

export type Turned = { retryAfterSeconds: number };

/** Rates are taken over this long. */
const windowMs = 250;
/** Who asked within this time counts when shares are cut. */
const lastingMs = 2_000;
/** A recognised caller is remembered this long, and so many of them. */
const recognisedMs = 10 * 60_000;
const recognisedMax = 20_000;
const retryMaxSeconds = 10;

type Caller = { under: number; askedAt: number };
type Window = { from: number; done: number; refused: number; full: boolean };

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Opens a gate. `ask(name)` lets in or turns away.
 *  - Up to half the limit anybody enters.
 *  - Above it, whoever has less than an equal share of the limit among those who asked lately, so
 *    that one busy till cannot keep the others out; a quarter is kept above the limit for them.
 *  - Callers that were not recognised yet share one quarter: made-up names win nothing. */
export const openGate = (settings: GateSettings) => {
  const { targetMs = 150, least = 64, most = 512, first = 128, now, chance } = settings;
  const callers = new Map<string, Caller>();
  const recognised = new Map<string, number>();
  let under = 0;
  let strangers = 0;
  let active = 0;
  let limit = first;
  let perSecond = first * 1000 / targetMs;
  /** Refused for one let in, lately: so many seconds the repeats are spread over. */
  let pressure = 0;
  let window: Window = { from: now(), done: 0, refused: 0, full: false };

  const recount = (at: number): void => {
    active = 0;
    for (const [name, caller] of callers) {
      if (at - caller.askedAt < lastingMs) active += name === "" ? 0 : 1;
      else if (caller.under === 0) callers.delete(name);
    }
  };

  /** Only a gate that was at least half full says how fast this machine is. */
  const measure = (at: number): void => {
    const ms = at - window.from;
    if (ms < windowMs) return;
    if (window.full && ms < 8 * windowMs) {
      perSecond += 0.3 * (window.done / ms * 1000 - perSecond);
      limit = clamp(Math.round(perSecond * targetMs / 1000), least, most);
    }
    pressure = window.refused / Math.max(1, window.done);
    window = { from: at, done: 0, refused: 0, full: false };
    recount(at);
  };

  const callerOf = (name: string, at: number): Caller => {
    const found = callers.get(name);
    if (found) {
      if (at - found.askedAt >= lastingMs && name !== "") active++;
      found.askedAt = at;
      return found;
    }
    const made = { under: 0, askedAt: at };
    callers.set(name, made);
    if (name !== "") active++;
    return made;
  };

  const isRecognised = (name: string, at: number): boolean =>
    at - (recognised.get(name) ?? -Infinity) < recognisedMs;

  const fits = (caller: Caller, known: boolean): boolean => {
    if (under * 2 < limit) return true;
    if (under * 4 >= limit * 5) return false;
    if (!known) return strangers * 4 < limit && under < limit;
    return caller.under < Math.max(1, Math.floor(limit / Math.max(1, active)));
  };

  const turnedAway = (): Turned => {
    window.refused++;
    const spread = clamp(Math.ceil(pressure), 1, retryMaxSeconds);
    return { retryAfterSeconds: 1 + Math.floor(chance() * spread) };
  };

  const remember = (name: string): void => {
    recognised.delete(name);
    if (recognised.size >= recognisedMax) recognised.delete(recognised.keys().next().value!);
    recognised.set(name, now());
  };

  return {
    /** @param name whom the request says it is from; shares are cut by it */
    ask: (name: string): Pass | Turned => {
      const at = now();
      measure(at);
      const known = isRecognised(name, at);
      // All who were never recognised stand in one line.
      const caller = callerOf(known ? name : "", at);
      if (under * 2 >= limit) window.full = true;
      if (!fits(caller, known)) return turnedAway();
      under++;
      caller.under++;
      if (!known) strangers++;
      let left = false;
      return {
        leave: () => {
          if (left) return;
          left = true;
          under--;
          caller.under--;
          if (!known) strangers--;
          window.done++;
          measure(now());
        },
        recognise: () => remember(name),
      };
    },
    /** What is under way, and how much may be. */
    state: () => ({ under, limit, active, perSecond }),
  };
};

export type Gate = ReturnType<typeof openGate>;
