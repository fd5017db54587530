import type * as z from "zod/mini";
import { shellWords } from "../words.ts";

export interface FieldFacts {
  /** Nothing was typed yet. */
  empty: boolean;
  /** The field's own sentence for a wrong form. */
  own: string | undefined;
  /** The amount is in fen. */
  fen: boolean;
}

/** What a person should do about an issue that the schema found. */
export function fieldSentence(issue: z.core.$ZodIssue, field: FieldFacts): string {
  const t = shellWords.value;
  if (field.empty) return t.required;
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return field.own ?? t.tooShort(Number(issue.minimum));
      return field.fen ? t.tooSmallFen(Number(issue.minimum)) : t.tooSmall(Number(issue.minimum));
    case "too_big":
      if (issue.origin === "string") return t.tooLong(Number(issue.maximum));
      if (issue.origin === "array") return t.tooMany(Number(issue.maximum));
      return field.fen ? t.tooBigFen(Number(issue.maximum)) : t.tooBig(Number(issue.maximum));
    case "invalid_type":
      return field.own ?? (field.fen ? t.anAmount : t.wholeNumber);
    default:
      return field.own ?? t.wrongForm;
  }
}
