import { commonWords } from "../lang.ts";
import { Field } from "./field.tsx";

export interface PhoneInputProps {
  /** Digits alone, as typed so far. */
  value: string;
  onInput: (digits: string) => void;
  label?: string;
  error?: string | null | undefined;
  hint?: string;
  disabled?: boolean;
  autofocus?: boolean;
  /** Kiosk: no system keyboard and nothing offered from earlier visitors. */
  ownKeypad?: boolean;
}

/** A mainland mobile number, shown in groups of 3-4-4, handed out as digits. */
export function PhoneInput(props: PhoneInputProps) {
  const words = commonWords.value;
  return (
    <Field
      big
      label={props.label ?? words.phone}
      prefix={words.phonePrefix}
      type="tel"
      inputMode={props.ownKeypad ? "none" : "numeric"}
      autocomplete={props.ownKeypad ? "off" : "tel-national"}
      maxLength={16}
      value={groupPhone(props.value)}
      onInput={(text) => props.onInput(phoneDigits(text))}
      error={props.error}
      hint={props.hint}
      disabled={props.disabled}
      autofocus={props.autofocus}
    />
  );
}

/** `13812345678` as `138 1234 5678`, also while it is still being typed. */
export function groupPhone(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7, 11)].filter(Boolean).join(" ");
}

/** The digits of what was typed or pasted, full-width ones too, without +86; at most 11. */
export function phoneDigits(text: string): string {
  const digits = text.normalize("NFKC").replace(/\D/g, "");
  return (digits.length > 11 ? digits.replace(/^(00)?86/, "") : digits).slice(0, 11);
}
