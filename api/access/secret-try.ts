/** A PIN or password asked with a lock behind it: five tries, then fifteen minutes. @module */
import type { Parameters } from "../../shared/parameters/parameters.ts";
import { Problem, type ProblemCode } from "../../shared/problems.ts";
import { forgetTriesWrite, isOverLimit, type Limit, readTries, tryWrite } from "../http/limits.ts";
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

/** Checks a secret. The try is taken first, so a hundred at once are still five.
 *  @throws Problem pin-wrong with triesLeft, pin-locked with lockedUntil (or the codes given) */
export const trySecret = async (desk: Desk, asked: SecretTry): Promise<void> => {
  const { key, secret, hash, limit = limits.pin } = asked;
  try {
    await desk.db.write([tryWrite(desk, key, limit)]);
  } catch (error) {
    if (!isOverLimit(error)) throw error;
    const { opensAt } = await readTries(desk, key, limit);
    throw new Problem(asked.locked ?? "pin-locked", { lockedUntil: opensAt });
  }
  if (await verifySecret(secret, hash)) {
    await desk.db.write([forgetTriesWrite(key)]);
    return;
  }
  const { left, opensAt } = await readTries(desk, key, limit);
  if (left === 0) throw new Problem(asked.locked ?? "pin-locked", { lockedUntil: opensAt });
  throw new Problem(asked.wrong ?? "pin-wrong", { triesLeft: left });
};
