import { Check, X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./chips.css";

export interface ChipsProps<V extends string | number> {
  label: string;
  labelHidden?: boolean;
  options: readonly { value: V; label: ComponentChildren; hint?: string }[];
  value: readonly V[];
  onChange: (value: V[]) => void;
  error?: string | null;
  /** Said when there is nothing to choose from. */
  none?: string;
  /** Small and even, for days. */
  even?: boolean;
}

/** Several choices out of a few, each a button that stays pressed. */
export function Chips<V extends string | number>(props: ChipsProps<V>) {
  const { label, labelHidden, options, value, onChange, error, none, even } = props;
  const id = useId();
  const known = new Set(options.map((option) => option.value));
  // What was chosen and is gone since stays visible, so that it can be taken out.
  const all = [
    ...options,
    ...value.filter((each) => !known.has(each)).map((each) => ({
      value: each,
      label: String(each),
    })),
  ];
  const toggle = (each: V) =>
    onChange(
      value.includes(each)
        ? value.filter((other) => other !== each)
        : all.map((option) => option.value).filter((v) => v === each || value.includes(v)),
    );
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span id={id} class={labelHidden ? "sr-only" : "field-label"}>{label}</span>
      {all.length === 0 && <p class="soft small">{none}</p>}
      <div class={even ? "chips chips-even" : "chips"}>
        {all.map((option) => (
          <button
            key={option.value}
            type="button"
            class="chip"
            aria-pressed={value.includes(option.value)}
            onClick={() => toggle(option.value)}
          >
            {!even && value.includes(option.value) && <Check aria-hidden="true" />}
            <span>{option.label}</span>
            {"hint" in option && option.hint && <span class="chip-hint">{option.hint}</span>}
          </button>
        ))}
      </div>
      {error && <p class="field-note field-error" role="alert">{error}</p>}
    </div>
  );
}

/** Something chosen that can be taken out again. */
export function Taken(props: { label: string; remove: string; onRemove: () => void }) {
  return (
    <span class="taken">
      {props.label}
      <button type="button" class="taken-x" aria-label={props.remove} onClick={props.onRemove}>
        <X aria-hidden="true" />
      </button>
    </span>
  );
}
