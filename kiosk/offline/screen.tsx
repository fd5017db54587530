import { useEffect } from "preact/hooks";
import { LeftPane } from "./left-pane.tsx";
import { QueuePane } from "./queue-pane.tsx";
import { TaskPane } from "./task-pane.tsx";
import { loadTasks } from "./tasks.ts";
import { offlineWords } from "./words.ts";
import "./style.css";

/** What was done without network: the queue of this device, and what came back to the store. */
export function Offline() {
  const t = offlineWords.value.screen;
  useEffect(() => void loadTasks(), []);
  return (
    <div class="offline">
      <header class="offline-head">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <LeftPane />
      <div class="offline-panes">
        <QueuePane />
        <TaskPane />
      </div>
    </div>
  );
}
