/** What is wrong with an input, field by field. @module */
export type InputProblem = { pointer: string; detail: string };

type Issue = { path?: PropertyKey[]; code?: string; message?: string; keys?: string[] };

/** A choice of a hundred names is not read; what was wrong stands at its beginning. */
const short = (message: string): string =>
  message.length > 300 ? `${message.slice(0, 299)}…` : message;

/** zod's issues as JSON pointers (RFC 6901) with a short detail; values are never repeated. */
export const canonicalProblems = (error: unknown, at: string): InputProblem[] => {
  const issues = (error as { issues?: Issue[] } | undefined)?.issues ?? [];
  return issues.slice(0, 20).map((issue) => ({
    pointer: at + (issue.path ?? []).map((p) => `/${String(p)}`).join(""),
    detail: issue.code === "unrecognized_keys"
      ? `unknown: ${(issue.keys ?? []).map((k) => k.slice(0, 40)).join(", ")}`
      : short(issue.message ?? "not valid"),
  }));
};
