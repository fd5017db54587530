/** Where this device stands: paired or not, in which store, who is signed in. @module */
import { computed, signal } from "@preact/signals";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { showTerminal } from "../../shared/terminals/endpoints.ts";
import { ask, connect } from "./ask.ts";
import { setServerTime } from "./clock.ts";
import type { Credential } from "./credential.ts";
import { drop, keep, recall } from "./database.ts";
import { signedTransport } from "./transport.ts";

export type TerminalView = AnswerOf<typeof showTerminal>;
export type Staff = TerminalView["staff"][number];

/** "revoked": it was paired, the server does not know it any more. */
export type Standing = "starting" | "unpaired" | "revoked" | "clock-wrong" | "paired";

export const standing = signal<Standing>("starting");
export const terminal = signal<TerminalView | null>(null);
/** Who is signed in on this counter. */
export const staff = signal<Staff | null>(null);
/** The server's refusal or silence while the terminal was starting. */
export const startTrouble = signal<unknown>(null);

export const storeId = computed(() => terminal.value?.store.id ?? null);

/** Finds out where this device stands; never throws. */
export async function start(): Promise<void> {
  startTrouble.value = null;
  const credential = await recall("credential");
  if (!credential) {
    standing.value = "unpaired";
    return;
  }
  await begin(credential);
}

/** Works as a paired terminal from now on. */
export async function begin(credential: Credential): Promise<void> {
  connect(signedTransport(credential), onRefused);
  const known = await recall("view");
  if (known) terminal.value = known as TerminalView;
  try {
    await refreshTerminal();
    standing.value = "paired";
  } catch (error) {
    if (error instanceof Problem && standing.value !== "starting") return;
    startTrouble.value = error;
    // It has worked before, so it can show its first screen and wait for the network.
    if (known) standing.value = "paired";
  }
}

/** Asks the server again for store, staff and rules. */
export async function refreshTerminal(): Promise<void> {
  const askedAt = Date.now();
  const view = await ask(showTerminal, {});
  setServerTime(view.serverTime, askedAt);
  terminal.value = view;
  staff.value = view.signedIn;
  startTrouble.value = null;
  await keep("view", { ...view, signedIn: null });
}

/** Gives up the pairing and everything kept with it. */
export async function forgetTerminal(): Promise<void> {
  await Promise.all([drop("credential"), drop("pairing"), drop("view")]);
  terminal.value = null;
  staff.value = null;
  standing.value = "unpaired";
}

function onRefused(problem: Problem): void {
  if (problem.code === "terminal-unknown") standing.value = "revoked";
  if (problem.code === "proof-invalid") standing.value = "clock-wrong";
  if (problem.code === "signed-out") staff.value = null;
}
