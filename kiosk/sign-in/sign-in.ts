/** Staff signing in and out on this counter. @module */
import { signInStaff, signOutStaff } from "../../shared/terminals/endpoints.ts";
import { ask } from "../terminal/ask.ts";
import { staff } from "../terminal/standing.ts";

/** @throws Problem pin-wrong, pin-locked */
export async function signIn(staffId: string, pin: string): Promise<void> {
  const answer = await ask(signInStaff, { body: { staffId, pin } });
  staff.value = answer.staff;
}

/** Locks the counter at once; the server hears of it when it can. */
export async function signOut(): Promise<void> {
  staff.value = null;
  try {
    await ask(signOutStaff, {});
  } catch {
    // The session ends by itself; the screen is locked either way.
  }
}
