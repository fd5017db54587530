import { Plus } from "lucide-preact";
import {
  Banner,
  Button,
  Checkbox,
  Field,
  Panel,
  SelectField,
  TextField,
} from "../../shared/ui/index.ts";
import type { SurveyBody } from "../../shared/surveys/survey.ts";
import { Chips } from "../programme/chips.tsx";
import type { Form } from "../form/use-form.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import { useTags } from "../use-tags.ts";
import { emptyQuestion, moved, type QuestionDraft, type SurveyDraft } from "./draft.ts";
import { QuestionEditor } from "./question-editor.tsx";
import "./style.css";
import { words } from "./words.ts";

type SurveyForm = Form<SurveyDraft, SurveyBody>;

export interface SurveyFieldsetProps {
  form: SurveyForm;
  brandId: string;
  isNew: boolean;
  /** Shown, not to be changed: for who may not, and while it is saved. */
  disabled: boolean;
  onBrand: (id: string) => void;
}

/** Everything about a survey that can be set. */
export function SurveyFieldset(props: SurveyFieldsetProps) {
  return (
    <fieldset class="stack" disabled={props.disabled}>
      <Basics {...props} />
      <Terms {...props} />
      <QuestionList form={props.form} />
    </fieldset>
  );
}

function Basics({ form, isNew, brandId, onBrand }: SurveyFieldsetProps) {
  const t = words.value;
  const { brands } = usePlaces();
  return (
    <Panel title={t.basics}>
      {isNew && brands.length > 1 && (
        <SelectField
          label={t.brand}
          value={brandId}
          options={brands.map((brand) => ({ value: brand.id, label: nameIn(brand) }))}
          onChange={onBrand}
        />
      )}
      <div class="fields-2">
        <Field label={t.titleZh} maxLength={80} autocomplete="off" {...form.field("titleZh")} />
        <Field
          label={t.titleEn}
          hint={t.englishHint}
          optional
          maxLength={80}
          autocomplete="off"
          {...form.field("titleEn")}
        />
      </div>
      <div class="fields-2">
        <TextField label={t.introZh} optional maxLength={300} {...form.field("introZh")} />
        <TextField label={t.introEn} optional maxLength={300} {...form.field("introEn")} />
      </div>
    </Panel>
  );
}

function Terms({ form, brandId }: SurveyFieldsetProps) {
  const t = words.value;
  const tiers = useProgramme(brandId).data?.tiers ?? [];
  const { tierIds } = form.draft;
  const choose = (id: string, on: boolean) =>
    form.set({ tierIds: on ? [...tierIds, id] : tierIds.filter((each) => each !== id) });
  return (
    <Panel title={t.terms}>
      <div class="fields-3">
        <Field
          label={t.pointsField}
          hint={t.pointsHint}
          inputMode="numeric"
          autocomplete="off"
          {...form.field("points")}
        />
        <Field label={t.opensAt} type="date" {...form.field("opensAt")} />
        <Field label={t.closesAt} type="date" {...form.field("closesAt")} />
      </div>
      {tiers.length > 1 && (
        <fieldset class="survey-tiers">
          <legend>
            {t.tiers} <span class="soft small">{t.everyTier}</span>
          </legend>
          <div class="inline">
            {tiers.map((tier) => (
              <Checkbox
                key={tier.id}
                label={nameIn(tier)}
                checked={tierIds.includes(tier.id)}
                onChange={(on) => choose(tier.id, on)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <TagChoice form={form} brandId={brandId} />
    </Panel>
  );
}

/** The brand's tags, by name, as the rules choose them; a choice that is gone stays to be taken off. */
function TagChoice({ form, brandId }: { form: SurveyForm; brandId: string }) {
  const t = words.value;
  const tags = useTags().tags.filter((tag) => tag.brandId === brandId);
  return (
    <>
      <Chips
        label={t.tags}
        options={tags.map(({ name }) => ({ value: name, label: name }))}
        value={form.draft.tags}
        none={t.noTags}
        onChange={(names) => form.set({ tags: [...names] })}
      />
      <p class="soft small">{t.tagsHint}</p>
    </>
  );
}

function QuestionList({ form }: { form: SurveyForm }) {
  const t = words.value;
  const { questions } = form.draft;
  const put = (next: QuestionDraft[]) => form.set({ questions: next });
  const wrong = form.error("questions");
  return (
    <section class="stack" aria-label={t.questions}>
      {wrong && <Banner tone="danger" title={wrong} />}
      {questions.map((question, i) => (
        <QuestionEditor
          key={question.id}
          question={question}
          number={i + 1}
          count={questions.length}
          marked={wrong !== null}
          onChange={(part) =>
            put(questions.map((each, at) => at === i ? { ...each, ...part } : each))}
          onMove={(by) => put(moved(questions, i, by))}
          onRemove={() => put(questions.filter((_, at) => at !== i))}
        />
      ))}
      <Button
        data-act="add-question"
        icon={<Plus />}
        disabled={questions.length >= 30}
        onClick={() => put([...questions, emptyQuestion(questions)])}
      >
        {t.addQuestion}
      </Button>
    </section>
  );
}
