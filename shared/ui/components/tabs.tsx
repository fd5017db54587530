import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import "./tabs.css";

export interface Choice<V extends string> {
  value: V;
  label: ComponentChildren;
  icon?: ComponentChildren;
  /** A number beside the label, for what waits there. */
  count?: number;
}

interface Choosing<V extends string> {
  value: V;
  options: readonly Choice<V>[];
  onChange: (value: V) => void;
  label: string;
}

/** One choice out of a few that stand side by side; a group of radio buttons. */
export function Segmented<V extends string>(props: Choosing<V> & { block?: boolean }) {
  const group = useId();
  return (
    <div
      class={`segmented ${props.block ? "segmented-block" : ""}`}
      role="radiogroup"
      aria-label={props.label}
    >
      {props.options.map((option) => (
        <label key={option.value} class="segment">
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          {option.icon && <span aria-hidden="true">{option.icon}</span>}
          <span>{option.label}</span>
          {option.count !== undefined && <span class="segment-count">{option.count}</span>}
        </label>
      ))}
    </div>
  );
}

/** Tabs over panels; arrow keys move between them. The panel is the children. */
export function Tabs<V extends string>(props: Choosing<V> & { children: ComponentChildren }) {
  const { value, options, onChange, label, children } = props;
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = (at + by + options.length) % options.length;
    const chosen = options[next];
    if (!chosen) return;
    onChange(chosen.value);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div class="tabs">
      <div class="tabs-bar" role="tablist" aria-label={label} ref={bar} onKeyDown={step}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="tab"
            class="tab"
            id={`${id}-${option.value}`}
            aria-selected={option.value === value}
            aria-controls={option.value === value ? `${id}-panel` : undefined}
            tabIndex={option.value === value ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            {option.icon && <span aria-hidden="true">{option.icon}</span>}
            {option.label}
            {option.count !== undefined && <span class="segment-count">{option.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        tabIndex={0}
        class="tab-panel"
      >
        {children}
      </div>
    </div>
  );
}
