import type { ProgrammeWording } from "../../wording/programme/zh.ts";
import type { ToldLine, ToldSection as Section } from "../../wording/programme/say-programme.ts";
import { Badge, Panel } from "./panel.tsx";
import "./told-section.css";

export interface ToldSectionProps {
  section: Section;
  t: ProgrammeWording;
}

/** A part of the rules in plain sentences, as a phone and a kiosk show it; nothing where there is
 *  nothing to tell. */
export function ToldSection({ section: { name, lines }, t }: ToldSectionProps) {
  if (lines.length === 0 && name !== "specials") return null;
  return (
    <Panel title={t.sections[name]}>
      {lines.length === 0
        ? <p class="soft">{t.noSpecials}</p>
        : <ul class="told">{lines.map((line) => <Line key={line.key} line={line} t={t} />)}</ul>}
    </Panel>
  );
}

function Line({ line, t }: { line: ToldLine; t: ProgrammeWording }) {
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
