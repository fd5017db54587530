import { ClockAlert, CloudOff } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { lazy } from "preact-iso";
import {
  Button,
  commonWords,
  EmptyState,
  LangSwitch,
  Seal,
  withWording,
} from "../../shared/ui/index.ts";
import { sayProblem } from "../problems/say-problem.ts";
import { start, startTrouble } from "../terminal/standing.ts";
import { words } from "../words.ts";

const Revoked = lazy(() => withWording(import("./revoked.tsx").then((r) => r.Revoked)));

/** How often a terminal that never got through knocks again. */
const KNOCK_EVERY_MS = 5_000;

/** The terminal cannot work: why, and what to do about it. */
export function Stopped(props: { why: "revoked" | "clock-wrong" | "trouble" }) {
  return (
    <main class="stopped">
      <h1 class="sr-only">{commonWords.value.brand}</h1>
      <header class="stopped-head">
        <Seal />
        <LangSwitch />
      </header>
      {props.why === "revoked" && <Revoked />}
      {props.why === "clock-wrong" && <ClockWrong />}
      {props.why === "trouble" && <NotYet />}
    </main>
  );
}

function ClockWrong() {
  const t = words.value.clock;
  return (
    <EmptyState icon={<ClockAlert />} title={t.title} action={<Retry />}>
      {t.hint}
    </EmptyState>
  );
}

function NotYet() {
  const t = words.value.trouble;
  const said = sayProblem(startTrouble.value);
  useEffect(() => {
    const timer = setInterval(() => void start(), KNOCK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <EmptyState
      icon={<CloudOff />}
      title={said.offline ? t.title : said.title}
      action={<Retry />}
    >
      {said.offline ? t.hint : said.hint}
    </EmptyState>
  );
}

function Retry() {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="primary"
      size="l"
      busy={busy}
      onClick={async () => {
        setBusy(true);
        await start();
        setBusy(false);
      }}
    >
      {commonWords.value.retry}
    </Button>
  );
}
