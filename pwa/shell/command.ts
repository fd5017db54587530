import { Unreachable } from "../../shared/call.ts";
import { Problem, type ProblemCode } from "../../shared/problems.ts";
import { keep, recall } from "./kept.ts";
import { ownWork } from "./own-work.ts";

/** After this long a repeated wish is a new wish, in ms. */
const SAME_WISH_MS = 3_600_000;

/** Refusals that do not say whether the first attempt took effect. */
const UNKNOWN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "key-reused",
  "still-running",
  "too-busy",
  "internal",
]);

/**
 * Runs a command that must take effect once. The key is made and put away before the command is
 * sent, under the name of the intent, and stays there while the outcome is unknown: doing the same
 * again continues the same command, also after a restart.
 * @param intent the same for the same wish, for example "claim:<gift>:<store>"
 */
export async function once<T>(intent: string, send: (key: string) => Promise<T>): Promise<T> {
  const pending = (await recall("pending"))?.value ?? {};
  const earlier = pending[intent];
  const now = Date.now();
  const wish = earlier && now - earlier.at < SAME_WISH_MS
    ? earlier
    : { key: crypto.randomUUID(), at: now };
  await keep("pending", { ...pending, [intent]: wish });
  ownWork.running++;
  try {
    const answer = await send(wish.key);
    await settle(intent);
    return answer;
  } catch (error) {
    const unknown = error instanceof Unreachable ||
      (error instanceof Problem && UNKNOWN.has(error.code));
    if (!unknown) await settle(intent);
    throw error;
  } finally {
    ownWork.running--;
  }
}

async function settle(intent: string): Promise<void> {
  const { [intent]: _settled, ...others } = (await recall("pending"))?.value ?? {};
  await keep("pending", others);
}
