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
if (root) {
  watchNetwork();
  followDensity();
  const started = start();
  await wordingReady();
  render(<App />, root);
  await started;
  keepInTouch();
  void registerWorker();
}
