import { useRoute } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import type { Answers } from "../../shared/surveys/survey.ts";
import { type Trouble, troubleOf } from "../shell/trouble.ts";
import { sendAnswers, survey } from "./data.ts";
import { SurveyView } from "./survey-view.tsx";

/** One survey, answered once. */
export default function SurveyScreen() {
  const { params } = useRoute();
  const id = params.survey ?? "";
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [done, setDone] = useState<number | null>(null);
  useEffect(() => {
    void survey(id).load();
  }, [id]);
  const send = async (answers: Answers) => {
    setBusy(true);
    setTrouble(null);
    try {
      setDone((await sendAnswers(id, answers)).points);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SurveyView
      survey={survey(id).state.value}
      busy={busy}
      trouble={trouble}
      done={done}
      onRetry={() => void survey(id).load()}
      onSend={(answers) => void send(answers)}
    />
  );
}
