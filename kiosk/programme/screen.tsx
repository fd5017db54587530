import { useEffect } from "preact/hooks";
import { dayOf } from "../../shared/business-day.ts";
import type { MemberProgramme } from "../../shared/programme/endpoints.ts";
import { Badge, Button, commonWords, LoadingState, Panel } from "../../shared/ui/index.ts";
import {
  sayProgramme,
  type ToldLine,
  type ToldSection,
} from "../../shared/wording/programme/say-programme.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { Frame } from "../visit/frame.tsx";
import { goTo, scan } from "../visit/visit.ts";
import { loadProgramme, programme, programmeWords, ruleWords } from "./programme.ts";
import "./style.css";

/** The rules in force as plain sentences, what holds today before the rest. */
export function Programme() {
  const t = programmeWords.value;
  const loaded = programme.value;
  useEffect(() => void loadProgramme(), [scan.value?.scanId]);
  return (
    <Frame tabs class="programme">
      <div class="inline apart">
        <h1 class="frame-title">{t.title}</h1>
        <Button variant="quiet" onClick={() => goTo("home")}>{commonWords.value.back}</Button>
      </div>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadProgramme} />}
      {loaded.state === "ready" && <Sections read={loaded.value} />}
    </Frame>
  );
}

function Sections({ read }: { read: MemberProgramme }) {
  const t = programmeWords.value;
  const told = sayProgramme(read, dayOf(serverNow()), { t, rules: ruleWords.value, nameOf });
  return (
    <>
      <p class="soft">{t.lead(read.effectiveFrom)}</p>
      {told.map((section) => <Section key={section.name} section={section} />)}
    </>
  );
}

function Section({ section: { name, lines } }: { section: ToldSection }) {
  const t = programmeWords.value;
  if (lines.length === 0 && name !== "specials") return null;
  return (
    <Panel title={t.sections[name]}>
      {lines.length === 0
        ? <p class="soft">{t.noSpecials}</p>
        : <ul class="told">{lines.map((line) => <Line key={line.key} line={line} />)}</ul>}
    </Panel>
  );
}

function Line({ line }: { line: ToldLine }) {
  const t = programmeWords.value;
  return (
    <li>
      <span class="told-head">
        {line.name === null ? <span>{line.text}</span> : <strong>{line.name}</strong>}
        {line.marks.map((mark) => (
          <Badge key={mark} tone={mark === "today" ? "good" : "gold"}>{t.marks[mark]}</Badge>
        ))}
      </span>
      {line.name !== null && <span>{line.text}</span>}
      {line.days.map((day) => <small key={day}>{day}</small>)}
    </li>
  );
}
