import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import type * as z from "zod/mini";
import { dayOf } from "../../shared/business-day.ts";
import {
  addSurvey,
  changeSurvey,
  publishSurvey,
  type SurveyDetail,
} from "../../shared/surveys/endpoints.ts";
import { SurveyBody } from "../../shared/surveys/survey.ts";
import { Button, ConfirmDialog, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { Page } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { bodyFrom, draftFrom, emptySurvey, isWrong, type SurveyDraft } from "./draft.ts";
import { StateBadge } from "./state-badge.tsx";
import { SurveyFieldset } from "./survey-fieldset.tsx";
import { inLang } from "./use-surveys.ts";
import { words } from "./words.ts";

export interface SurveyEditorProps {
  /** Missing for a new one. */
  survey: SurveyDetail | undefined;
  back: { href: string; label: string };
  onChanged: (survey: SurveyDetail) => void;
}

const rules = (draft: SurveyDraft) => ({
  closesAt: draft.closesAt < draft.opensAt
    ? words.value.closesRule
    : draft.closesAt < dayOf(Date.now()) && words.value.closesPast,
  questions: draft.questions.some(isWrong) && words.value.questionsRule,
});

/** A draft, written and published. */
export function SurveyEditor({ survey, back, onChanged }: SurveyEditorProps) {
  const t = words.value;
  const { route } = useLocation();
  const { brands } = usePlaces();
  const [chosenBrand, setBrand] = useState<string | null>(null);
  const brandId = survey?.brandId ?? chosenBrand ?? brands[0]?.id ?? "";
  const readOnly = !mayI("survey.manage");
  const form = useForm<SurveyDraft, SurveyBody>({
    initial: survey ? draftFrom(survey.body) : emptySurvey(dayOf(Date.now())),
    build: bodyFrom,
    schema: SurveyBody as z.ZodMiniType<SurveyBody>,
    says: { questions: t.questionsRule },
    rules,
  });
  useLeaveGuard(form.dirty);
  const command = useCommand((body: SurveyBody, key) =>
    survey
      ? ask(changeSurvey, {
        params: { survey: survey.id },
        body: { revision: survey.revision, survey: body },
      })
      : ask(addSurvey, { body: { brandId, survey: body }, key })
  );
  const submit = useSubmit(form, command, (saved) => {
    toast(survey ? t.saved : t.added);
    form.reset(form.draft);
    onChanged(saved);
    if (!survey) route(`/console/surveys/${saved.id}`, true);
  });
  return (
    <Page
      title={survey ? inLang(survey.body.titleZh, survey.body.titleEn) : t.newTitle}
      back={back}
      mark={survey && <StateBadge survey={{ state: survey.state, ...survey.body }} />}
      actions={!readOnly && (
        <>
          <Button
            data-act="save"
            variant={survey && !form.dirty ? "secondary" : "primary"}
            busy={command.busy}
            disabled={survey !== undefined && !form.dirty}
            onClick={submit}
          >
            {t.save}
          </Button>
          {survey && <Publish survey={survey} dirty={form.dirty} onChanged={onChanged} />}
        </>
      )}
    >
      <FailureBanner failure={command.failure} onAgain={command.unknown ? submit : undefined} />
      <form class="stack" noValidate onSubmit={submit}>
        <SurveyFieldset
          {...{ form, brandId, isNew: !survey }}
          disabled={readOnly || command.busy}
          onBrand={setBrand}
        />
      </form>
    </Page>
  );
}

function Publish(
  props: { survey: SurveyDetail; dirty: boolean; onChanged: (survey: SurveyDetail) => void },
) {
  const { survey, dirty, onChanged } = props;
  const [asking, setAsking] = useState(false);
  const t = words.value;
  const command = useCommand((revision: number) =>
    ask(publishSurvey, { params: { survey: survey.id }, body: { revision } })
  );
  const publish = async () => {
    const outcome = await command.send(survey.revision);
    if (!outcome.done) return;
    setAsking(false);
    toast(outcome.answer.approvalId ? t.publishAsked : t.published);
    onChanged(outcome.answer);
  };
  return (
    <>
      <Button
        data-act="publish"
        variant={dirty ? "secondary" : "primary"}
        disabled={dirty}
        title={dirty ? t.saveFirst : undefined}
        onClick={() => setAsking(true)}
      >
        {t.publish}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t.publishTitle}
        confirm={t.publish}
        busy={command.busy}
        onConfirm={() => void publish()}
        onClose={() => setAsking(false)}
      >
        <p>{t.publishText(survey.body.points)}</p>
        <FailureBanner failure={command.failure} />
      </ConfirmDialog>
    </>
  );
}
