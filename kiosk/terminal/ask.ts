/** Every request of the terminal goes through here. @module */
import { computed, signal } from "@preact/signals";
import { call, type CallInput, type Transport, Unreachable } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { WORKING_HEADER } from "../../shared/terminals/terminal-proof.ts";

let transport: Transport | null = null;
type Working = string | null;
let onRefused: (problem: Problem, working: Working) => void = () => {};
let whoWorks: () => Working = () => null;

const browserOnline = signal(typeof navigator === "undefined" || navigator.onLine);
const answered = signal(true);
/** Counts the answers: one that has come since is newer than the silence about an earlier question. */
let answers = 0;

/** Can the server be reached, as far as we know? */
export const online = computed(() => browserOnline.value && answered.value);

/** Hands over the way to the server; `refused` hears of every refusal (lost sessions, pairing) and
 *  who worked when it was asked for. */
export function connect(
  way: Transport,
  refused: typeof onRefused = () => {},
  who: typeof whoWorks = () => null,
): void {
  transport = way;
  onRefused = refused;
  whoWorks = who;
  answered.value = true;
}

/** Follows the browser's own opinion of the network. */
export function watchNetwork(): void {
  const follow = () => browserOnline.value = navigator.onLine;
  addEventListener("online", follow);
  addEventListener("offline", follow);
}

const heard = (): void => {
  answers++;
  answered.value = true;
};

/** Says who works: the session that is sent along may be somebody else's. */
const saying = (way: Transport, working: string): Transport => ({
  ...way,
  fetch: (path, init) =>
    way.fetch(path, { ...init, headers: { ...init.headers, [WORKING_HEADER]: working } }),
});

/** Calls an endpoint as this terminal.
 *  @param working whose session it has to be; null: whoever's there is
 *  @throws Problem
 *  @throws Unreachable */
export async function ask<E extends Endpoint<string>>(
  endpoint: E,
  input: CallInput<E>,
  working: Working = whoWorks(),
): Promise<AnswerOf<E>> {
  if (!transport) throw new Unreachable("not connected");
  const before = answers;
  try {
    const way = working === null ? transport : saying(transport, working);
    const answer = await call(way, endpoint, input);
    heard();
    return answer;
  } catch (error) {
    if (!(error instanceof Unreachable)) heard();
    else if (before === answers) answered.value = false;
    if (error instanceof Problem) onRefused(error, working);
    throw error;
  }
}
