import { Download, Inbox } from "lucide-preact";
import { useState } from "preact/hooks";
import { closeSurvey, type SurveyDetail } from "../../shared/surveys/endpoints.ts";
import { Button, ConfirmDialog, EmptyState, toast } from "../../shared/ui/index.ts";
import { failureOf, failureText } from "../failure.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { exportAnswers } from "./export-answers.ts";
import { QuestionResults } from "./question-results.tsx";
import { StateBadge } from "./state-badge.tsx";
import "./style.css";
import { inLang, useResults } from "./use-surveys.ts";
import { words } from "./words.ts";

export interface ResultsPageProps {
  survey: SurveyDetail;
  back: { href: string; label: string };
  onChanged: (survey: SurveyDetail) => void;
}

/** What members answered, counted. */
export function ResultsPage({ survey, back, onChanged }: ResultsPageProps) {
  const t = words.value;
  const loaded = useResults(survey.id);
  const { body } = survey;
  return (
    <Page
      title={inLang(body.titleZh, body.titleEn)}
      back={back}
      lead={loaded.data
        ? `${t.resultsLead(loaded.data.answers, loaded.data.points)} · ${
          t.span(body.opensAt, body.closesAt)
        }`
        : t.span(body.opensAt, body.closesAt)}
      mark={<StateBadge survey={{ state: survey.state, ...body }} />}
      actions={
        <>
          <Export survey={survey} empty={loaded.data?.answers === 0} />
          {survey.state === "published" && mayI("survey.manage") && (
            <Close survey={survey} onChanged={onChanged} />
          )}
        </>
      }
    >
      <WhenLoaded from={loaded}>
        {(results) =>
          results.answers === 0
            ? <EmptyState icon={<Inbox />} title={t.noAnswers}>{t.noAnswersText}</EmptyState>
            : (
              <div class="stack">
                {body.questions.map((question, i) => (
                  <QuestionResults
                    key={question.id}
                    surveyId={survey.id}
                    question={question}
                    number={i + 1}
                    results={results.questions.find((r) => r.id === question.id)}
                  />
                ))}
              </div>
            )}
      </WhenLoaded>
    </Page>
  );
}

function Export({ survey, empty }: { survey: SurveyDetail; empty: boolean }) {
  const [busy, setBusy] = useState(false);
  const t = words.value;
  const run = async () => {
    setBusy(true);
    try {
      toast(t.exported(await exportAnswers(survey)));
    } catch (error) {
      toast(failureText(failureOf(error)).title ?? "", "danger");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      data-act="export"
      icon={<Download />}
      busy={busy}
      disabled={empty}
      onClick={() => void run()}
    >
      {t.export}
    </Button>
  );
}

function Close(props: { survey: SurveyDetail; onChanged: (survey: SurveyDetail) => void }) {
  const { survey, onChanged } = props;
  const [asking, setAsking] = useState(false);
  const t = words.value;
  const command = useCommand((revision: number) =>
    ask(closeSurvey, { params: { survey: survey.id }, body: { revision } })
  );
  const close = async () => {
    const outcome = await command.send(survey.revision);
    if (!outcome.done) return;
    setAsking(false);
    toast(t.closed);
    onChanged(outcome.answer);
  };
  return (
    <>
      <Button data-act="close" variant="danger" onClick={() => setAsking(true)}>{t.close}</Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t.closeTitle}
        confirm={t.close}
        busy={command.busy}
        onConfirm={() => void close()}
        onClose={() => setAsking(false)}
      >
        <p>{t.closeText}</p>
        <FailureBanner failure={command.failure} />
      </ConfirmDialog>
    </>
  );
}
