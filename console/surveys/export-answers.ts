import { listSurveyAnswers, type SurveyDetail } from "../../shared/surveys/endpoints.ts";
import type { Answers } from "../../shared/surveys/survey.ts";
import { ask } from "../wire.ts";
import { answersCsv } from "./answers-csv.ts";
import { inLang } from "./use-surveys.ts";
import { words } from "./words.ts";

/** Reads all answers, page by page, and hands them over as a file. @returns how many */
export async function exportAnswers(survey: SurveyDetail): Promise<number> {
  const t = words.value;
  const rows: { n: number; at: number; answers: Answers }[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: { rows: typeof rows; nextAfter: number | null } = await ask(listSurveyAnswers, {
      params: { survey: survey.id },
      query: { after, limit: 500 },
    });
    rows.push(...page.rows);
    after = page.nextAfter;
  }
  const csv = answersCsv({
    questions: survey.body.questions,
    rows,
    titles: [t.columnNumber, t.columnAt],
    name: ({ zh, en }) => inLang(zh, en),
    time: t.at,
  });
  const url = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = t.fileName(inLang(survey.body.titleZh, survey.body.titleEn));
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
  return rows.length;
}
