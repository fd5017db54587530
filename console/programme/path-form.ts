import { useEffect, useRef, useState } from "preact/hooks";
import * as z from "zod/mini";
import { fieldSentence } from "../form/field-sentence.ts";
import { valueAt, withValue } from "./path.ts";
import { unitAt } from "./typed.ts";

/** A part of the rules while it is typed. Fields are named by their path in it. */
export interface PathForm<D, I> {
  draft: D;
  dirty: boolean;
  /** What the rules would say, or null while something is wrong. */
  input: I | null;
  set: (change: (draft: D) => D) => void;
  /** Puts a value at a path; undefined takes it out. */
  put: (path: string, value: unknown) => void;
  /** The sentence about what stands at a path, once it was left or typing paused. */
  error: (path: string) => string | null;
  touch: (path: string) => void;
  /** Shows every error; answers the input, or null after moving to the first wrong field. */
  check: () => I | null;
  /** Props of a text field at this path. */
  field: (path: string) => {
    value: string;
    onInput: (value: string) => void;
    onBlur: () => void;
    error: string | null;
  };
}

export interface PathFormSpec<D, I> {
  initial: D;
  finish: (draft: D) => unknown;
  schema: z.core.$ZodType<I>;
  /** Sentences by path for what holds beyond the schema. */
  rules?: (draft: D) => Record<string, string | false>;
}

/** Errors appear when a field is left, or when typing pauses this long (ms). */
const PAUSE = 700;

export function usePathForm<D extends object, I>(spec: PathFormSpec<D, I>): PathForm<D, I> {
  const [draft, setDraft] = useState(spec.initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const pauses = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => () => pauses.current.forEach((pause) => clearTimeout(pause)), []);
  const { errors, input } = judge(spec, draft);
  const touch = (path: string) => setTouched((before) => new Set([...before, path]));
  const put = (path: string, value: unknown) => {
    setDraft((before) => withValue(before, path, value));
    clearTimeout(pauses.current.get(path));
    pauses.current.set(path, setTimeout(() => touch(path), PAUSE));
  };
  const error = (path: string) => all || touched.has(path) ? errors.get(path) ?? null : null;
  return {
    draft,
    dirty: JSON.stringify(draft) !== JSON.stringify(spec.initial),
    input,
    set: (change) => setDraft(change),
    put,
    error,
    touch,
    check: () => {
      setAll(true);
      if (input === null) focusFirstWrong();
      return input;
    },
    field: (path) => ({
      value: String(valueAt(draft, path) ?? ""),
      onInput: (value) => put(path, value),
      onBlur: () => touch(path),
      error: error(path),
    }),
  };
}

function judge<D, I>(
  spec: PathFormSpec<D, I>,
  draft: D,
): { errors: ReadonlyMap<string, string>; input: I | null } {
  const result = z.safeParse(spec.schema, spec.finish(draft));
  const errors = new Map<string, string>();
  for (const issue of result.success ? [] : result.error.issues) {
    const path = issue.path.join(".");
    if (errors.has(path)) continue;
    const value = valueAt(draft, path);
    errors.set(
      path,
      fieldSentence(issue, {
        empty: value === "" || value === undefined,
        own: undefined,
        fen: unitAt(path) === "yuan",
      }),
    );
  }
  for (const [path, sentence] of Object.entries(spec.rules?.(draft) ?? {})) {
    if (sentence && !errors.has(path)) errors.set(path, sentence);
  }
  return { errors, input: result.success && errors.size === 0 ? result.data : null };
}

/** After the errors are drawn, the cursor goes to the first of them. */
function focusFirstWrong(): void {
  setTimeout(() => {
    const wrong = document.querySelector("dialog[open] [aria-invalid='true']") ??
      document.querySelector("dialog[open] [role='alert']");
    if (!(wrong instanceof HTMLElement)) return;
    wrong.scrollIntoView({ block: "center" });
    wrong.focus();
  }, 30);
}
