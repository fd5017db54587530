import type { Answers, Question } from "../../shared/surveys/survey.ts";

/** A spreadsheet takes a cell that begins like this for a formula. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What somebody chose, by its name. */
const said = (question: Question, given: readonly string[], name: (o: Named) => string): string =>
  "options" in question
    ? given.map((id) => {
      const option = question.options.find((each) => each.id === id);
      return option ? name(option) : id;
    }).join("; ")
    : given.join("; ");

type Named = { zh: string; en: string };

export interface AnswerTable {
  questions: readonly Question[];
  rows: readonly { n: number; at: number; answers: Answers }[];
  /** Titles of the first two columns. */
  titles: readonly [string, string];
  name: (named: Named) => string;
  time: (at: number) => string;
}

/** Answers as a spreadsheet opens them: with a mark that it is UTF-8, commas between, lines by CRLF;
 *  nothing that a member wrote is taken for a formula. */
export const answersCsv = ({ questions, rows, titles, name, time }: AnswerTable): string => {
  const lines = [
    [...titles, ...questions.map((question) => name(question))],
    ...rows.map((row) => [
      String(row.n),
      time(row.at),
      ...questions.map((question) => said(question, row.answers[question.id] ?? [], name)),
    ]),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
};
