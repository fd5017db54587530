/** Every request of the terminal goes through here. @module */
import { computed, signal } from "@preact/signals";
import { call, type CallInput, type Transport, Unreachable } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";

let transport: Transport | null = null;
let onRefused: (problem: Problem) => void = () => {};

const browserOnline = signal(typeof navigator === "undefined" || navigator.onLine);
const answered = signal(true);

/** Can the server be reached, as far as we know? */
export const online = computed(() => browserOnline.value && answered.value);

/** Hands over the way to the server; `refused` hears of every refusal (lost sessions, pairing). */
export function connect(way: Transport, refused: (problem: Problem) => void = () => {}): void {
  transport = way;
  onRefused = refused;
  answered.value = true;
}

/** Follows the browser's own opinion of the network. */
export function watchNetwork(): void {
  const follow = () => browserOnline.value = navigator.onLine;
  addEventListener("online", follow);
  addEventListener("offline", follow);
}

/** Calls an endpoint as this terminal.
 *  @throws Problem
 *  @throws Unreachable */
export async function ask<E extends Endpoint<string>>(
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> {
  if (!transport) throw new Unreachable("not connected");
  try {
    const answer = await call(transport, endpoint, input);
    answered.value = true;
    return answer;
  } catch (error) {
    answered.value = !(error instanceof Unreachable);
    if (error instanceof Problem) onRefused(error);
    throw error;
  }
}
