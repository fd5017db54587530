import { ArrowDown, ArrowUp, Plus, Trash2, X } from "lucide-preact";
import {
  Button,
  Field,
  IconButton,
  Panel,
  Segmented,
  SelectField,
  Switch,
} from "../../shared/ui/index.ts";
import { questionKinds } from "../../shared/surveys/survey.ts";
import { emptyOption, isWrong, type QuestionDraft } from "./draft.ts";
import { words } from "./words.ts";

export interface QuestionEditorProps {
  question: QuestionDraft;
  number: number;
  count: number;
  /** Say what is wrong with it. */
  marked: boolean;
  onChange: (part: Partial<QuestionDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One question as it is written. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { question, number, marked, onChange } = props;
  const t = words.value;
  const wrong = marked && isWrong(question);
  return (
    <Panel title={t.question(number)} action={<Place {...props} />}>
      {wrong && <p class="question-wrong">{t.questionRule}</p>}
      <Segmented
        label={t.kind}
        value={question.kind}
        options={questionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        onChange={(kind) => onChange({ kind })}
      />
      <div class="fields-2">
        <Field
          label={t.textZh}
          maxLength={200}
          autocomplete="off"
          value={question.zh}
          onInput={(zh) => onChange({ zh })}
          error={wrong && question.zh.trim() === "" ? t.questionRule : null}
        />
        <Field
          label={t.textEn}
          optional
          maxLength={200}
          autocomplete="off"
          value={question.en}
          onInput={(en) => onChange({ en })}
        />
      </div>
      {(question.kind === "single" || question.kind === "multiple") && <Options {...props} />}
      {question.kind === "rating" && (
        <Segmented
          label={t.top}
          value={question.top}
          options={[{ value: "5", label: t.tops[5] }, { value: "10", label: t.tops[10] }]}
          onChange={(top) => onChange({ top })}
        />
      )}
      <Switch
        label={t.required}
        checked={question.required}
        onChange={(required) => onChange({ required })}
      />
    </Panel>
  );
}

function Place({ number, count, onMove, onRemove }: QuestionEditorProps) {
  const t = words.value;
  return (
    <span class="inline">
      <IconButton
        label={t.up(number)}
        icon={<ArrowUp />}
        disabled={number === 1}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t.down(number)}
        icon={<ArrowDown />}
        disabled={number === count}
        onClick={() => onMove(1)}
      />
      <IconButton
        label={t.removeQuestion(number)}
        icon={<Trash2 />}
        disabled={count === 1}
        onClick={onRemove}
      />
    </span>
  );
}

function Options({ question, onChange }: QuestionEditorProps) {
  const t = words.value;
  const { options } = question;
  const put = (at: number, part: { zh?: string; en?: string }) =>
    onChange({ options: options.map((o, i) => i === at ? { ...o, ...part } : o) });
  return (
    <fieldset class="question-options">
      <legend>{t.options}</legend>
      {options.map((option, i) => (
        <div key={option.id} class="option-line">
          <Field
            label={t.optionZh(i + 1)}
            maxLength={100}
            autocomplete="off"
            value={option.zh}
            onInput={(zh) => put(i, { zh })}
          />
          <Field
            label={t.optionEn(i + 1)}
            optional
            maxLength={100}
            autocomplete="off"
            value={option.en}
            onInput={(en) => put(i, { en })}
          />
          <IconButton
            label={t.removeOption(i + 1)}
            icon={<X />}
            disabled={options.length <= 2}
            onClick={() => onChange({ options: options.filter((_, at) => at !== i) })}
          />
        </div>
      ))}
      <div class="inline">
        <Button
          size="s"
          icon={<Plus />}
          disabled={options.length >= 12}
          onClick={() => onChange({ options: [...options, emptyOption(options)] })}
        >
          {t.addOption}
        </Button>
        {question.kind === "multiple" && (
          <SelectField
            label={t.most}
            value={question.most}
            options={[
              { value: "", label: t.mostAll },
              ...options.map((_, i) => ({ value: String(i + 1), label: String(i + 1) })),
            ]}
            onChange={(most) => onChange({ most })}
          />
        )}
      </div>
    </fieldset>
  );
}
