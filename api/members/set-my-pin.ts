/** The member sets the spending PIN. @module */
import type { setMyPin } from "../../shared/members/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { isWeakPin } from "../../shared/members/pin.ts";
import { Problem } from "../../shared/problems.ts";
import { hashSecret } from "../access/secret-hash.ts";
import { pinLimit, trySecret } from "../access/secret-try.ts";
import type { Desk } from "../desk.ts";
import { forgetTriesWrite } from "../http/limits.ts";
import { parametersIn } from "../parameters/queries.ts";
import { memberById, setPin } from "./queries.ts";

/** A sign-in this young stands in for the old PIN: that is how a forgotten one is replaced. */
const freshMs = 10 * 60_000;

/** @throws Problem pin-weak, pin-wrong, pin-locked, sign-in-again */
export const setNewPin = async (
  desk: Desk,
  { pin, currentPin }: BodyOf<typeof setMyPin>,
): Promise<AnswerOf<typeof setMyPin>> => {
  const [me] = await desk.db.read(memberById, [desk.actor.memberId!]);
  if (!me) throw new Problem("not-found");
  if (isWeakPin(pin, me.birthday)) throw new Problem("pin-weak");
  const key = `pin/${me.id}`;
  const fresh = desk.now - (desk.actor.strongAt ?? 0) < freshMs;
  if (me.pin_hash !== null && !fresh) {
    if (currentPin === undefined) throw new Problem("sign-in-again");
    const limit = pinLimit(await parametersIn(desk, me.brand_id));
    await trySecret(desk, { key, secret: currentPin, hash: me.pin_hash, limit });
  }
  const hash = await hashSecret(desk, pin);
  await desk.db.write([
    setPin.row({ id: me.id, pin_hash: hash, at: desk.now }),
    forgetTriesWrite(key),
  ], [me.id]);
  return { done: true };
};
