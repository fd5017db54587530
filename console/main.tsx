import { render } from "preact";
import { wordingReady } from "../shared/ui/index.ts";
import "../shared/ui/style/index.css";
import { App, enter } from "./app.tsx";

const root = document.getElementById("app");
if (root) {
  void enter();
  void wordingReady().then(() => {
    // Preact leaves what it finds and cannot use: the splash of the HTML would stay below the app.
    root.replaceChildren();
    render(<App />, root);
  });
}
