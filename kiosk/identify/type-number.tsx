import { useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import { hasValidCheckDigits } from "../../shared/cards/check-digits.ts";
import { Button, groupPhone, NumberPad } from "../../shared/ui/index.ts";
import { identify, reading } from "../visit/visit.ts";
import { words } from "../words.ts";

const CARD_DIGITS = 16;
const PHONE_DIGITS = 11;

/** The number on the plastic card; a typo is caught by its check digits before anything is sent. */
export function TypeCard() {
  const t = words.value.identify;
  return (
    <TypeNumber
      label={t.cardLabel}
      hint={t.cardHint}
      digits={CARD_DIGITS}
      group={groupDigits}
      wrong={(digits) => hasValidCheckDigits(digits) && digits.startsWith("91") ? "" : t.cardWrong}
    />
  );
}

export function TypePhone() {
  const t = words.value.identify;
  return (
    <TypeNumber
      label={t.phoneTab}
      hint={t.phoneWrong}
      digits={PHONE_DIGITS}
      group={groupPhone}
      wrong={(digits) => /^1[3-9]/.test(digits) ? "" : t.phoneWrong}
    />
  );
}

interface TypeNumberProps {
  label: string;
  hint: string;
  digits: number;
  group: (digits: string) => string;
  /** What is wrong with a complete number; empty if nothing. */
  wrong: (digits: string) => string;
}

function TypeNumber(props: TypeNumberProps) {
  const { label, hint, digits, group, wrong } = props;
  const t = words.value.identify;
  const [value, setValue] = useState("");
  const [error, setError] = useState("");
  const full = value.length === digits;
  const take = (next: string) => {
    setValue(next);
    setError(next.length === digits ? wrong(next) : "");
  };
  return (
    <div class="type-number">
      <p class="type-label" id="type-label">{label}</p>
      <output class="type-value" aria-labelledby="type-label">
        {group(value) || (
          <span class="type-none" aria-hidden="true">{group("0".repeat(digits))}</span>
        )}
      </output>
      <p class={error ? "field-note field-error" : "field-note"} role={error ? "alert" : undefined}>
        {error || hint}
      </p>
      <NumberPad value={value} onInput={take} maxLength={digits} disabled={reading.value} />
      <Button
        variant="primary"
        size="l"
        block
        disabled={!full || error !== ""}
        busy={reading.value}
        onClick={() => identify(value)}
      >
        {t.go}
      </Button>
    </div>
  );
}
