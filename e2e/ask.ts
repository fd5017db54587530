/** Requests as no client of ours would send them, and what is told in answer. @module */
import { isProblemCode } from "../shared/problems.ts";

export type Ask = {
  method?: string;
  /** Text and bytes go out as they are, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Idempotency-Key; null: none. */
  key?: string | null;
};

const asSent = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === "string" || body instanceof Uint8Array
    ? body as string | Uint8Array<ArrayBuffer>
    : JSON.stringify(body);

/** Sends it, with nothing added but the media type. */
export const ask = (
  to: string,
  path: string,
  { method = "POST", body, headers = {}, key = null }: Ask,
): Promise<Response> =>
  fetch(to + path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(key === null ? {} : { "idempotency-key": key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: asSent(body) }),
  });

/** "201", or the status and the code of the refusal; what is no proper refusal stands there whole. */
export const told = async (asked: Promise<Response>): Promise<string> => {
  const { status, headers } = await asked;
  const text = await (await asked).text();
  if (status < 300) return String(status);
  const type = headers.get("content-type");
  if (type !== "application/problem+json") return `${status} ${type}: ${text.slice(0, 200)}`;
  const problem = JSON.parse(text) as { type: string; status: number };
  const code = problem.type.replace("/problems/", "");
  return isProblemCode(code) && problem.status === status ? `${status} ${code}` : text;
};
