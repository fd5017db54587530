/** Staff signing in and out on this counter. @module */
import { Unreachable } from "../../shared/call.ts";
import { Problem } from "../../shared/problems.ts";
import { signInStaff, signOutStaff } from "../../shared/terminals/endpoints.ts";
import { tally } from "../offline/state.ts";
import { ask } from "../terminal/ask.ts";
import { keep } from "../terminal/database.ts";
import { staff } from "../terminal/standing.ts";
import { forgetUnlock, NotKnownHere, rememberUnlock, unlock } from "./unlock.ts";

/** With the server, or without network for whoever signed in here lately.
 *  @throws Problem pin-wrong, pin-locked
 *  @throws NotKnownHere nobody can say whether the PIN is right */
export async function signIn(staffId: string, pin: string): Promise<void> {
  try {
    const answer = await ask(signInStaff, { body: { staffId, pin } });
    await keep("mayReturn", answer.staff.id);
    staff.value = answer.staff;
    void rememberUnlock(answer.staff, pin, answer.expiresAt).catch(() => {});
  } catch (error) {
    // A PIN that the server does not take any more opens nothing here either.
    if (error instanceof Problem && error.code === "pin-wrong") await forgetUnlock(staffId);
    if (!(error instanceof Unreachable)) throw error;
    const person = await unlock(staffId, pin);
    if (!person) throw new NotKnownHere();
    await keep("mayReturn", person.id);
    staff.value = person;
  }
}

const tabs = typeof BroadcastChannel === "undefined"
  ? null
  : new BroadcastChannel("jifu-counter-lock");

/** Locks this tab whenever another one of the counter is locked. */
export function lockTogether(): () => void {
  const lock = () => void (staff.value = null);
  tabs?.addEventListener("message", lock);
  return () => tabs?.removeEventListener("message", lock);
}

/** Locks the counter at once, in every tab; the server hears of it when it can. While something waits
 *  to be sent the session stays open for that alone, and the sender ends it. */
export async function signOut(): Promise<void> {
  staff.value = null;
  tabs?.postMessage("locked");
  try {
    await keep("mayReturn", "");
    if (tally.value.waiting === 0) await ask(signOutStaff, {});
  } catch {
    // The session ends by itself; the screen is locked either way.
  }
}
