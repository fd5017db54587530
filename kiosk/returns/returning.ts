/** The return that is being made. @module */
import { batch, signal } from "@preact/signals";
import { parseCardCode } from "../../shared/cards/card-code.ts";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { findSales, returnSale, type SaleView, showSale } from "../../shared/sales/endpoints.ts";
import type { Command } from "../commands/command.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { command, resolve } from "../counter/commands.ts";
import { dropMember, recognise } from "../counter/member.ts";
import { claimCodeToOpen, room } from "../counter/room.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { ask } from "../terminal/ask.ts";
import { chooseAll, type Chosen, toParts } from "./parts.ts";

type Found = AnswerOf<typeof findSales>;
type Receipt = AnswerOf<typeof returnSale>;

/** Sales of a page. */
const PAGE = 20;

export type Looking =
  | { by: "recent" }
  | { by: "order"; orderNo: string }
  | { by: "member"; scan: ScanView };

export type Phase =
  | { name: "choosing" }
  | { name: "confirming" }
  | { name: "sending" }
  | { name: "refused"; error: unknown }
  | { name: "unknown"; command: Command; busy: boolean }
  | { name: "done"; receipt: Receipt; memberName: string | null };

export const looking = signal<Looking>({ by: "recent" });
export const found = signal<Loaded<Found>>(LOADING);
export const sale = signal<SaleView | null>(null);
export const chosen = signal<Chosen>({});
export const reason = signal("");
export const phase = signal<Phase>({ name: "choosing" });

let asked = 0;

/** Looks sales up; a single hit is opened at once. */
export async function look(by: Looking): Promise<void> {
  const mine = ++asked;
  looking.value = by;
  found.value = LOADING;
  try {
    const page = await ask(findSales, { query: queryOf(by) });
    if (mine !== asked) return;
    found.value = ready(page);
    const hit = by.by === "order" && page.sales.length === 1 ? page.sales[0]! : null;
    // A return that has been confirmed meanwhile is not thrown back to its beginning.
    if (hit && phase.value.name === "choosing") open(hit);
  } catch (error) {
    if (mine === asked) found.value = failed(error);
  }
}

/** Adds earlier sales to the list. */
export async function lookFurther(): Promise<void> {
  const before = found.value;
  if (before.state !== "ready" || before.value.nextBefore === null) return;
  const mine = ++asked;
  const query = { ...queryOf(looking.value), before: before.value.nextBefore };
  const page = await ask(findSales, { query });
  if (mine !== asked) return;
  found.value = ready({ ...page, sales: [...before.value.sales, ...page.sales] });
}

function queryOf(by: Looking) {
  if (by.by === "order") return { orderNo: by.orderNo, limit: PAGE };
  return by.by === "member" ? { scanId: by.scan.scanId, limit: PAGE } : { limit: PAGE };
}

export function open(view: SaleView | null): void {
  batch(() => {
    sale.value = view;
    chosen.value = {};
    reason.value = "";
    phase.value = { name: "choosing" };
  });
}

export function choose(n: number, quantityMilli: number): void {
  chosen.value = { ...chosen.value, [n]: quantityMilli };
}

export function chooseEverything(): void {
  if (sale.value) chosen.value = chooseAll(sale.value);
}

/** A scan in this room: a receipt's order number, or a member whose sales are wanted. */
export async function hearCode(text: string): Promise<void> {
  if (phase.value.name === "done") startOver();
  // The scanner is heard through the dialog: a receipt scanned again while its return is being booked
  // would begin a second one beside it.
  if (phase.value.name !== "choosing") return;
  const code = parseCardCode(text);
  if (code.kind === "claim") {
    claimCodeToOpen.value = code.code;
    room.value = "claims";
  } else if (code.kind === "rotating" || code.kind === "static") {
    const scan = await recognise(text);
    if (scan && scan !== "unchecked") await look({ by: "member", scan });
  } else await look({ by: "order", orderNo: text.trim() });
}

/** Books the return, once. */
export async function giveBack(): Promise<void> {
  const view = sale.value;
  if (!view) return;
  phase.value = { name: "sending" };
  const body = {
    lines: toParts(view, chosen.value),
    ...(reason.value ? { reason: reason.value } : {}),
  };
  try {
    const input = { params: { sale: view.saleId }, body };
    await done(await command(returnSale, input, view.orderNo));
  } catch (error) {
    undone(error);
  }
}

/** Asks again about the return without an answer. */
export async function giveBackAgain(): Promise<void> {
  const now = phase.value;
  if (now.name !== "unknown") return;
  phase.value = { ...now, busy: true };
  try {
    await done(await resolve(now.command) as Receipt);
  } catch (error) {
    undone(error);
  }
}

async function done(receipt: Receipt): Promise<void> {
  phase.value = { name: "done", receipt, memberName: sale.value?.memberNameMasked ?? null };
  try {
    const fresh = await ask(showSale, { params: { sale: receipt.saleId } });
    if (sale.value?.saleId === fresh.saleId) sale.value = fresh;
  } catch {
    // The receipt says all that matters; the list is fetched again afterwards.
  }
}

function undone(error: unknown): void {
  phase.value = error instanceof OutcomeUnknown
    ? { name: "unknown", command: error.command, busy: false }
    : { name: "refused", error };
}

/** Ready for the next customer. */
export function startOver(): void {
  open(null);
  dropMember();
  void look({ by: "recent" });
}
