import { ArrowRight, Check, CloudUpload, Printer } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Button, MoneyText, printReceipt } from "../../shared/ui/index.ts";
import { useKeys } from "../counter/keys.ts";
import "./done.css";

export interface DoneFrameProps {
  title: string;
  /** It waits for the network. */
  later?: boolean;
  /** What the money is, and how much, fen. */
  money: { label: string; fen: number };
  /** What the two buttons say. */
  print: string;
  next: string;
  onNext: () => void;
  paper: ComponentChildren;
  /** What it brought. */
  children: ComponentChildren;
}

/** The end of a sale or a return: what was done, the paper beside it, and on to the next customer. */
export function DoneFrame(props: DoneFrameProps) {
  const { title, later, money, onNext } = props;
  const print = async () => {
    await printReceipt();
    onNext();
  };
  useKeys({ Enter: onNext, p: print, P: print });
  return (
    <div class="done">
      <section class="done-said">
        <h1>
          <span class={`done-check ${later ? "done-later" : ""}`} aria-hidden="true">
            {later ? <CloudUpload /> : <Check />}
          </span>
          {title}
        </h1>
        <p class="done-total">
          <span class="soft">{money.label}</span>
          <MoneyText fen={money.fen} size="l" />
        </p>
        {props.children}
        <div class="done-actions">
          <Button size="l" icon={<Printer />} aria-keyshortcuts="P" onClick={print}>
            {props.print} <kbd class="key-hint">P</kbd>
          </Button>
          <Button size="l" variant="primary" iconEnd={<ArrowRight />} onClick={onNext}>
            {props.next} <kbd class="pay-key">Enter</kbd>
          </Button>
        </div>
      </section>
      <aside class="done-paper">{props.paper}</aside>
    </div>
  );
}
