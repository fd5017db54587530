/** Staff signing in and out on this counter. @module */
import { Unreachable } from "../../shared/call.ts";
import { Problem } from "../../shared/problems.ts";
import { signInStaff, signOutStaff } from "../../shared/terminals/endpoints.ts";
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

/** Locks the counter at once; the server hears of it when it can. */
export async function signOut(): Promise<void> {
  staff.value = null;
  try {
    await keep("mayReturn", "");
    await ask(signOutStaff, {});
  } catch {
    // The session ends by itself; the screen is locked either way.
  }
}
