/** The wire to the API. The bench puts another transport in its place. @module */
import {
  call,
  type CallInput,
  problemFrom,
  type Transport,
  type TransportAnswer,
  Unreachable,
} from "../shared/call.ts";
import type { AnswerOf, Endpoint } from "../shared/endpoint.ts";
import { Problem } from "../shared/problems.ts";
import { sessionEnded, signIns } from "./session.ts";

let transport: Transport = {
  client: "console",
  seen: { level: 0 },
  fetch: (path, init) => fetch(path, init as RequestInit),
};

/** Speaks through another transport from now on. */
export const speakThrough = (other: Transport): void => {
  transport = other;
};

/** Calls an endpoint; an ended session is noticed here, once for every screen.
 *  @throws Problem, Unreachable as `call` does */
export const ask = async <E extends Endpoint<string>>(
  e: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> => {
  const signIn = signIns.peek();
  try {
    return await call(transport, e, input);
  } catch (error) {
    ended(error, signIn);
    throw error;
  }
};

/** What was asked in an earlier session says nothing of this one, however late it is answered. */
const ended = (error: unknown, signIn: number): void => {
  if (!(error instanceof Problem) || error.code !== "signed-out") return;
  if (signIn === signIns.peek()) sessionEnded();
};

/** Asks for a file and hands it to the browser to keep.
 *  @throws Problem, Unreachable as `ask` does */
export const askFile = async (
  e: Endpoint<string>,
  body: unknown,
): Promise<{ name: string; blob: Blob }> => {
  const signIn = signIns.peek();
  let answer: TransportAnswer & { blob?: () => Promise<Blob> };
  try {
    answer = await transport.fetch(e.path, {
      method: e.method,
      headers: { "jifu-client": "console", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status === 200 && answer.blob) {
      return { name: nameOf(answer), blob: await answer.blob() };
    }
  } catch (cause) {
    throw new Unreachable(cause);
  }
  const error = problemFrom(answer.status, await answer.text());
  ended(error, signIn);
  throw error;
};

/** The name that the server gave the file. */
const nameOf = (answer: TransportAnswer): string => {
  const given = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "");
  return given?.[1] ? decodeURIComponent(given[1]) : "export.xlsx";
};

/** A fresh idempotency key; works on plain http too, where randomUUID is missing. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
