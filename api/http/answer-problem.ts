/** The one place where a refusal or a mistake becomes an answer. @module */
import type { Context } from "hono";
import { Problem, problemBody } from "../../shared/problems.ts";
import { Collision, OutcomeUnknown } from "../db/collision.ts";
import { noAnswerIn } from "../db/line.ts";
import type { Env } from "./door.ts";

/** The refusal an error stands for; unknown errors are logged whole and told as a bare 500. */
export const refusalOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof Collision || error instanceof OutcomeUnknown) {
    return new Problem("too-busy", { retryAfterSeconds: 1 });
  }
  if (noAnswerIn(error)) return new Problem("writer-away", { retryAfterSeconds: 2 });
  return new Problem("internal");
};

export const answerProblem = (error: unknown, c: Context<Env>): Response => {
  const problem = refusalOf(error);
  const requestId = c.get("requestId") ?? "";
  if (problem.code === "internal") {
    console.error(JSON.stringify({
      level: "error",
      requestId,
      path: c.req.path,
      error: error instanceof Error ? error.stack : String(error),
    }));
  }
  const language = c.req.header("accept-language")?.startsWith("en") ? "en" : "zh-CN";
  const retry = problem.fields.retryAfterSeconds;
  return c.body(JSON.stringify(problemBody(problem, language, requestId)), problem.status as 400, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(typeof retry === "number" ? { "retry-after": String(Math.ceil(retry)) } : {}),
  });
};
