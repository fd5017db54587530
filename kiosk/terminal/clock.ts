/** The terminal's clock, set by the server's. Tills are often minutes off; proofs and previews must
 *  not be. @module */
let aheadMs = 0;

/** Milliseconds since epoch by the server's clock. */
export const serverNow = (): number => Date.now() + aheadMs;

/** Takes the server's time that came with an answer asked for at `askedAt` (own clock, ms). */
export const setServerTime = (serverTime: number, askedAt: number): void => {
  const middle = (askedAt + Date.now()) / 2;
  aheadMs = Math.round(serverTime - middle);
};
