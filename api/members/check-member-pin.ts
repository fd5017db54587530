import { Problem } from "../../shared/problems.ts";
import { pinLimit, trySecret } from "../access/secret-try.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { memberById } from "./queries.ts";

/** Asks the member's spending PIN, with its lock behind it.
 *  @throws Problem not-found, pin-missing, pin-wrong with triesLeft, pin-locked with lockedUntil */
export const checkMemberPin = async (desk: Desk, memberId: string, pin: string): Promise<void> => {
  const [member] = await desk.db.read(memberById, [memberId]);
  if (!member) throw new Problem("not-found");
  if (member.pin_hash === null) throw new Problem("pin-missing");
  const limit = pinLimit(await parametersIn(desk, member.brand_id));
  await trySecret(desk, { key: `pin/${memberId}`, secret: pin, hash: member.pin_hash, limit });
};
