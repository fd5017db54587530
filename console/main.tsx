import { render } from "preact";
import { wordingReady } from "../shared/ui/index.ts";
import "../shared/ui/style/index.css";
import { App } from "./app.tsx";

await wordingReady();
const root = document.getElementById("app");
if (root) render(<App />, root);
