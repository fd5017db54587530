import { ErrorBoundary, lazy } from "preact-iso";
import { commonWords, Seal, Spinner, withWording } from "../../shared/ui/index.ts";
import { standing, startTrouble, terminal } from "../terminal/standing.ts";
import { words } from "../words.ts";
import { Stopped } from "./stopped.tsx";
import "./style.css";

const Pairing = lazy(() => withWording(import("../pairing/screen.tsx").then((r) => r.Pairing)));
const SelfService = lazy(() =>
  withWording(import("../visit/self-service.tsx").then((room) => room.SelfService))
);
const Counter = lazy(() =>
  withWording(import("../counter/counter.tsx").then((room) => room.Counter))
);

/** One app, two devices: the self-service kiosk and the staff's counter. */
export function App() {
  return <ErrorBoundary>{inside()}</ErrorBoundary>;
}

function inside() {
  if (standing.value === "unpaired") return <Pairing />;
  if (standing.value === "revoked" || standing.value === "clock-wrong") {
    return <Stopped why={standing.value} />;
  }
  if (standing.value === "paired" && terminal.value) {
    return terminal.value.terminal.kind === "kiosk" ? <SelfService /> : <Counter />;
  }
  if (startTrouble.value) return <Stopped why="trouble" />;
  return <Splash />;
}

function Splash() {
  return (
    <main class="splash" aria-busy="true">
      <Seal />
      <h1 class="sr-only">{commonWords.value.brand}</h1>
      <p class="splash-text" role="status">
        <Spinner />
        {words.value.starting}
      </p>
    </main>
  );
}
