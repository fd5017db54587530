import { CloudUpload } from "lucide-preact";
import { formats, Spinner } from "../../shared/ui/index.ts";
import { room } from "../counter/room.ts";
import { openTasks } from "./tasks.ts";
import { sendingKey, tally } from "./state.ts";
import { offlineWords } from "./words.ts";

/** How much waits to be sent and how much came back; opens the screen about it. */
export function OfflineIndicator() {
  const t = offlineWords.value.indicator;
  const { waiting } = tally.value;
  const tasks = openTasks.value;
  const said = [waiting > 0 && t.waiting(waiting), tasks > 0 && t.tasks(tasks)].filter(Boolean)
    .join(" · ");
  const quiet = said === "";
  return (
    <button
      type="button"
      class={`offline-mark ${quiet ? "offline-quiet" : ""} ${tasks > 0 ? "offline-tasks" : ""}`}
      aria-current={room.value === "queue" ? "page" : undefined}
      aria-label={quiet ? t.none : `${t.none}: ${said}`}
      title={quiet ? t.none : said}
      onClick={() => room.value = "queue"}
    >
      {sendingKey.value !== null ? <Spinner /> : <CloudUpload aria-hidden="true" />}
      {waiting > 0 && <span class="numbers">{formats.value.count(waiting)}</span>}
      {tasks > 0 && <span class="offline-back numbers">{formats.value.count(tasks)}</span>}
    </button>
  );
}
