import { addDays, dayOf, endOfDay, isDay, startOfDay } from "../../shared/business-day.ts";
import { Question, questionKinds, type SurveyBody } from "../../shared/surveys/survey.ts";
import { wholeOf } from "../form/typed-number.ts";

export type QuestionKind = typeof questionKinds[number];

/** A question as it is typed; what a kind does not use is kept, in case it is chosen again. */
export interface QuestionDraft {
  id: string;
  kind: QuestionKind;
  zh: string;
  en: string;
  required: boolean;
  options: { id: string; zh: string; en: string }[];
  /** "" for any number. */
  most: string;
  top: "5" | "10";
}

/** A survey as it is typed. Names are those of the API, so that its refusals find their field. */
export interface SurveyDraft {
  titleZh: string;
  titleEn: string;
  introZh: string;
  introEn: string;
  points: string;
  opensAt: string;
  closesAt: string;
  tierIds: string[];
  /** Names (of older surveys: ids) of tags. */
  tags: string[];
  questions: QuestionDraft[];
}

const freeId = (taken: readonly { id: string }[], prefix: string): string => {
  for (let n = 1;; n++) if (!taken.some((each) => each.id === prefix + n)) return prefix + n;
};

export const emptyOption = (options: readonly { id: string }[]) => ({
  id: freeId(options, "o"),
  zh: "",
  en: "",
});

export const emptyQuestion = (questions: readonly { id: string }[]): QuestionDraft => ({
  id: freeId(questions, "q"),
  kind: "single",
  zh: "",
  en: "",
  required: true,
  options: [{ id: "o1", zh: "", en: "" }, { id: "o2", zh: "", en: "" }],
  most: "",
  top: "5",
});

export const emptySurvey = (today: string): SurveyDraft => ({
  titleZh: "",
  titleEn: "",
  introZh: "",
  introEn: "",
  points: "20",
  opensAt: today,
  closesAt: addDays(today, 30),
  tierIds: [],
  tags: [],
  questions: [emptyQuestion([])],
});

const questionDraft = (question: Question): QuestionDraft => ({
  ...emptyQuestion([]),
  id: question.id,
  kind: question.kind,
  zh: question.zh,
  en: question.en,
  required: question.required,
  ...("options" in question ? { options: question.options } : {}),
  ...("most" in question ? { most: question.most === null ? "" : String(question.most) } : {}),
  ...("top" in question ? { top: question.top } : {}),
});

export const draftFrom = (body: SurveyBody): SurveyDraft => ({
  titleZh: body.titleZh,
  titleEn: body.titleEn,
  introZh: body.introZh,
  introEn: body.introEn,
  points: String(body.points),
  opensAt: dayOf(body.opensAt),
  // The last day is the one before the instant at which it closes.
  closesAt: dayOf(body.closesAt - 1),
  tierIds: body.tierIds,
  tags: body.tags,
  questions: body.questions.map(questionDraft),
});

/** What would be sent of a question: only what its kind has. */
export const questionFrom = (draft: QuestionDraft): unknown => {
  const { id, kind, required } = draft;
  const asked = { kind, id, zh: draft.zh.trim(), en: draft.en.trim(), required };
  const options = draft.options.map((o) => ({ id: o.id, zh: o.zh.trim(), en: o.en.trim() }));
  if (kind === "text") return asked;
  if (kind === "rating") return { ...asked, top: draft.top };
  if (kind === "single") return { ...asked, options };
  return { ...asked, options, most: draft.most === "" ? null : wholeOf(draft.most) };
};

/** Does the question keep the API from taking the survey? */
export const isWrong = (draft: QuestionDraft): boolean =>
  !Question.safeParse(questionFrom(draft)).success;

const instant = (day: string, at: (day: string) => number): number => isDay(day) ? at(day) : NaN;

/** What would be sent; NaN stands for what is no number or day. */
export const bodyFrom = (draft: SurveyDraft) => ({
  titleZh: draft.titleZh.trim(),
  titleEn: draft.titleEn.trim(),
  introZh: draft.introZh.trim(),
  introEn: draft.introEn.trim(),
  points: wholeOf(draft.points),
  opensAt: instant(draft.opensAt, startOfDay),
  closesAt: instant(draft.closesAt, endOfDay),
  tierIds: draft.tierIds,
  tags: draft.tags,
  questions: draft.questions.map(questionFrom),
});

/** The list with one item a place further up (-1) or down (1). */
export const moved = <T>(list: readonly T[], at: number, by: -1 | 1): T[] => {
  const next = [...list];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(at + by, 0, item);
  return next;
};
