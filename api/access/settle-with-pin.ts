/** A command that the member's PIN is asked for, in two round trips: the try is taken while PIN, key
 *  and whatever the command decides on are read; the try is given back in the batch that the right
 *  PIN allows. @module */
import { Problem } from "../../shared/problems.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { forgetTriesWrite } from "../http/limits.ts";
import { memberById } from "../members/queries.ts";
import { parametersIn } from "../parameters/queries.ts";
import { pinKey, pinTryWrite } from "./pin-try.ts";
import { compareSecret, inTurn, pinLimit } from "./secret-try.ts";

/** Whose PIN, and what was typed. */
export type PinAsked = { memberId: string; pin: string };

const checkPin = async (desk: Desk, { memberId, pin }: PinAsked): Promise<void> => {
  const taken = desk.db.write([pinTryWrite(desk, memberId)]);
  taken.catch(() => {}); // Where there is no PIN nobody waits for it.
  const [[member], parameters] = await Promise.all([
    desk.db.read(memberById, [memberId]),
    parametersIn(desk, memberId),
  ]);
  if (!member) throw new Problem("not-found");
  if (member.pin_hash === null) throw new Problem("pin-missing");
  const limit = pinLimit(parameters);
  const asked = { key: pinKey(memberId), secret: pin, hash: member.pin_hash, limit };
  await compareSecret(desk, asked, taken);
};

/** As `settle`, for whoever knows the PIN. What is wrong with the PIN is said before anything else,
 *  to a repeat as well; until it is known to be right nothing is written but the try. One command
 *  after the other for each member.
 *  @throws Problem not-found, pin-missing, pin-wrong with triesLeft, pin-locked with lockedUntil, and
 *  whatever `settle` and `decide` refuse */
export const settleWithPin = <Answer extends object>(
  desk: Desk,
  key: string,
  input: unknown,
  asked: PinAsked,
  decide: () => Promise<Decision<Answer>>,
): Promise<Answer> =>
  inTurn(desk, pinKey(asked.memberId), async () => {
    const right = checkPin(desk, asked);
    const giveBack = forgetTriesWrite(pinKey(asked.memberId));
    let decided: Answer | undefined;
    const settled = settle(desk, key, input, async () => {
      const [{ answer, writes, touches }] = await Promise.all([decide(), right]);
      decided = answer;
      return { answer, writes: [...writes, giveBack], touches };
    });
    const [pin, outcome] = await Promise.allSettled([right, settled]);
    if (pin.status === "rejected") throw pin.reason;
    if (outcome.status === "fulfilled") {
      // Another answer than the one just decided is a kept one: nothing was written.
      if (outcome.value !== decided) await desk.db.write([giveBack]);
      return outcome.value;
    }
    // Why the command failed is what counts; a try that stays taken is only counted.
    await desk.db.write([giveBack]).catch(() => {});
    throw outcome.reason;
  });
