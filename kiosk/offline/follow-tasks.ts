/** Hears of tasks while somebody works at the counter. @module */
import { effect } from "@preact/signals";
import { online } from "../terminal/ask.ts";
import { tally } from "./state.ts";
import { loadTasks } from "./tasks.ts";

/** How often the house is asked, ms; other tills of the store leave tasks too. */
const ASK_EVERY_MS = 120_000;

/** Looks now, whenever something came back from this device, and now and then. */
export function followTasks(): () => void {
  const stop = effect(() => {
    const { refused } = tally.value;
    if (online.value && refused >= 0) void loadTasks();
  });
  const timer = setInterval(() => void loadTasks(), ASK_EVERY_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}
