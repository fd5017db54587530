import { useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";
import "./sentence-band.css";
import { words } from "./words.ts";

/** What a part says in both languages, as it is typed; while something is wrong, what it said last. */
export function SentenceBand(
  props: { zh: readonly string[] | null; en: readonly string[] | null },
) {
  const t = words.value;
  const last = useRef<{ zh: readonly string[]; en: readonly string[] }>({ zh: [], en: [] });
  if (props.zh !== null && props.en !== null) last.current = { zh: props.zh, en: props.en };
  const { zh, en } = last.current;
  return (
    <dl class={`sentence-band ${props.zh === null ? "is-stale" : ""}`} data-sentence>
      <div>
        <dt>{t.inChinese}</dt>
        <dd lang="zh-CN">{zh.map((text) => <span key={text}>{text}</span>)}</dd>
      </div>
      <div>
        <dt>{t.inEnglish}</dt>
        <dd lang="en">{en.map((text) => <span key={text}>{text}</span>)}</dd>
      </div>
    </dl>
  );
}

/** Lines of sentences, each about one thing. */
export function SentenceList(
  props: { lines: readonly { key: string; text: ComponentChildren }[] },
) {
  return (
    <ul class="sentence-list">
      {props.lines.map((line) => <li key={line.key}>{line.text}</li>)}
    </ul>
  );
}
