import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button, lang, PhoneInput } from "../../shared/ui/index.ts";
import { nameIn } from "../shell/name-in.ts";
import { troubleLine } from "../shell/part.tsx";
import type { Join, JoinBrand } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";

export interface PhoneStepProps {
  join: Join;
  brands: JoinBrand[];
  phoneFits: boolean;
  onBrand: (brandId: string) => void;
  onPhone: (digits: string) => void;
  onSendCode: () => void;
}

/** Which brand, which phone. */
export function PhoneStep(props: PhoneStepProps) {
  const { join, brands, phoneFits } = props;
  const [tried, setTried] = useState(false);
  const t = joinWords.value.join;
  const error = join.trouble
    ? troubleLine(join.trouble)
    : tried && !phoneFits
    ? t.phoneWrong
    : null;
  return (
    <form
      class="join-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (phoneFits && !join.busy) props.onSendCode();
      }}
    >
      {brands.length > 1 && (
        <fieldset class="brand-choice">
          <legend>{t.brand}</legend>
          {brands.map((brand) => (
            <label key={brand.id}>
              <input
                type="radio"
                name="brand"
                checked={brand.id === join.brandId}
                onChange={() => props.onBrand(brand.id)}
              />
              <strong>{nameIn(lang.value, brand)}</strong>
              <span class="small faint">{t.brandStores(brand.stores.length)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <PhoneInput value={join.phone} onInput={props.onPhone} error={error} />
      <Button type="submit" variant="primary" size="l" block busy={join.busy}>{t.getCode}</Button>
      <ul class="benefits">
        {t.benefits.map((benefit) => (
          <li key={benefit}>
            <Check aria-hidden="true" />
            {benefit}
          </li>
        ))}
      </ul>
    </form>
  );
}
