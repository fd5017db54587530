import { useEffect, useState } from "preact/hooks";
import { Button, commonWords, Dialog, Field, NumberPad } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { fenOf } from "./basket.ts";
import { price, pricing } from "./sale.ts";

/** Nine digits, the point and two decimals. */
const PRICE_LENGTH = 12;

/** The price of a product that came without one: nothing is rung up for nothing. */
export function AskPrice() {
  const t = counterWords.value.sale;
  const product = pricing.value;
  const [text, setText] = useState("");
  useEffect(() => setText(""), [product]);
  const fen = fenOf(text);
  const close = () => pricing.value = null;
  const add = () => fen !== null && price(fen);
  return (
    <Dialog
      open={product !== null}
      size="s"
      title={product ? nameOf(product) : ""}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{commonWords.value.cancel}</Button>
          <Button variant="primary" disabled={fen === null} onClick={add}>{t.addLine}</Button>
        </>
      }
    >
      <Field
        big
        autofocus
        label={t.priceLabel(product?.unitName ?? "")}
        hint={t.priceHint}
        error={/^[0.]*0$/.test(text) && text.length > 3 ? t.amountWrong : null}
        inputMode="decimal"
        autocomplete="off"
        maxLength={PRICE_LENGTH}
        prefix="¥"
        value={text}
        onInput={(typed) => setText(typed.normalize("NFKC").replace(/[^\d.]/g, ""))}
        onKeyDown={(event) => event.key === "Enter" && add()}
      />
      <NumberPad value={text} onInput={setText} maxLength={PRICE_LENGTH} extra="point" />
    </Dialog>
  );
}
