/** The lock of a counter whose session was left open for what still waits to be sent. Pure: who may
 *  come back without a PIN is kept on the device, for all of its tabs. @module */

/** Locked; the session is left open for the queue. */
export const LEFT_OPEN = "";
/** Locked, and that session is known to have ended. */
export const ENDED = "-";

/** What becomes of a session that the server still has when a page asks where it stands.
 *  @param allowed who may come back; undefined: nobody ever locked this counter
 *  @returns `comes`: its owner is back; `stays`: for the queue alone; `end`: somebody else's */
export const comesBack = (
  allowed: string | undefined,
  signedIn: string,
): "comes" | "stays" | "end" => {
  if (allowed === undefined || allowed === signedIn) return "comes";
  return allowed === LEFT_OPEN ? "stays" : "end";
};

/** Once the session that was left open has ended. Whoever has signed in meanwhile stays. */
export const afterEnd = (allowed: string | undefined): string | undefined =>
  allowed === LEFT_OPEN ? ENDED : allowed;

/** May the queue be sent: by a kiosk for itself, by whoever works, or through what was left open? */
export const maySend = (
  kind: "kiosk" | "counter" | undefined,
  working: boolean,
  allowed: string | undefined,
): boolean => kind === "kiosk" || working || allowed === LEFT_OPEN;
