/** Where this device stands: paired or not, in which store, who is signed in. @module */
import { computed, signal } from "@preact/signals";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Problem } from "../../shared/problems.ts";
import { comesBack } from "../../shared/offline/lock.ts";
import { showTerminal, signOutStaff } from "../../shared/terminals/endpoints.ts";
import { ask, connect, online } from "./ask.ts";
import { recallClock } from "./clock.ts";
import type { Credential } from "./credential.ts";
import { drop, keep, recall } from "./database.ts";
import { signedTransport } from "./transport.ts";

export type TerminalView = AnswerOf<typeof showTerminal>;
export type Staff = TerminalView["staff"][number];

/** How often a working terminal refreshes store, staff and rules, in ms. */
const LOOK_IN_EVERY_MS = 60_000;
/** How often one without network tries again. */
const KNOCK_EVERY_MS = 4_000;

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
  await recallClock();
  const credential = await recall("credential");
  if (!credential) {
    standing.value = "unpaired";
    return;
  }
  await begin(credential);
}

/** Works as a paired terminal from now on. */
export async function begin(credential: Credential): Promise<void> {
  connect(signedTransport(credential), onRefused, () => staff.value?.id ?? null);
  const known = await recall("view") as TerminalView | undefined;
  if (known) {
    terminal.value = known;
    // A kiosk shows its first screen at once; a counter must first know who is signed in.
    if (known.terminal.kind === "kiosk") standing.value = "paired";
  }
  try {
    await refreshTerminal();
    standing.value = "paired";
  } catch (error) {
    if (isStopped()) return;
    startTrouble.value = error;
    if (known) standing.value = "paired";
  }
}

/** Looks in on the server for as long as the page lives: rarely, or often when it is away. */
export function keepInTouch(): void {
  let lastAt = Date.now();
  setInterval(() => {
    if (standing.value !== "paired") return;
    const wanted = online.value && !startTrouble.value ? LOOK_IN_EVERY_MS : KNOCK_EVERY_MS;
    if (Date.now() - lastAt < wanted) return;
    lastAt = Date.now();
    void refreshTerminal().catch(() => {});
  }, 1_000);
}

const isStopped = () => standing.value === "revoked" || standing.value === "clock-wrong";

/** Asks the server again for store, staff and rules. */
export async function refreshTerminal(): Promise<void> {
  const before = staff.value;
  const view = await ask(showTerminal, {}, null);
  terminal.value = view;
  const back = await mayComeBack(view.signedIn) ? view.signedIn : null;
  // Signed in or locked meanwhile: it was asked through the session before.
  if (staff.value === before) staff.value = back;
  startTrouble.value = null;
  await keep("view", { ...view, signedIn: null });
}

/** A counter that was locked before its queue was sent is still open to the server: nobody comes back
 *  through that, least of all as somebody else. The queue goes through it and then ends it. */
async function mayComeBack(signedIn: Staff | null): Promise<boolean> {
  if (signedIn === null) return false;
  const back = comesBack(await recall("mayReturn"), signedIn.id);
  // That one alone: whoever has signed in since stays.
  if (back === "end") void endSessionOf(signedIn.id).catch(() => {});
  return back === "comes";
}

const endSessionOf = (id: string): Promise<void> =>
  oneAtATime(async () => {
    if (comesBack(await recall("mayReturn"), id) === "end") await ask(signOutStaff, {}, id);
  });

/** Opens or ends the session of this counter: not two at once, in whichever tabs, or the end of one
 *  would be sent with the cookie of the next. */
export const oneAtATime = (change: () => Promise<void>): Promise<void> =>
  navigator.locks.request("jifu-counter-session", change);

/** Gives up the pairing and everything kept with it. */
export async function forgetTerminal(): Promise<void> {
  await Promise.all([drop("credential"), drop("pairing"), drop("view")]);
  terminal.value = null;
  staff.value = null;
  standing.value = "unpaired";
}

function onRefused(problem: Problem, working: string | null): void {
  if (problem.code === "terminal-unknown") standing.value = "revoked";
  if (problem.code === "proof-invalid") standing.value = "clock-wrong";
  // Asked for before somebody signed in, it is no news of that one's session.
  if (problem.code === "signed-out" && working === (staff.value?.id ?? null)) staff.value = null;
  // The terminal alone may do little: most likely the staff session is over.
  if (problem.code === "not-allowed" && staff.value) void refreshTerminal().catch(() => {});
}
