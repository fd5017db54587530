import { useEffect, useState } from "preact/hooks";
import { type Address, addressMax, trimmed, wrongLines } from "../../shared/gifts/address.ts";
import { Button, commonWords, Field } from "../../shared/ui/index.ts";
import { lastAddress, mallWords } from "./data.ts";

export interface AddressFormProps {
  /** What was typed before, when the member comes back to change it. */
  value: Address | null;
  onDone: (address: Address) => void;
}

const empty: Address = { name: "", phone: "", region: "", street: "" };
type Name = keyof Address;

/** Who a gift is sent to and where; what was used last stands there already. */
export function AddressForm({ value, onDone }: AddressFormProps) {
  const t = mallWords.value;
  const [typed, setTyped] = useState<Address | null>(value);
  const [shown, setShown] = useState<ReadonlySet<Name>>(new Set());
  useEffect(() => {
    if (!lastAddress.state.value.data) void lastAddress.load();
  }, []);
  const draft = typed ?? lastAddress.state.value.data?.address ?? empty;
  const wrong = new Set(wrongLines(draft));
  const says = { name: t.nameRule, phone: t.phoneRule, region: t.regionRule, street: t.streetRule };
  const field = (name: Name) => ({
    value: draft[name],
    onInput: (text: string) => setTyped({ ...draft, [name]: text }),
    onBlur: () => setShown(new Set([...shown, name])),
    error: shown.has(name) && wrong.has(name) ? says[name] : null,
  });
  const next = (event: Event) => {
    event.preventDefault();
    setShown(new Set<Name>(["name", "phone", "region", "street"]));
    if (wrong.size === 0) onDone(trimmed(draft));
  };
  return (
    <form class="stack" noValidate onSubmit={next}>
      <Field label={t.name} autocomplete="name" maxLength={addressMax.name} {...field("name")} />
      <Field
        label={commonWords.value.phone}
        type="tel"
        inputMode="numeric"
        autocomplete="tel-national"
        maxLength={11}
        {...field("phone")}
      />
      <Field
        label={t.region}
        hint={t.regionHint}
        autocomplete="address-level1"
        maxLength={addressMax.region}
        {...field("region")}
      />
      <Field
        label={t.street}
        hint={t.streetHint}
        autocomplete="street-address"
        maxLength={addressMax.street}
        {...field("street")}
      />
      <p class="small soft">{t.addressPrivacy}</p>
      <Button type="submit" variant="primary" size="l" block>{t.addressNext}</Button>
    </form>
  );
}
