import { useEffect, useRef, useState } from "preact/hooks";
import * as z from "zod/mini";
import { fieldSentence } from "./field-sentence.ts";

/** What a form is made of: what is typed, how it becomes what is sent, and the API's own schema. */
export interface FormSpec<D, I> {
  initial: D;
  /** NaN stands for a number that is not one. */
  build: (draft: D) => unknown;
  schema: z.core.$ZodType<I>;
  /** Sentences for fields whose rule the general ones do not say. */
  says?: Partial<Record<keyof D, string>>;
  /** What holds beyond the schema: the limit of a role, a date that must lie ahead. */
  rules?: (draft: D) => Partial<Record<keyof D, string | false>>;
  /** Fields in yuan; their bounds are said as prices. */
  fen?: readonly (keyof D)[];
}

export interface Form<D, I> {
  draft: D;
  /** Differs from what it opened with. */
  dirty: boolean;
  /** What would be sent, or null while something is wrong. */
  input: I | null;
  set: (part: Partial<D>) => void;
  error: (name: keyof D) => string | null;
  touch: (name: keyof D) => void;
  /** Shows every error; answers the input, or null after moving to the first wrong field. */
  check: () => I | null;
  /** Puts a refusal of the API at its field, until the field changes. */
  refuse: (name: keyof D, sentence: string) => void;
  /** Starts over from here; nothing is dirty afterwards. */
  reset: (draft: D) => void;
  /** Props of a text field with this name. */
  field: (name: keyof D) => {
    value: string;
    onInput: (value: string) => void;
    onBlur: () => void;
    error: string | null;
  };
}

/** Errors appear when a field is left, or when typing pauses this long (ms). */
const PAUSE = 700;

/** The state of a form, checked on every change by the schema that the API checks with. */
export function useForm<D extends object, I>(spec: FormSpec<D, I>): Form<D, I> {
  const [base, setBase] = useState(spec.initial);
  const [draft, setDraft] = useState(spec.initial);
  const [touched, setTouched] = useState<ReadonlySet<keyof D>>(new Set());
  const [refused, setRefused] = useState<Partial<Record<keyof D, string>>>({});
  const pauses = useRef(new Map<keyof D, ReturnType<typeof setTimeout>>());
  useEffect(() => () => pauses.current.forEach((pause) => clearTimeout(pause)), []);

  const { errors, input } = judge(spec, draft);
  const touch = (name: keyof D) => setTouched((before) => new Set([...before, name]));

  const set = (part: Partial<D>) => {
    const names = Object.keys(part) as (keyof D)[];
    setDraft((before) => ({ ...before, ...part }));
    setRefused((before) => {
      const left = { ...before };
      names.forEach((name) => delete left[name]);
      return left;
    });
    for (const name of names) {
      clearTimeout(pauses.current.get(name));
      pauses.current.set(name, setTimeout(() => touch(name), PAUSE));
    }
  };

  const error = (name: keyof D) =>
    refused[name] ?? (touched.has(name) ? errors[name] ?? null : null);

  return {
    draft,
    dirty: JSON.stringify(draft) !== JSON.stringify(base),
    input,
    set,
    error,
    touch,
    check: () => {
      setTouched(new Set(Object.keys(draft) as (keyof D)[]));
      if (input === null) focusFirstWrong();
      return input;
    },
    refuse: (name, sentence) => {
      setRefused((before) => ({ ...before, [name]: sentence }));
      focusFirstWrong();
    },
    reset: (next) => {
      pauses.current.forEach((pause) => clearTimeout(pause));
      setBase(next);
      setDraft(next);
      setTouched(new Set());
      setRefused({});
    },
    field: (name) => ({
      value: String(draft[name] ?? ""),
      onInput: (value) => set({ [name]: value } as Partial<D>),
      onBlur: () => touch(name),
      error: error(name),
    }),
  };
}

/** The schema first, then what holds beyond it. */
function judge<D extends object, I>(
  spec: FormSpec<D, I>,
  draft: D,
): { errors: Partial<Record<keyof D, string>>; input: I | null } {
  const result = z.safeParse(spec.schema, spec.build(draft));
  const errors: Partial<Record<keyof D, string>> = result.success
    ? {}
    : sentences(result.error.issues, spec, draft);
  for (const [name, sentence] of Object.entries(spec.rules?.(draft) ?? {})) {
    if (sentence) errors[name as keyof D] ??= sentence as string;
  }
  const fine = result.success && Object.keys(errors).length === 0;
  return { errors, input: fine ? result.data : null };
}

/** The field that an issue belongs to: `flash.points` may be typed as `flashPoints`; what lies in a
 *  list belongs to the list; else it is the innermost name that the form knows. */
function fieldOf<D extends object>(
  path: readonly PropertyKey[],
  draft: D,
): keyof D | undefined {
  const joined = path.map((part, i) => {
    const text = String(part);
    return i === 0 ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
  }).join("");
  if (Object.hasOwn(draft, joined)) return joined as keyof D;
  const list = path.findIndex((part) => typeof part === "number");
  const outer = list < 0 ? path : path.slice(0, list);
  const known = (part: PropertyKey) => Object.hasOwn(draft, part);
  return ([...outer].reverse().find(known) ?? [...path].reverse().find(known)) as
    | keyof D
    | undefined;
}

/** The first sentence for each field; an issue belongs to the innermost field that its path names. */
function sentences<D extends object, I>(
  issues: readonly z.core.$ZodIssue[],
  spec: FormSpec<D, I>,
  draft: D,
): Partial<Record<keyof D, string>> {
  const found: Partial<Record<keyof D, string>> = {};
  for (const issue of issues) {
    const name = fieldOf(issue.path, draft);
    if (name === undefined || found[name]) continue;
    const empty = draft[name] === "";
    found[name] = fieldSentence(issue, {
      empty,
      own: spec.says?.[name],
      fen: spec.fen?.includes(name) ?? false,
    });
  }
  return found;
}

/** After the errors are drawn, the cursor goes to the first of them. */
function focusFirstWrong(): void {
  setTimeout(() => {
    const inDialog = document.querySelector("dialog[open] [aria-invalid='true']");
    const wrong = inDialog ?? document.querySelector("main [aria-invalid='true']");
    if (wrong instanceof HTMLElement) wrong.focus();
  }, 30);
}
