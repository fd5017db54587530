/** The payment of the sale: from what is agreed to an outcome that is known. @module */
import { batch } from "@preact/signals";
import { recordSale } from "../../shared/sales/endpoints.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { command, leaveToQueue, resolve } from "../counter/commands.ts";
import { forgetMember } from "../counter/member.ts";
import { mayWait } from "../offline/keep.ts";
import { online } from "../terminal/ask.ts";
import { type Agreed, grossFen } from "./agreed.ts";
import { forgetOffset } from "./paying.ts";
import { keptOf, PATIENCE_MS, payLater, type SaleBody, saleBody } from "./pay-later.ts";
import { type Phase, phase, type PrintedLine, type Receipt } from "./phase.ts";
import { printedLines } from "./sale.ts";
import { basket, chosenLine, priced } from "./sale-lines.ts";

/** Books the sale, once: now, or as soon as the network is back. */
export async function pay(): Promise<void> {
  const now = phase.value;
  if (basket.value.length === 0 || now.name !== "confirming") return;
  // A scan that is renewed and a network that goes change nothing of it.
  const { agreed } = now;
  phase.value = { name: "sending", slow: false, agreed };
  let lines = printedLines(priced.value);
  let body: SaleBody | null = null;
  try {
    body = await saleBody(agreed.offset);
    lines = printedLines(priced.value);
    // Looked up anew, the member may have other prices.
    if (body.totalFen !== grossFen(agreed)) {
      phase.value = { name: "changed", before: agreed };
      return;
    }
    if (!online.value && !agreed.offset) {
      return settled({ name: "kept", sale: await payLater(body), lines });
    }
    const patience = agreed.offset ? undefined : PATIENCE_MS;
    booked(await command(recordSale, { body }, body.orderNo, sayslow, patience, true), lines);
  } catch (error) {
    if (body && error instanceof OutcomeUnknown && mayWait(error.command)) {
      // A queue that cannot take it leaves it where it is: its outcome is still not known.
      const left = await leaveToQueue(error.command).then(() => true, () => false);
      if (left) settled({ name: "kept", sale: keptOf(body, true), lines });
      else unbooked(error, lines, agreed, body?.orderNo);
    } else unbooked(error, lines, agreed, body?.orderNo);
  }
}

/** The same sale under another number: the one it had is another sale's. */
export async function payAnew(): Promise<void> {
  const now = phase.value;
  if (now.name !== "refused") return;
  phase.value = { name: "confirming", agreed: now.agreed };
  await pay();
}

/** Asks again about the sale without an answer. */
export async function payAgain(): Promise<void> {
  const now = phase.value;
  if (now.name !== "unknown") return;
  phase.value = { ...now, busy: true };
  try {
    booked(await resolve(now.command) as Receipt, now.lines);
  } catch (error) {
    unbooked(error, now.lines, now.agreed, now.command.label);
  }
}

const sayslow = () => {
  if (phase.value.name === "sending") phase.value = { ...phase.value, slow: true };
};

function booked(receipt: Receipt, lines: PrintedLine[]): void {
  settled({ name: "done", receipt, lines });
}

function settled(end: Phase): void {
  batch(() => {
    phase.value = end;
    basket.value = [];
    chosenLine.value = null;
    forgetOffset();
  });
  forgetMember();
}

function unbooked(
  error: unknown,
  lines: PrintedLine[],
  agreed: Agreed,
  orderNo = "",
): void {
  phase.value = error instanceof OutcomeUnknown
    ? { name: "unknown", command: error.command, lines, busy: false, agreed }
    : { name: "refused", error, orderNo, agreed };
}
