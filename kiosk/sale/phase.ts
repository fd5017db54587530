/** How far the payment of the sale is. @module */
import { batch, computed, effect, signal } from "@preact/signals";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { recordSale } from "../../shared/sales/endpoints.ts";
import type { Command } from "../commands/command.ts";
import { type Agreed, isSame, sumNow } from "./agreed.ts";
import type { KeptSale } from "./pay-later.ts";
import { want } from "./paying.ts";

export type Receipt = AnswerOf<typeof recordSale>;

/** A line as the receipt prints it. */
export interface PrintedLine {
  name: string;
  quantity: string;
  unitFen: number | null;
  amountFen: number;
  /** What it was before the member's discount, and whose discount it is. */
  listFen?: number;
  off?: string;
}

export type Phase =
  | { name: "ringing" }
  /** What is agreed stays until the end, whatever the network does. */
  | { name: "confirming"; agreed: Agreed }
  /** The sum is another one than was agreed: the customer is asked anew. */
  | { name: "changed"; before: Agreed }
  | { name: "sending"; slow: boolean; agreed: Agreed }
  | { name: "refused"; error: unknown; orderNo: string; agreed: Agreed }
  | { name: "unknown"; command: Command; lines: PrintedLine[]; busy: boolean; agreed: Agreed }
  | { name: "done"; receipt: Receipt; lines: PrintedLine[] }
  /** Paid, kept on this device, to be booked when the network is back. */
  | { name: "kept"; sale: KeptSale; lines: PrintedLine[] };

export const phase = signal<Phase>({ name: "ringing" });
/** The sum on screen: what is agreed, or as the basket stands. */
export const shownSum = computed((): Agreed =>
  "agreed" in phase.value ? phase.value.agreed : sumNow.value
);
/** Asks whether the money has come. */
export function askForMoney(): void {
  phase.value = { name: "confirming", agreed: sumNow.value };
}

/** The customer knows the other sum. Points that cannot pay are not brought back behind it. */
export function agreeAnew(): void {
  batch(() => {
    if (!sumNow.value.offset) want(0);
    askForMoney();
  });
}

// Nobody says yes to a sum that changed under the question.
effect(() => {
  const now = phase.value;
  if (now.name !== "confirming" || isSame(now.agreed, sumNow.value)) return;
  phase.value = { name: "changed", before: now.agreed };
});
