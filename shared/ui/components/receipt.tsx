import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "./receipt.css";

/** Width of the paper in millimetres. */
const PAPER_MM = 80;
/** CSS pixels of a millimetre. */
const PX_PER_MM = 96 / 25.4;

/** A receipt of 80 mm as it will be printed; also shown on screen. */
export function ReceiptPaper(props: { children: ComponentChildren; label: string }) {
  return <article class="receipt" aria-label={props.label}>{props.children}</article>;
}

/** A dashed line across the paper. */
export function ReceiptRule() {
  return <hr class="receipt-rule" />;
}

/** One line of the receipt: text at the start, amount at the end. */
export function ReceiptLine(
  props: { name: ComponentChildren; value?: ComponentChildren; strong?: boolean },
) {
  return (
    <div class={`receipt-line ${props.strong ? "receipt-strong" : ""}`}>
      <span>{props.name}</span>
      {props.value !== undefined && <span class="receipt-value">{props.value}</span>}
    </div>
  );
}

/**
 * Prints the receipts on the page and nothing else. Browsers ignore an automatic page height, so
 * the height is measured now and set for this one printing through the CSSOM (the page's policy
 * allows no inline style sheets). Resolves when the print dialog has closed.
 */
export function printReceipt(root: ParentNode = document): Promise<void> {
  const paper = root.querySelector<HTMLElement>(".receipt");
  if (!paper) return Promise.resolve();
  paper.dataset.printing = "true";
  document.documentElement.dataset.printing = "receipt";
  const millimetres = Math.ceil(paper.scrollHeight / PX_PER_MM) + 6;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${PAPER_MM}mm ${millimetres}mm; margin: 0 }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return new Promise((resolve) => {
    const clean = () => {
      removeEventListener("afterprint", clean);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      delete paper.dataset.printing;
      delete document.documentElement.dataset.printing;
      resolve();
    };
    addEventListener("afterprint", clean);
    print();
  });
}

/** Prints once, as soon as the receipt is on the page. */
export function usePrintOnce(when: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!when || done.current) return;
    done.current = true;
    void printReceipt();
  }, [when]);
}
