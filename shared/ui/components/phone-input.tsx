import { commonWords } from "../lang.ts";
import { Field } from "./field.tsx";
import { groupPhone, phoneDigits } from "./phone-digits.ts";

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
