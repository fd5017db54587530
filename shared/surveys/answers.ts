/** What counts as an answer to a survey, and who is asked. Apart from the schemas, which no phone
 *  needs. @module */
import type { Answers, Question } from "./survey.ts";

/** Characters of a text. */
export const answerTextMax = 500;

/** Is this member asked? */
export const isAsked = (
  survey: { tierIds: readonly string[]; tags: readonly string[] },
  member: { tierId: string | null; tags: readonly string[] },
): boolean =>
  (survey.tierIds.length === 0 || survey.tierIds.includes(member.tierId ?? "")) &&
  (survey.tags.length === 0 || survey.tags.some((tag) => member.tags.includes(tag)));

export type AnswerFault = { questionId: string; fault: "missing" | "unknown" | "too-many" };

const ratings = (top: string): string[] =>
  Array.from({ length: Number(top) }, (_, i) => String(i + 1));

const faultOf = (question: Question, given: readonly string[]): AnswerFault["fault"] | null => {
  const said = given.filter((text) => text.trim() !== "");
  if (said.length === 0) return question.required ? "missing" : null;
  if (new Set(said).size !== said.length) return "too-many";
  if (question.kind === "text") return said.length > 1 ? "too-many" : null;
  const known = question.kind === "rating"
    ? ratings(question.top)
    : question.options.map((option) => option.id);
  if (said.some((choice) => !known.includes(choice))) return "unknown";
  const most = question.kind === "multiple" ? question.most ?? known.length : 1;
  return said.length > most ? "too-many" : null;
};

/** What keeps these answers from being taken; empty when they are right. */
export const answerFaults = (questions: readonly Question[], answers: Answers): AnswerFault[] => [
  ...questions.flatMap((question) => {
    const fault = faultOf(question, answers[question.id] ?? []);
    return fault ? [{ questionId: question.id, fault }] : [];
  }),
  ...Object.keys(answers)
    .filter((id) => !questions.some((question) => question.id === id))
    .map((questionId) => ({ questionId, fault: "unknown" as const })),
];

/** Answers as they are kept: nothing empty, texts trimmed. */
export const keptAnswers = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .map(([id, given]) => [id, given.map((text) => text.trim()).filter(Boolean)] as const)
      .filter(([, given]) => given.length > 0),
  );
