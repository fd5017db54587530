import { CircleAlert, CloudOff } from "lucide-preact";
import { ErrorState } from "../../shared/ui/index.ts";
import { sayProblem } from "./say-problem.ts";
import "./style.css";

/** A refusal beside what was refused. */
export function Trouble(props: { error: unknown }) {
  if (!props.error) return null;
  const said = sayProblem(props.error);
  return (
    <div class="trouble" role="alert">
      {said.offline ? <CloudOff aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
      <div>
        <p class="trouble-title">{said.title}</p>
        {said.hint && <p>{said.hint}</p>}
      </div>
    </div>
  );
}

/** A part of the screen that could not be loaded. */
export function TroubleState(props: { error: unknown; onRetry: () => void }) {
  const said = sayProblem(props.error);
  return (
    <ErrorState
      title={said.title}
      hint={said.hint}
      offline={said.offline}
      onRetry={props.onRetry}
    />
  );
}
