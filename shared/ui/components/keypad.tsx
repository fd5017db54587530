import { Delete } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { commonWords } from "../lang.ts";
import { pressKey } from "./press-key.ts";
import "./keypad.css";

export interface NumberPadProps {
  /** What has been entered so far. */
  value: string;
  onInput: (value: string) => void;
  /** Characters that fit; keys beyond it do nothing. */
  maxLength: number;
  /** "point" for amounts (two decimals at most), "double-zero" for whole numbers, or nothing. */
  extra?: "point" | "double-zero" | "none";
  disabled?: boolean;
  label?: string;
}

const ROWS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** The product's own number keys, for screens without a keyboard. */
export function NumberPad(props: NumberPadProps) {
  const { value, onInput, maxLength, extra = "none", disabled } = props;
  const words = commonWords.value;
  const press = (key: string) => {
    const next = pressKey(value, key, maxLength);
    if (next !== value) onInput(next);
  };
  const key = (sign: string, face: ComponentChildren = sign, label?: string) => (
    <button
      key={sign}
      type="button"
      class="keypad-key"
      disabled={disabled}
      aria-label={label}
      onClick={() => press(sign)}
    >
      {face}
    </button>
  );
  return (
    <div class="keypad" role="group" aria-label={props.label ?? words.keypad}>
      {ROWS.map((digit) => key(digit))}
      {extra === "point"
        ? key(".")
        : extra === "double-zero"
        ? key("00")
        : key("clear", <span class="keypad-word">{words.clear}</span>, words.keyClear)}
      {key("0")}
      {key("delete", <Delete aria-hidden="true" />, words.keyDelete)}
    </div>
  );
}

export interface PinPadProps {
  value: string;
  onInput: (digits: string) => void;
  /** Called when the last digit is in. */
  onComplete?: (digits: string) => void;
  length?: number;
  label: string;
  error?: string | null | undefined;
  disabled?: boolean;
}

/** Secret digits as dots above number keys; the count is said aloud, the digits never. */
export function PinPad(props: PinPadProps) {
  const { value, length = 6, error } = props;
  const words = commonWords.value;
  const take = (next: string) => {
    props.onInput(next);
    if (next.length === length && value.length < length) props.onComplete?.(next);
  };
  return (
    <div class="pin-pad">
      <p class="pin-label">{props.label}</p>
      <div class={`pin-dots ${error ? "pin-wrong" : ""}`} aria-hidden="true">
        {Array.from(
          { length },
          (_, index) => (
            <span key={index} class={index < value.length ? "pin-dot pin-full" : "pin-dot"} />
          ),
        )}
      </div>
      <p class="sr-only" aria-live="polite">{words.pinEntered(value.length, length)}</p>
      <p class="pin-error" role="alert">{error}</p>
      <NumberPad value={value} onInput={take} maxLength={length} disabled={props.disabled} />
    </div>
  );
}
