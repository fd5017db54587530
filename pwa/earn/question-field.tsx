import { type AnswerFault, answerTextMax } from "../../shared/surveys/answers.ts";
import type { Question } from "../../shared/surveys/survey.ts";
import { lang, TextField } from "../../shared/ui/index.ts";
import { earnWords } from "./words.ts";

export interface QuestionFieldProps {
  question: Question;
  number: number;
  answer: string[];
  fault: AnswerFault["fault"] | null;
  onAnswer: (answer: string[]) => void;
}

const inLang = (text: { zh: string; en: string }) => (lang.value === "en" && text.en) || text.zh;

/** One question, as a group that a screen reader announces with its text. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, number, fault } = props;
  const t = earnWords.value.survey;
  const id = `question-${question.id}`;
  return (
    <fieldset id={id} class="question" data-fault={fault !== null} aria-describedby={`${id}-hint`}>
      <legend>
        <span class="numbers">{number}.</span> {inLang(question)}
      </legend>
      <p id={`${id}-hint`} class={fault ? "question-fault" : "small soft"}>
        {fault
          ? fault === "missing" ? t.missing : hintOf(question)
          : [hintOf(question), ...(question.required ? [] : [t.optional])].filter(Boolean)
            .join(" · ")}
      </p>
      <Choices {...props} />
    </fieldset>
  );
}

const hintOf = (question: Question): string => {
  const t = earnWords.value.survey;
  if (question.kind === "single") return t.chooseOne;
  if (question.kind === "multiple") return t.chooseMany(question.most);
  return question.kind === "rating" ? t.rate(Number(question.top)) : "";
};

function Choices(props: QuestionFieldProps) {
  const { question, answer, onAnswer } = props;
  if (question.kind === "text") {
    const text = answer[0] ?? "";
    return (
      <TextField
        label={inLang(question)}
        labelHidden
        rows={3}
        maxLength={answerTextMax}
        value={text}
        hint={earnWords.value.survey.textHint(answerTextMax - text.length)}
        onInput={(written) => onAnswer(written ? [written] : [])}
      />
    );
  }
  if (question.kind === "rating") return <Rating {...props} top={Number(question.top)} />;
  const many = question.kind === "multiple";
  const toggle = (id: string) =>
    onAnswer(answer.includes(id) ? answer.filter((each) => each !== id) : [...answer, id]);
  return (
    <div class="choices">
      {question.options.map((option) => (
        <label key={option.id} class="choice">
          <input
            type={many ? "checkbox" : "radio"}
            name={`q-${question.id}`}
            checked={answer.includes(option.id)}
            onChange={() => many ? toggle(option.id) : onAnswer([option.id])}
          />
          <span>{inLang(option)}</span>
        </label>
      ))}
    </div>
  );
}

function Rating(props: QuestionFieldProps & { top: number }) {
  const { question, answer, onAnswer, top } = props;
  return (
    <div class="rating" style={{ "--top": String(Math.min(top, 5)) }}>
      {Array.from({ length: top }, (_, i) => String(i + 1)).map((mark) => (
        <label key={mark} class="mark">
          <input
            type="radio"
            name={`q-${question.id}`}
            checked={answer[0] === mark}
            onChange={() =>
              onAnswer([mark])}
          />
          <span class="numbers">{mark}</span>
        </label>
      ))}
    </div>
  );
}
