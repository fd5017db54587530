import { render } from "preact";
import { wordingReady } from "../shared/ui/index.ts";
import "../shared/ui/style/index.css";
import { mayBeSignedIn, startSession } from "./members/session.ts";
import { App } from "./shell/app.tsx";
import { followAccount } from "./shell/live.ts";
import { registerWorker } from "./shell/update.ts";
import "./words.ts";

const root = document.getElementById("app");
if (root) {
  void startSession();
  // A first visitor's screen comes beside the words, not after them. Where it fails, the room says so.
  if (!mayBeSignedIn()) import("./members/join-screen.tsx").catch(() => {});
  void wordingReady().then(() => {
    render(<App />, root);
    followAccount();
    registerWorker();
  });
}
