import { useEffect, useId, useRef } from "preact/hooks";
import { commonWords } from "../lang.ts";
import "./code-input.css";

export interface CodeInputProps {
  /** Digits entered so far. */
  value: string;
  onInput: (digits: string) => void;
  /** Called once when the last digit is in. */
  onComplete?: (digits: string) => void;
  length?: number;
  label?: string;
  error?: string | null | undefined;
  hint?: string;
  disabled?: boolean;
  autofocus?: boolean;
  /** Shows dots instead of digits. */
  secret?: boolean;
  /** Kiosk: no system keyboard. */
  ownKeypad?: boolean;
}

/** One input drawn as boxes, so that paste and the phone's one-time code offer just work. */
export function CodeInput(props: CodeInputProps) {
  const { value, length = 6, error, hint, secret, ownKeypad } = props;
  const words = commonWords.value;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.autofocus) input.current?.focus();
  }, []);
  const take = (text: string) => {
    const digits = text.normalize("NFKC").replace(/\D/g, "").slice(0, length);
    props.onInput(digits);
    if (digits.length === length && digits !== value) props.onComplete?.(digits);
  };
  return (
    <div class={`code-input ${error ? "code-wrong" : ""}`}>
      <label class="field-label" for={id}>{props.label ?? words.code}</label>
      <div class="code-cells">
        <input
          {...{ type: secret ? "password" : "text" } as { type: "text" }}
          ref={input}
          id={id}
          class="code-field"
          inputMode={ownKeypad ? "none" : "numeric"}
          autocomplete={secret || ownKeypad ? "off" : "one-time-code"}
          pattern="[0-9]*"
          maxLength={length + 6}
          value={value}
          disabled={props.disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          onInput={(event) => take(event.currentTarget.value)}
        />
        {Array.from({ length }, (_, index) => (
          <span
            key={index}
            class={`code-cell ${index === Math.min(value.length, length - 1) ? "code-next" : ""}`}
            aria-hidden="true"
          >
            {secret && value[index] ? "•" : value[index]}
          </span>
        ))}
      </div>
      {(error || hint) && (
        <p
          id={`${id}-note`}
          class={error ? "field-note field-error" : "field-note"}
          role={error ? "alert" : undefined}
        >
          {error || hint}
        </p>
      )}
    </div>
  );
}
