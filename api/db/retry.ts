/** Deciding again when another was faster, for small changes that need no idempotency key. @module */
import { Problem } from "../../shared/problems.ts";
import { Collision } from "./collision.ts";

const roundsMax = 60;

/** Runs `work` (read, decide, write) until it meets no collision.
 *  @throws Problem too-busy after many rounds, and whatever `work` refuses */
export const untilSettled = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let round = 0; round < roundsMax; round++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Collision)) throw error;
    }
  }
  throw new Problem("too-busy", { retryAfterSeconds: 1 });
};
