/** What went wrong, in words that the person at the desk can act on. @module */
import { Unreachable } from "../shared/call.ts";
import { catalogue, Problem } from "../shared/problems.ts";
import { lang } from "../shared/ui/index.ts";
import { shellWords } from "./words.ts";

/** A refusal of the API, no answer at all, or a mistake of ours. */
export type Failure =
  | { kind: "refused"; problem: Problem }
  | { kind: "unreachable" }
  | { kind: "broken"; error: unknown };

export const failureOf = (error: unknown): Failure => {
  if (error instanceof Problem) return { kind: "refused", problem: error };
  if (error instanceof Unreachable) return { kind: "unreachable" };
  console.error(error);
  return { kind: "broken", error };
};

export interface FailureText {
  title: string;
  hint: string;
  /** What support can look the request up by. */
  reference: string | null;
}

export const failureText = (failure: Failure): FailureText => {
  const t = shellWords.value;
  if (failure.kind === "unreachable") {
    return { title: t.unreachable, hint: t.unreachableText, reference: null };
  }
  const code = failure.kind === "refused" ? failure.problem.code : "internal";
  const fields = failure.kind === "refused" ? failure.problem.fields : {};
  const zh = lang.value === "zh-CN";
  const entry = catalogue[code];
  return {
    title: zh ? entry.zh : entry.en,
    hint: detailOf(fields) ?? (zh ? entry.remedyZh : entry.remedyEn),
    reference: code === "internal" && typeof fields.instance === "string" ? fields.instance : null,
  };
};

/** The number that the API sent along says more than the general advice. */
const detailOf = (fields: Record<string, unknown>): string | null => {
  const t = shellWords.value;
  if (typeof fields.limit === "number") return t.problemLimit(fields.limit);
  if (typeof fields.spendable === "number") return t.problemSpendable(fields.spendable);
  if (typeof fields.lockedUntil === "number") return t.problemUntil(fields.lockedUntil);
  if (typeof fields.retryAfterSeconds === "number") return t.problemWait(fields.retryAfterSeconds);
  return null;
};

/** True for the refusal with this code. */
export const isRefusal = (failure: Failure | null, code: keyof typeof catalogue): boolean =>
  failure?.kind === "refused" && failure.problem.code === code;
