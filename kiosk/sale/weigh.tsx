import { useEffect, useState } from "preact/hooks";
import { Button, commonWords, Dialog, Field, formats, NumberPad } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { amountOf, milliOf } from "./basket.ts";
import { weighed, weighing } from "./sale.ts";

/** The weight of what is on the scales. */
export function Weigh() {
  const t = counterWords.value.sale;
  const on = weighing.value;
  const [text, setText] = useState("");
  useEffect(() => setText(""), [on?.product.id, on?.lineId]);
  const milli = milliOf(text);
  const price = on?.product.priceFen ?? 0;
  const close = () => weighing.value = null;
  const add = () => milli !== null && weighed(milli);
  return (
    <Dialog
      open={on !== null}
      size="s"
      title={on ? t.weigh(nameOf(on.product)) : ""}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{commonWords.value.cancel}</Button>
          <Button variant="primary" disabled={milli === null} onClick={add}>
            {milli === null
              ? t.addLine
              : `${t.addLine} ${formats.value.money(amountOf(price, milli))}`}
          </Button>
        </>
      }
    >
      <Field
        big
        autofocus
        label={t.weight}
        hint={t.weightHint}
        error={text && milli === null && !text.endsWith(".") && text !== "0" ? t.weightWrong : null}
        inputMode="decimal"
        autocomplete="off"
        maxLength={8}
        suffix="kg"
        value={text}
        onInput={(typed) => setText(typed.normalize("NFKC").replace(/[^\d.]/g, ""))}
        onKeyDown={(event) => event.key === "Enter" && add()}
      />
      <NumberPad value={text} onInput={setText} maxLength={8} extra="point" />
    </Dialog>
  );
}
