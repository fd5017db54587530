import { TextField } from "../../shared/ui/index.ts";
import "./reason-field.css";

export interface ReasonFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  error: string | null;
  maxLength: number;
  /** Reasons that come up often; one press fills one in. */
  offers: readonly string[];
}

/** Why somebody does this; for the log. */
export function ReasonField(props: ReasonFieldProps) {
  const { offers, onInput, ...rest } = props;
  return (
    <div class="stack reason-field">
      <TextField {...rest} onInput={onInput} rows={2} />
      <div class="reason-offers" role="group" aria-label={props.label}>
        {offers.map((offer) => (
          <button
            key={offer}
            type="button"
            class="reason-offer"
            aria-pressed={props.value === offer}
            onClick={() => onInput(offer)}
          >
            {offer}
          </button>
        ))}
      </div>
    </div>
  );
}
