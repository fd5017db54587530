import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

export interface ChoiceProps {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | null | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A box to tick, with its text beside it. */
export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} look="checkbox" />;
}

/** A switch for a setting that takes effect at once. */
export function Switch(props: ChoiceProps) {
  return <Choice {...props} look="switch" />;
}

function Choice(props: ChoiceProps & { look: "checkbox" | "switch" }) {
  const { look, label, hint, error, checked, onChange, disabled } = props;
  const id = useId();
  const note = error || hint;
  return (
    <div class={`choice choice-${look}`}>
      <label class="choice-row">
        <input
          type="checkbox"
          role={look === "switch" ? "switch" : undefined}
          checked={checked}
          disabled={disabled}
          aria-describedby={note ? id : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span class="choice-label">{label}</span>
      </label>
      {note && <p id={id} class={error ? "field-note field-error" : "field-note"}>{note}</p>}
    </div>
  );
}
