/** A PIN or password asked with a lock behind it: five tries, then fifteen minutes. @module */
import type { Parameters } from "../../shared/parameters/parameters.ts";
import { Problem, type ProblemCode } from "../../shared/problems.ts";
import { forgetTriesWrite, isOverLimit, type Limit, readTries, tryWrite } from "../http/limits.ts";
import type { Db } from "../db/open.ts";
import type { Desk } from "../desk.ts";
import { limits } from "./limit-table.ts";
import { verifySecret } from "./secret-hash.ts";

/** How often a brand lets a PIN be wrong, and for how long it then locks. */
export const pinLimit = ({ pinTries, pinLockMinutes }: Parameters): Limit => ({
  max: pinTries,
  windowMs: limits.pin.windowMs,
  lockMs: pinLockMinutes * 60_000,
});

export type SecretTry = {
  /** Whose secret, for example `pin/mem_…`: tries are counted under it. */
  key: string;
  secret: string;
  /** Null: there is none, which takes as long and fails alike. */
  hash: string | null;
  limit?: Limit;
  wrong?: ProblemCode;
  locked?: ProblemCode;
};

const queues = new WeakMap<Db, Map<string, Promise<unknown>>>();

/** One after the other for each key: a right secret gives its try back before the next one takes
 *  its own, so that right ones at once never lock each other out. */
export const inTurn = async <T>(desk: Desk, key: string, work: () => Promise<T>): Promise<T> => {
  const queue = queues.get(desk.db) ?? new Map<string, Promise<unknown>>();
  queues.set(desk.db, queue);
  const turn = (queue.get(key) ?? Promise.resolve()).then(work, work);
  queue.set(key, turn);
  try {
    return await turn;
  } finally {
    if (queue.get(key) === turn) queue.delete(key);
  }
};

/** Checks a secret. The try is taken first, so a hundred at once, in whatever process, are still five.
 *  @throws Problem pin-wrong with triesLeft, pin-locked with lockedUntil (or the codes given) */
export const trySecret = (desk: Desk, asked: SecretTry): Promise<void> =>
  inTurn(desk, asked.key, async () => {
    const { key, limit = limits.pin } = asked;
    await compareSecret(desk, asked, desk.db.write([tryWrite(desk, key, limit)]));
    await desk.db.write([forgetTriesWrite(key)]);
  });

/** Compares a secret once its try is taken, not a moment before. Giving the try back is the caller's
 *  write (`forgetTriesWrite`).
 *  @param taken the batch that takes the try @throws as trySecret */
export const compareSecret = async (
  desk: Desk,
  { key, secret, hash, limit = limits.pin, wrong, locked }: SecretTry,
  taken: Promise<void>,
): Promise<void> => {
  try {
    await taken;
  } catch (error) {
    if (!isOverLimit(error)) throw error;
    const { opensAt } = await readTries(desk, key, limit);
    throw new Problem(locked ?? "pin-locked", { lockedUntil: opensAt });
  }
  if (await verifySecret(secret, hash)) return;
  const { left, opensAt } = await readTries(desk, key, limit);
  if (left === 0) throw new Problem(locked ?? "pin-locked", { lockedUntil: opensAt });
  throw new Problem(wrong ?? "pin-wrong", { triesLeft: left });
};
