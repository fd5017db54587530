import { CircleCheck, ClipboardList } from "lucide-preact";
import { useState } from "preact/hooks";
import { type AnswerFault, answerFaults } from "../../shared/surveys/answers.ts";
import type { Answers } from "../../shared/surveys/survey.ts";
import { Banner, Button, ButtonLink, EmptyState, lang, Progress } from "../../shared/ui/index.ts";
import type { Trouble } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { Part, troubleLine } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import type { MySurvey } from "./data.ts";
import { QuestionField } from "./question-field.tsx";
import { earnWords } from "./words.ts";
import "./survey-view.css";

export interface SurveyViewProps {
  survey: Loaded<MySurvey>;
  busy: boolean;
  trouble: Trouble | null;
  /** Points that just came in; null while it is being answered. */
  done: number | null;
  onRetry: () => void;
  onSend: (answers: Answers) => void;
  /** For the bench. */
  begun?: { answers: Answers; tried: boolean };
}

/** A survey, one page: answered in the order one likes, sent once. */
export function SurveyView(props: SurveyViewProps) {
  const { survey, done, onRetry } = props;
  const t = earnWords.value.survey;
  const { data } = survey;
  const title = data ? (lang.value === "en" && data.titleEn) || data.titleZh : "";
  const over = survey.trouble?.code === "survey-closed" || survey.trouble?.code === "not-found";
  return (
    <Screen title={title || earnWords.value.earn.surveys} backTo={PATHS.earn}>
      {done !== null
        ? <Thanks points={done} />
        : over
        ? <EmptyState icon={<ClipboardList />} title={t.closed}>{t.closedHint}</EmptyState>
        : (
          <Part of={survey} onRetry={onRetry}>
            {(found) =>
              found.answered
                ? (
                  <EmptyState icon={<CircleCheck />} title={t.answered}>
                    <ButtonLink href={PATHS.earn}>{t.back}</ButtonLink>
                  </EmptyState>
                )
                : <Form {...props} found={found} />}
          </Part>
        )}
    </Screen>
  );
}

function Thanks(props: { points: number }) {
  const t = earnWords.value.survey;
  return (
    <div class="survey-thanks" role="status">
      <CircleCheck aria-hidden="true" />
      <h2>{t.thanks}</h2>
      {props.points > 0 && <p class="survey-points">{t.thanksPoints(props.points)}</p>}
      <p class="soft">{t.thanksHint}</p>
      <ButtonLink href={PATHS.earn} variant="primary">{t.back}</ButtonLink>
    </div>
  );
}

function Form(props: SurveyViewProps & { found: MySurvey }) {
  const { found, busy, trouble, onSend } = props;
  const [answers, setAnswers] = useState<Answers>(props.begun?.answers ?? {});
  const [tried, setTried] = useState(props.begun?.tried ?? false);
  const t = earnWords.value.survey;
  const intro = (lang.value === "en" && found.introEn) || found.introZh;
  const faults = answerFaults(found.questions, answers);
  const answered = found.questions.filter((q) => (answers[q.id] ?? []).some((a) => a.trim()));
  const send = () => {
    setTried(true);
    const [first] = faults;
    if (!first) return onSend(answers);
    document.getElementById(`question-${first.questionId}`)?.scrollIntoView({ block: "center" });
    document.querySelector<HTMLElement>(`#question-${first.questionId} :is(input, textarea)`)
      ?.focus({ preventScroll: true });
  };
  const faultOf = (id: string): AnswerFault["fault"] | null =>
    tried ? faults.find((f) => f.questionId === id)?.fault ?? null : null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send();
      }}
    >
      {intro && <p class="survey-intro">{intro}</p>}
      <Progress
        value={answered.length / found.questions.length}
        label={t.progress(answered.length, found.questions.length)}
      />
      {found.questions.map((question, i) => (
        <QuestionField
          key={question.id}
          question={question}
          number={i + 1}
          answer={answers[question.id] ?? []}
          fault={faultOf(question.id)}
          onAnswer={(given) => setAnswers({ ...answers, [question.id]: given })}
        />
      ))}
      <p class="small faint">{t.anonymous}</p>
      {trouble && <Banner tone="danger" title={troubleLine(trouble)} />}
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        {t.submit(found.points)}
      </Button>
    </form>
  );
}
