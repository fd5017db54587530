import { expect, test } from "vitest";
import type { Question } from "../../shared/surveys/survey.ts";
import { answersCsv } from "./answers-csv.ts";

const questions: Question[] = [
  {
    kind: "multiple",
    id: "q1",
    zh: "看重哪些",
    en: "What matters",
    required: true,
    most: null,
    options: [{ id: "a", zh: "新鲜", en: "Fresh" }, { id: "b", zh: "价格", en: "Price" }],
  },
  { kind: "text", id: "q2", zh: "想说的", en: "Anything else", required: false },
];

test("a line per answer, names for choices, nothing taken for a formula", () => {
  const csv = answersCsv({
    questions,
    rows: [
      { n: 1, at: 0, answers: { q1: ["a", "b"], q2: ['菜很好,"新鲜"'] } },
      { n: 2, at: 1, answers: { q1: ["b"], q2: ["=HYPERLINK(1)"] } },
    ],
    titles: ["序号", "时间"],
    name: ({ zh }) => zh,
    time: (at) => `t${at}`,
  });
  expect(csv).toBe(
    "\uFEFF序号,时间,看重哪些,想说的\r\n" +
      '1,t0,新鲜; 价格,"菜很好,""新鲜"""\r\n' +
      "2,t1,价格,'=HYPERLINK(1)\r\n",
  );
});
