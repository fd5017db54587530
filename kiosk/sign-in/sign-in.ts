/** Staff signing in and out on this counter. @module */
import { Unreachable } from "../../shared/call.ts";
import { Problem } from "../../shared/problems.ts";
import { signInStaff, signOutStaff } from "../../shared/terminals/endpoints.ts";
import { afterEnd, LEFT_OPEN } from "../../shared/offline/lock.ts";
import { changed } from "../offline/sender.ts";
import { tally } from "../offline/state.ts";
import { ask, online } from "../terminal/ask.ts";
import { exchange, keep, recall } from "../terminal/database.ts";
import { oneAtATime, refreshTerminal, staff } from "../terminal/standing.ts";
import { forgetUnlock, NotKnownHere, rememberUnlock, unlock } from "./unlock.ts";

/** With the server, or without network for whoever signed in here lately.
 *  @throws Problem pin-wrong, pin-locked
 *  @throws NotKnownHere nobody can say whether the PIN is right */
export async function signIn(staffId: string, pin: string): Promise<void> {
  try {
    await oneAtATime(async () => {
      const answer = await ask(signInStaff, { body: { staffId, pin } });
      await keep("mayReturn", answer.staff.id);
      staff.value = answer.staff;
      tabs?.postMessage("opened");
      void rememberUnlock(answer.staff, pin, answer.expiresAt).catch(() => {});
    });
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

/** Locks this tab whenever another one of the counter is locked, and looks who signed in there: this
 *  one may be the sender. */
export function lockTogether(): () => void {
  const hear = ({ data }: MessageEvent) => {
    if (data === "locked") staff.value = null;
    else void refreshTerminal().catch(() => {});
  };
  tabs?.addEventListener("message", hear);
  return () => tabs?.removeEventListener("message", hear);
}

/** Locks the counter at once, in every tab; the server hears of it when it can. While something waits
 *  to be sent the session stays open for that alone, and the sender ends it. */
export async function signOut(): Promise<void> {
  const leaving = staff.value?.id ?? null;
  staff.value = null;
  tabs?.postMessage("locked");
  const noted = await keep("mayReturn", LEFT_OPEN).then(() => true, () => false);
  // A disk that does not keep the lock would let the next look in open the counter.
  if (noted && (tally.value.waiting > 0 || !online.value)) return changed();
  // The answer takes the cookie away: nobody signs in before it is there.
  await oneAtATime(async () => {
    if (noted && await recall("mayReturn") !== LEFT_OPEN) return;
    await ask(signOutStaff, {}, leaving);
    await exchange("mayReturn", (now) => afterEnd(now)!);
  }).catch(() => {
    // The session ends by itself; the screen is locked either way.
  });
}
