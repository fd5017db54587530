import { useState } from "preact/hooks";
import { Button, Panel } from "../../shared/ui/index.ts";
import type { Question } from "../../shared/surveys/survey.ts";
import { listSurveyAnswers } from "../../shared/surveys/endpoints.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";
import { inLang, type SurveyResults } from "./use-surveys.ts";
import { words } from "./words.ts";

export interface QuestionResultsProps {
  surveyId: string;
  question: Question;
  number: number;
  results: SurveyResults["questions"][number] | undefined;
}

/** One question: how often each choice was made, or what was written. */
export function QuestionResults(props: QuestionResultsProps) {
  const { question, number, results } = props;
  const t = words.value;
  const answered = results?.answered ?? 0;
  const counts = results?.counts ?? {};
  return (
    <Panel
      title={`${number}. ${inLang(question.zh, question.en)}`}
      action={<span class="soft small">{t.answered(answered)}</span>}
    >
      {question.kind === "text" ? <Texts surveyId={props.surveyId} questionId={question.id} /> : (
        <>
          {question.kind === "rating" && answered > 0 && (
            <p class="soft">{t.average(average(counts, answered))}</p>
          )}
          <ul class="survey-bars">
            {choicesOf(question).map(({ id, name }) => (
              <Bar key={id} name={name} count={counts[id] ?? 0} of={answered} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

const choicesOf = (question: Question): { id: string; name: string }[] => {
  if (question.kind === "rating") {
    return Array.from({ length: Number(question.top) }, (_, i) => String(i + 1))
      .map((id) => ({ id, name: id }));
  }
  return "options" in question
    ? question.options.map((option) => ({ id: option.id, name: inLang(option.zh, option.en) }))
    : [];
};

/** One decimal: "4.2". */
const average = (counts: Record<string, number>, answered: number): string =>
  (Object.entries(counts).reduce((sum, [mark, times]) => sum + Number(mark) * times, 0) / answered)
    .toFixed(1);

function Bar({ name, count, of }: { name: string; count: number; of: number }) {
  const share = of === 0 ? 0 : count / of;
  return (
    <li class="survey-bar">
      <span>{name}</span>
      <span class="survey-track" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span class="numbers">{words.value.share(count, share)}</span>
    </li>
  );
}

const shownAtFirst = 10;

function Texts({ surveyId, questionId }: { surveyId: string; questionId: string }) {
  const [most, setMost] = useState(shownAtFirst);
  const loaded = useLoad(
    `survey-texts:${surveyId}`,
    (signal) => ask(listSurveyAnswers, { params: { survey: surveyId }, signal }),
  );
  return (
    <WhenLoaded from={loaded}>
      {({ rows }) => {
        const texts = rows.flatMap((row) => {
          const text = row.answers[questionId]?.[0];
          return text ? [{ n: row.n, text }] : [];
        }).reverse();
        return (
          <>
            <ul class="survey-texts" aria-label={words.value.texts}>
              {texts.slice(0, most).map(({ n, text }) => <li key={n}>{text}</li>)}
            </ul>
            {texts.length > most && (
              <Button size="s" onClick={() => setMost(most + 50)}>{words.value.moreTexts}</Button>
            )}
          </>
        );
      }}
    </WhenLoaded>
  );
}
