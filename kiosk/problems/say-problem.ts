/** Refusals in plain words, from the catalogue and the fields that came with them. @module */
import { Unreachable } from "../../shared/call.ts";
import { Problem, type ProblemCode, type ProblemFields } from "../../shared/problems.ts";
import { commonWords, lang } from "../../shared/ui/index.ts";
import { sentencesOf } from "../../shared/ui/problem-sentences.ts";
import { words } from "../words.ts";

export interface Said {
  title: string;
  /** What to do about it; may be empty. */
  hint: string;
  /** Nobody answered: the network is to blame. */
  offline: boolean;
}

/** What went wrong and what to do, in the language on screen. */
export function sayProblem(error: unknown): Said {
  const t = words.value.problem;
  if (error instanceof Problem) return { ...sayCode(error.code, error.fields), offline: false };
  if (error instanceof Unreachable) {
    return { title: t.unknownTitle, hint: t.unknownHint, offline: true };
  }
  const full = Object(error).name === "QuotaExceededError";
  return { ...sayCode(full ? "device-full" : "internal", {}), offline: false };
}

/** The same as one line. */
export function sayShort(error: unknown): string {
  const { title, hint } = sayProblem(error);
  return hint ? `${title}${lang.value === "zh-CN" ? "，" : ". "}${hint}` : title;
}

type Hint = (code: ProblemCode) => string | null | undefined;
let ofStaff: Hint = () => null;
/** Puts what staff do about a refusal in place of what the member would do. */
export const sayToStaff = (hint: Hint) => void (ofStaff = hint);

/** A refusal by its code, for those that come as data (gifts say why they are refused). */
export function sayCode(
  code: ProblemCode,
  fields: ProblemFields,
): { title: string; hint: string } {
  const zh = lang.value === "zh-CN";
  const { failedTitle, failedHint } = commonWords.value;
  const later = { zh: failedTitle, en: failedTitle, remedyZh: failedHint, remedyEn: failedHint };
  const entry = sentencesOf(code) ?? later;
  return {
    title: zh ? entry.zh : entry.en,
    hint: ofStaff(code) ?? detailOf(code, fields) ?? (zh ? entry.remedyZh : entry.remedyEn),
  };
}

type Say = (fields: ProblemFields) => string | null;

const num = (value: unknown): number | null => typeof value === "number" ? value : null;
const withNumber = (name: string, say: (value: number) => string): Say => (fields) => {
  const value = num(fields[name]);
  return value === null ? null : say(value);
};

/** What the fields add to the catalogue's sentence; null where they add nothing. */
function detailOf(code: ProblemCode, fields: ProblemFields): string | null {
  const t = words.value.problem;
  const said: Partial<Record<ProblemCode, Say>> = {
    "pin-wrong": withNumber("triesLeft", t.triesLeft),
    "code-wrong": withNumber("triesLeft", t.triesLeft),
    "pin-locked": withNumber("lockedUntil", t.lockedUntil),
    "sign-in-locked": withNumber("lockedUntil", t.lockedUntil),
    "too-many": withNumber("retryAfterSeconds", t.retryAfter),
    "too-busy": withNumber("retryAfterSeconds", t.retryAfter),
    "points-short": (f) => {
      const [needed, spendable] = [num(f.needed), num(f.spendable)];
      return needed === null || spendable === null ? null : t.pointsMissing(needed - spendable);
    },
    "gift-closed": (f) => {
      const [opensAt, closesAt] = [num(f.opensAt), num(f.closesAt)];
      if (closesAt !== null && closesAt <= Date.now()) return t.closedAt(closesAt);
      return opensAt === null ? null : t.opensAt(opensAt);
    },
    "gift-limit": withNumber("limit", t.limit),
    "over-limit": withNumber("limit", t.limitFen),
    "debt-open": withNumber("debt", t.debt),
    "return-too-large": withNumber("leftFen", t.leftToReturn),
    "claim-used": withNumber("at", t.usedAt),
    "claim-elsewhere": (f) => typeof f.store === "string" ? t.store(f.store) : null,
  };
  return said[code]?.(fields) ?? null;
}
