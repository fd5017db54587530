import "../shared/ui/style/index.css";
import { render } from "preact";
import { wordingReady } from "../shared/ui/index.ts";
import { App } from "./shell/app.tsx";
import { followDensity } from "./shell/density.ts";
import { registerWorker } from "./shell/update.ts";
import { watchNetwork } from "./terminal/ask.ts";
import { keepInTouch, start } from "./terminal/standing.ts";
import "./words.ts";

const root = document.getElementById("app");
if (root) void begin(root);

async function begin(page: HTMLElement): Promise<void> {
  watchNetwork();
  followDensity();
  const started = start();
  await wordingReady();
  render(<App />, page);
  await started;
  keepInTouch();
  void registerWorker();
}
