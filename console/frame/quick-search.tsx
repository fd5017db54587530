import { Search } from "lucide-preact";
import { useLocation } from "preact-iso";
import { useId, useRef, useState } from "preact/hooks";
import { afterAsking } from "../form/leave-guard.tsx";
import { putQuery } from "../members/query.ts";
import { shellWords } from "../words.ts";
import { type Found, useFound } from "./use-found.ts";

/** One box that finds members and pages; "/" leads here, arrows choose, Enter opens. */
export function QuickSearch() {
  const t = shellWords.value;
  const { route } = useLocation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { found, searching, failed } = useFound(open ? text : "");
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key === "Enter") go(chosen);
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0 || found.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setAt((before) => (Math.min(before, found.length - 1) + by + found.length) % found.length);
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
        }}
      />
      <kbd class="quick-key" title={t.searchKey} aria-hidden="true">/</kbd>
      {shown && (
        <div class="quick-found">
          <ul id={`${id}-found`} role="listbox" aria-label={t.search}>
            {found.map((each, index) => (
              <Option
                key={each.href + each.kind + each.title}
                id={`${id}-${index}`}
                found={each}
                chosen={each === chosen}
                onGo={() => go(each)}
              />
            ))}
          </ul>
          {failed && <p class="quick-note" role="status">{t.searchFailed}</p>}
          {!failed && !searching && found.length === 0 && (
            <p class="quick-note" role="status">{t.searchNone(text.trim())}</p>
          )}
        </div>
      )}
    </div>
  );
}

function Option(props: { id: string; found: Found; chosen: boolean; onGo: () => void }) {
  const { id, found, chosen, onGo } = props;
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
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
