import { Problem, standingOf } from "../../shared/problems.ts";
import { keep, recall } from "./kept.ts";
import { ownWork } from "./own-work.ts";

/** After this long a repeated wish is a new wish, in ms. */
const SAME_WISH_MS = 3_600_000;

/** A server that is too busy is asked again this often, and no later than this, in s. */
const TRIES = 3;
const LONGEST_PAUSE_S = 5;

/** The same keys as on the shelf: a phone that refuses storage must not claim twice either. */
const open = new Map<string, { key: string; at: number }>();

/**
 * Runs a command that must take effect once. The key is made and put away before the command is
 * sent, under the name of the intent, and stays there while the outcome is unknown: doing the same
 * again continues the same command, also after a restart.
 * @param intent the same for the same wish, for example "claim:<gift>:<store>"
 */
export async function once<T>(intent: string, send: (key: string) => Promise<T>): Promise<T> {
  const pending = (await recall("pending"))?.value ?? {};
  const earlier = open.get(intent) ?? pending[intent];
  const now = Date.now();
  const wish = earlier && now - earlier.at < SAME_WISH_MS
    ? earlier
    : { key: crypto.randomUUID(), at: now };
  open.set(intent, wish);
  await keep("pending", { ...pending, [intent]: wish });
  ownWork.running++;
  try {
    const answer = await patiently(() => send(wish.key));
    await settle(intent);
    return answer;
  } catch (error) {
    if (isFinal(error)) await settle(intent);
    throw error;
  } finally {
    ownWork.running--;
  }
}

/** Sends again, with the same key, after as long as a busy server asks for. */
async function patiently<T>(send: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const busy = error instanceof Problem && error.code === "too-busy";
    const seconds = busy ? Number(error.fields.retryAfterSeconds) : 0;
    if (!(seconds > 0 && seconds <= LONGEST_PAUSE_S && tries < TRIES)) throw error;
    await new Promise((done) => setTimeout(done, seconds * 1000));
    return patiently(send, tries + 1);
  }
}

/** Does this answer say that nothing was booked? A wrong PIN does not: the first try may have been
 *  booked with the right one. */
const isFinal = (error: unknown): boolean =>
  error instanceof Problem && standingOf(error.code) === "final";

async function settle(intent: string): Promise<void> {
  open.delete(intent);
  const { [intent]: _settled, ...others } = (await recall("pending"))?.value ?? {};
  await keep("pending", others);
}
