/** A survey: its questions, who is asked, and what counts as an answer. @module */
import * as z from "zod/mini";
import { PlainText } from "../plain-text.ts";
import { answerTextMax } from "./answers.ts";

const Zh = PlainText(200, 1);
/** English may be left out: the Chinese is shown then. */
const En = PlainText(200, 0);
const PartId = z.string().check(z.regex(/^[a-z0-9]{1,12}$/));

const Option = z.strictObject({ id: PartId, zh: PlainText(100, 1), en: PlainText(100, 0) });
const distinctIds = z.refine<{ id: string }[]>((items) =>
  new Set(items.map((i) => i.id)).size === items.length
);
const asked = { id: PartId, zh: Zh, en: En, required: z.boolean() };
const options = z.array(Option).check(z.minLength(2), z.maxLength(12), distinctIds);

export const Question = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ...asked }),
  z.strictObject({ kind: z.literal("single"), ...asked, options }),
  z.strictObject({
    kind: z.literal("multiple"),
    ...asked,
    options,
    /** At most so many may be chosen; null: all. */
    most: z.nullable(z.int().check(z.gte(1), z.lte(12))),
  }),
  /** 1 to `top`. */
  z.strictObject({ kind: z.literal("rating"), ...asked, top: z.enum(["5", "10"]) }),
]);
export type Question = z.infer<typeof Question>;

export const questionKinds = ["single", "multiple", "rating", "text"] as const;

export const Questions = z.array(Question).check(z.minLength(1), z.maxLength(30), distinctIds)
  .check(
    // Points are for an answer, and an answer says something.
    z.refine((questions) => questions.some((question) => question.required)),
  );

/** What head office writes. Times in ms; no tiers and no tags: everybody. */
export const SurveyBody = z.strictObject({
  titleZh: PlainText(80, 1),
  titleEn: PlainText(80, 0),
  introZh: PlainText(300, 0),
  introEn: PlainText(300, 0),
  questions: Questions,
  points: z.int().check(z.gte(0), z.lte(100_000)),
  tierIds: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50)),
  tags: z.array(PlainText(40, 1)).check(z.maxLength(50)),
  opensAt: z.int().check(z.gte(0)),
  closesAt: z.int().check(z.gte(2)),
}).check(z.refine((s) => s.closesAt > s.opensAt, { path: ["closesAt"] }));
export type SurveyBody = z.infer<typeof SurveyBody>;

/** Question id → what was chosen or written; a rating is its number. */
export const Answers = z.record(
  PartId,
  z.array(z.string().check(z.maxLength(answerTextMax))).check(z.maxLength(12)),
);
export type Answers = z.infer<typeof Answers>;
