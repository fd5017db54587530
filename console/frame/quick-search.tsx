import { Search } from "lucide-preact";
import { useLocation } from "preact-iso";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { afterAsking } from "../form/leave-guard.tsx";
import { putQuery } from "../members/query.ts";
import { shellWords } from "../words.ts";
import type { Findings, Found } from "./findings.ts";
import { useFound } from "./use-found.ts";

/** One box that finds members and pages; "/" leads here, arrows choose, Enter opens. Enter that comes
 *  before the answer opens what is found then, unless there is a choice. */
export function QuickSearch() {
  const t = shellWords.value;
  const { route } = useLocation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const findings = useFound(open ? text : "");
  const { found } = findings;
  const shown = open && text.trim() !== "";
  const chosen = shown ? found[Math.min(at, found.length - 1)] : undefined;

  const close = () => {
    setOpen(false);
    setText("");
    input.current?.blur();
  };
  const go = (target: Found | undefined) => {
    if (!target) return;
    if (target.asks) putQuery(target.asks);
    afterAsking(() => {
      close();
      route(target.href);
    });
  };
  const whenFound = useWhenFound(findings, go);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key === "Enter" && chosen) go(chosen);
    else if (event.key === "Enter") whenFound(true);
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0 || found.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setAt((now) => (Math.min(now, found.length - 1) + by + found.length) % found.length);
  };

  return (
    <div class="quick">
      <Search class="quick-icon" aria-hidden="true" />
      <input
        ref={input}
        data-search
        class="quick-input"
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={t.search}
        aria-expanded={shown}
        aria-controls={shown ? `${id}-found` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${found.indexOf(chosen)}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={t.searchHint}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(0);
          whenFound(false);
        }}
      />
      <kbd class="quick-key" title={t.searchKey} aria-hidden="true">/</kbd>
      {shown && <List id={id} text={text} findings={findings} chosen={chosen} onGo={go} />}
    </div>
  );
}

/** Opens what is searched for as soon as it is there, if it is one thing alone.
 *  @returns says whether that is wanted */
function useWhenFound(
  { found, searching }: Findings,
  go: (target: Found | undefined) => void,
): (wanted: boolean) => void {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || searching) return;
    setWanted(false);
    if (found.length === 1) go(found[0]);
  }, [wanted, searching]);
  return setWanted;
}

interface ListProps {
  id: string;
  text: string;
  findings: Findings;
  chosen: Found | undefined;
  onGo: (target: Found) => void;
}

function List({ id, text, findings, chosen, onGo }: ListProps) {
  const t = shellWords.value;
  const { found, before, searching, failed } = findings;
  return (
    <div class="quick-found">
      <ul id={`${id}-found`} role="listbox" aria-label={t.search}>
        {[...found, ...before].map((each, index) => (
          <Option
            key={each.href + each.kind + each.title}
            id={`${id}-${index}`}
            found={each}
            chosen={each === chosen}
            onGo={index < found.length ? () => onGo(each) : undefined}
          />
        ))}
      </ul>
      {failed && <p class="quick-note" role="status">{t.searchFailed}</p>}
      {!failed && !searching && found.length === 0 && (
        <p class="quick-note" role="status">{t.searchNone(text.trim())}</p>
      )}
    </div>
  );
}

function Option(
  /** Without `onGo` it belongs to an earlier text, and cannot be opened. */
  props: { id: string; found: Found; chosen: boolean; onGo: (() => void) | undefined },
) {
  const { id, found, chosen, onGo } = props;
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={!onGo}
      class="quick-option"
      // The input would lose the focus, and the list close, before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onGo}
    >
      <span class="quick-title">{found.title}</span>
      {found.detail && <span class="quick-detail">{found.detail}</span>}
      {found.end && <span class="quick-end">{found.end}</span>}
    </li>
  );
}
