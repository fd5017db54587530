import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import { commonWords } from "../lang.ts";
import "./field.css";

interface Framed {
  label: string;
  hint?: ComponentChildren;
  /** Said instead of the hint, and marks the field as invalid. */
  error?: string | null | undefined;
  /** Adds "optional" after the label. */
  optional?: boolean;
  prefix?: ComponentChildren;
  suffix?: ComponentChildren;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
}

/** What an input takes beyond its frame. */
export interface InputOptions {
  type?:
    | "text"
    | "tel"
    | "email"
    | "search"
    | "password"
    | "date"
    | "datetime-local"
    | "number"
    | "time";
  inputMode?: "none" | "text" | "numeric" | "decimal" | "tel" | "search" | "email";
  name?: string;
  autocomplete?: string;
  placeholder?: string;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  disabled?: boolean | undefined;
  required?: boolean;
  readOnly?: boolean;
  autofocus?: boolean | undefined;
  spellcheck?: boolean;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export interface FieldProps extends InputOptions, Framed {
  value: string;
  onInput: (value: string) => void;
  /** Large digits for numbers that are read aloud. */
  big?: boolean;
}

/** A labelled text input with hint and error. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional, prefix, suffix, labelHidden, onInput, big, ...rest } =
    props;
  const id = useId();
  return (
    <Frame {...{ label, hint, error, optional, prefix, suffix, labelHidden }} id={id} big={big}>
      <input
        {...(rest as InputHTMLAttributes)}
        id={id}
        class="field-input"
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-note` : undefined}
        onInput={(event) =>
          onInput(event.currentTarget.value)}
      />
    </Frame>
  );
}

export interface TextFieldProps extends Omit<Framed, "prefix" | "suffix"> {
  rows?: number;
  name?: string;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  readOnly?: boolean;
  value: string;
  onInput: (value: string) => void;
}

/** A labelled text input of several lines. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, labelHidden, onInput, ...rest } = props;
  const id = useId();
  return (
    <Frame {...{ label, hint, error, optional, labelHidden }} id={id}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        class="field-input"
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-note` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Frame>
  );
}

export interface SelectFieldProps<V extends string> extends Omit<Framed, "prefix" | "suffix"> {
  value: V;
  options: readonly { value: V; label: string; disabled?: boolean }[];
  onChange: (value: V) => void;
  disabled?: boolean;
}

/** A labelled choice from a list; the browser's own control. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, hint, error, optional, labelHidden, value, options, onChange, disabled } = props;
  const id = useId();
  return (
    <Frame {...{ label, hint, error, optional, labelHidden }} id={id}>
      <select
        id={id}
        class="field-input field-select"
        value={value}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.currentTarget.value as V)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

function Frame(props: Framed & { id: string; big?: boolean; children: ComponentChildren }) {
  const { id, label, labelHidden, optional, error, hint, prefix, suffix, big, children } = props;
  const note = error || hint;
  return (
    <div class={`field ${error ? "field-wrong" : ""} ${big ? "field-big" : ""}`}>
      <label class={labelHidden ? "sr-only" : "field-label"} for={id}>
        {label}
        {optional && <span class="field-optional">{commonWords.value.optional}</span>}
      </label>
      <div class="field-box">
        {prefix && <span class="field-affix">{prefix}</span>}
        {children}
        {suffix && <span class="field-affix">{suffix}</span>}
      </div>
      {note && (
        <p
          class={error ? "field-note field-error" : "field-note"}
          id={`${id}-note`}
          role={error ? "alert" : undefined}
        >
          {note}
        </p>
      )}
    </div>
  );
}
