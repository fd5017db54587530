import { Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, NumberPad, pressKey, toast } from "../../shared/ui/index.ts";
import { isTyping } from "../counter/keys.ts";
import { counterWords } from "../counter/words.ts";
import { fenOf } from "./basket.ts";
import { takeAmount } from "./sale.ts";
import "./amount.css";

/** Nine digits, the point and two decimals. */
const AMOUNT_LENGTH = 12;

/** A bare amount, on the keys of the screen or the keyboard's. */
export function EnterAmount(props: { choice: ComponentChildren; value?: string }) {
  const t = counterWords.value.sale;
  const [text, setText] = useState(props.value ?? "");
  const add = () => {
    const fen = fenOf(text);
    if (fen === null) {
      toast(t.amountWrong, "danger");
      return;
    }
    takeAmount(fen);
    setText("");
  };
  useTypedAmount(text, setText, add);
  return (
    <>
      <div class="entry-head">{props.choice}</div>
      <div class="amount-entry">
        <p class="amount-label" id="amount-label">{t.amountLabel}</p>
        <output class="amount-shown numbers" aria-labelledby="amount-label">
          <span class="amount-sign" aria-hidden="true">¥</span>
          {text || <span class="amount-none">0.00</span>}
        </output>
        <NumberPad value={text} onInput={setText} maxLength={AMOUNT_LENGTH} extra="point" />
        <Button
          variant="primary"
          size="l"
          block
          icon={<Plus />}
          disabled={fenOf(text) === null}
          onClick={add}
        >
          {t.amountAdd}
        </Button>
      </div>
    </>
  );
}

/** A longer pause (ms) between two keys means that a scanner's burst may begin. */
const BURST_GAP_MS = 120;

/** Digits, point, Backspace, Enter and Escape of the keyboard, wherever the focus is. A scanner
 *  types digits too: what stood there before its burst comes back once the scan is recognised. See
 *  useTypedDigits for why it is a layout effect. */
function useTypedAmount(
  text: string,
  onInput: (next: string) => void,
  onEnter: () => void,
): void {
  const burst = useRef({ lastAt: 0, before: "" });
  useLayoutEffect(() => {
    const onScan = () => onInput(burst.current.before);
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const key = event.key === "。" ? "." : event.key;
      if (event.timeStamp - burst.current.lastAt > BURST_GAP_MS) burst.current.before = text;
      burst.current.lastAt = event.timeStamp;
      if (/^[\d.]$/.test(key)) onInput(pressKey(text, key, AMOUNT_LENGTH));
      else if (key === "Backspace") onInput(pressKey(text, "delete", AMOUNT_LENGTH));
      else if (key === "Escape") onInput("");
      else if (key === "Enter" && text) onEnter();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    addEventListener("jifu-scan", onScan);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("jifu-scan", onScan);
    };
  });
}
