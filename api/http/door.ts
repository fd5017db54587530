/** One door: an Endpoint served. Request in, guard, input checked, verb called, answer out. Every
 *  route of the house goes through here, so no door is without a guard. @module */
import type { Context, Hono } from "hono";
import { canonicalProblems } from "./input-problems.ts";
import { Problem } from "../../shared/problems.ts";
import { allows } from "../../shared/access.ts";
import type { AnswerOf, BodyOf, Endpoint, Params, PathOf, QueryOf } from "../../shared/endpoint.ts";
import type { Desk } from "../desk.ts";

export type Env = { Variables: { desk: Desk; bodyText: string; requestId: string } };

export type Asked<E> = {
  params: Params<PathOf<E>>;
  body: BodyOf<E>;
  query: QueryOf<E>;
  /** The Idempotency-Key, scoped to device or caller and door; "" where none is asked. */
  key: string;
};

type AnyEndpoint = Endpoint<string>;
type Parser = { safeParse(value: unknown): { success: boolean; data?: unknown; error?: unknown } };

/** Refuses who may not pass. What a signed-out caller asks for is 401, the wrong role 403. */
export const guard = (desk: Desk, who: AnyEndpoint["who"]): void => {
  if (who === "anyone") return;
  const { role, refusal } = desk.actor;
  if (role === "nobody") throw new Problem(refusal ?? "signed-out");
  if (!allows(desk.actor, who)) {
    throw new Problem(refusal ?? "not-allowed", { permission: who });
  }
};

const parse = (schema: unknown, value: unknown, at: string): unknown => {
  const result = (schema as Parser).safeParse(value);
  if (result.success) return result.data;
  throw new Problem("input-invalid", { errors: canonicalProblems(result.error, at) });
};

const keyPattern = /^[\w-]{16,64}$/;

const keyOf = (c: Context<Env>, e: AnyEndpoint, desk: Desk): string => {
  if (!e.once) return "";
  const given = c.req.header("idempotency-key");
  if (!given) throw new Problem("key-missing");
  if (!keyPattern.test(given)) {
    throw new Problem("input-invalid", {
      errors: [{ pointer: "idempotency-key", detail: "16 to 64 letters, digits, - or _" }],
    });
  }
  // A till repeats what it kept whoever signs in next: its keys are the terminal's, not the staff's.
  return `${desk.actor.terminalId ?? desk.actor.id}:${e.id}:${given}`;
};

const notJson = (detail: string): Problem =>
  new Problem("input-invalid", { errors: [{ pointer: "", detail }] });

/** Half a character or a NUL can only come escaped. A database file keeps either, but the driver
 *  ends the whole process when it reads half a character back. */
const mayBeNoText = /\\u(?:d[89a-f]|0000)/i;

const isText = (value: unknown): boolean => {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([name, inner]) => isText(name) && isText(inner));
};

const jsonOf = (text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text || "{}");
  } catch {
    throw notJson("not JSON");
  }
  if (mayBeNoText.test(text) && !isText(value)) throw notJson("half a character or NUL in a text");
  return value;
};

/** Serves an endpoint with a verb. The context is for the few doors that set cookies. */
export const door = <E extends AnyEndpoint>(
  app: Hono<Env>,
  e: E,
  verb: (desk: Desk, asked: Asked<E>, c: Context<Env>) => Promise<AnswerOf<E> | Response>,
): void => {
  app.on(e.method, e.path, async (c) => {
    // `c.var` copies all there is at every look.
    const desk = c.get("desk");
    guard(desk, e.who);
    const key = keyOf(c, e, desk);
    const body = e.body ? parse(e.body, jsonOf(c.get("bodyText")), "") : undefined;
    const query = e.query ? parse(e.query, c.req.query(), "?") : undefined;
    const asked = { params: c.req.param(), body, query, key } as Asked<E>;
    const answer = await verb(desk, asked, c);
    if (answer instanceof Response) return answer;
    c.header("cache-control", "no-store");
    const level = desk.db.level();
    if (level) c.header("jifu-level", String(Math.max(level, desk.seen)));
    return c.json(answer as object, e.status === 204 ? 200 : e.status ?? 200);
  });
};
