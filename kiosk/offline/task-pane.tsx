import { CircleCheck, CloudOff, RotateCw } from "lucide-preact";
import { useState } from "preact/hooks";
import { isProblemCode } from "../../shared/problems.ts";
import { Button, EmptyState, formats, IconButton, LoadingState } from "../../shared/ui/index.ts";
import { sayCode } from "../problems/say-problem.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { online } from "../terminal/ask.ts";
import { goodsSaid, type Said, whoseSaid } from "./say-input.ts";
import { SettleDialog } from "./settle-dialog.tsx";
import { loadTasks, tasks, type TaskView } from "./tasks.ts";
import { offlineWords } from "./words.ts";

/** What the house could not book, with its reason; booked by hand or dismissed. */
export function TaskPane() {
  const t = offlineWords.value.screen;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <section class="pane offline-queue" aria-labelledby="offline-tasks">
      <div class="offline-pane-head inline apart">
        <h2 id="offline-tasks">{t.tasks}</h2>
        <IconButton
          label={t.refresh}
          icon={<RotateCw />}
          disabled={!online.value}
          onClick={() => void loadTasks()}
        />
      </div>
      <Tasks onChoose={setChosen} />
      {chosen && (
        <SettleDialog
          key={chosen.task.taskId}
          task={chosen.task}
          how={chosen.how}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

interface Chosen {
  task: TaskView;
  how: "book" | "dismiss";
}

function Tasks(props: { onChoose: (chosen: Chosen) => void }) {
  const t = offlineWords.value.screen;
  const loaded = tasks.value;
  if (loaded.state === "loading") {
    return online.value
      ? <LoadingState />
      : <EmptyState icon={<CloudOff />} title={t.waitsForNetwork}>{t.needsNetwork}</EmptyState>;
  }
  if (loaded.state === "failed") return <TroubleState error={loaded.error} onRetry={loadTasks} />;
  const { open, ended } = loaded.value;
  if (open.length + ended.length === 0) {
    return <EmptyState icon={<CircleCheck />} title={t.noTasks}>{t.noTasksHint}</EmptyState>;
  }
  return (
    <ul class="offline-items" tabIndex={0} aria-labelledby="offline-tasks">
      {open.map((task) => <Task key={task.taskId} task={task} onChoose={props.onChoose} />)}
      {ended.map((task) => <Ended key={task.taskId} task={task} />)}
    </ul>
  );
}

function Task(props: { task: TaskView; onChoose: (chosen: Chosen) => void }) {
  const { task } = props;
  const t = offlineWords.value;
  const why = whyOf(task);
  return (
    <li class="offline-task">
      <TaskHead task={task} />
      <p class="offline-said small numbers">{saidOf(task).join(" · ")}</p>
      <p class="offline-why">
        <strong>{why.title}</strong> {why.hint}
      </p>
      <div class="offline-actions">
        <Button
          size="s"
          disabled={!online.value}
          onClick={() => props.onChoose({ task, how: "dismiss" })}
        >
          {t.task.dismiss}
        </Button>
        {task.kind !== "join" && (
          <Button
            size="s"
            variant="primary"
            disabled={!online.value}
            onClick={() => props.onChoose({ task, how: "book" })}
          >
            {t.task.book}
          </Button>
        )}
      </div>
    </li>
  );
}

function Ended(props: { task: TaskView }) {
  const { task } = props;
  const t = offlineWords.value.task.ended;
  return (
    <li class="offline-task offline-ended">
      <TaskHead task={task} />
      {task.end && <p class="small">{t[task.end.state](task.end.by ?? "", task.end.reason)}</p>}
    </li>
  );
}

function TaskHead(props: { task: TaskView }) {
  const { task } = props;
  const t = offlineWords.value;
  const { totalFen } = Object(task.input) as { totalFen?: number };
  return (
    <div class="inline apart">
      <span class="offline-item-what">
        <strong class="numbers">{t.kinds[task.kind]} · {task.label}</strong>
        <span class="small soft">
          {formats.value.dateTime(task.madeAt)}
          {task.terminalLabel && ` · ${t.screen.from(task.terminalLabel)}`}
        </span>
      </span>
      {totalFen !== undefined && <strong class="numbers">{formats.value.money(totalFen)}</strong>}
    </div>
  );
}

/** Whose it is, and what was sold. */
function saidOf({ input }: TaskView): string[] {
  const said = Object(input) as Said;
  return [...whoseSaid(said), ...goodsSaid(said)];
}

export function whyOf({ code, fields }: TaskView): { title: string; hint: string } {
  return sayCode(isProblemCode(code) ? code : "internal", fields);
}
