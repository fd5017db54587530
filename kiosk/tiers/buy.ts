/** Climbing a tier with points at the kiosk: sent once, whatever the network does. @module */
import { batch, signal } from "@preact/signals";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  buyTierByScan,
  listScanTiers,
  type TierLadderView,
  type TierStep,
} from "../../shared/tiers/endpoints.ts";
import { type Command, memoryDrawer } from "../commands/command.ts";
import { sendKept, sendOnce } from "../commands/send-once.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { ask } from "../terminal/ask.ts";
import { account, loadAccount, loadGifts, scan, scanAgain } from "../visit/visit.ts";

type Bought = AnswerOf<typeof buyTierByScan>;
type Wish = { tierId: string; points: number };

export const ladder = signal<Loaded<TierLadderView>>(LOADING);

/** A kiosk keeps nothing of a visitor. */
const drawer = memoryDrawer();

/** Fetches the ladder of the scanned member. */
export async function loadLadder(): Promise<void> {
  const open = scan.value;
  if (!open) return;
  ladder.value = LOADING;
  try {
    const answer = await ask(listScanTiers, { params: { scan: open.scanId } });
    if (scan.value?.scanId === open.scanId) ladder.value = ready(answer);
  } catch (error) {
    if (scan.value?.scanId === open.scanId && !scanAgain(error)) ladder.value = failed(error);
  }
}

/** Buys a step. @throws Problem @throws OutcomeUnknown */
export async function buy(step: TierStep, onRepeat: () => void): Promise<Bought | null> {
  const open = scan.value;
  if (!open) return null;
  const command: Command = {
    key: crypto.randomUUID(),
    endpoint: buyTierByScan.id,
    body: { tierId: step.id, points: step.pricePoints ?? 0 },
    madeAt: Date.now(),
    label: step.nameZh,
  };
  return take(await sendOnce(command, { drawer, send: sendFor(open.scanId), onRepeat }), open);
}

/** Asks again about a purchase without an answer, with the same key. */
export async function buyAgain(command: Command, onRepeat: () => void): Promise<Bought | null> {
  const open = scan.value;
  if (!open) return null;
  return take(await sendKept(command, { drawer, send: sendFor(open.scanId), onRepeat }), open);
}

const sendFor = (scanId: string) => (command: Command) =>
  ask(buyTierByScan, {
    params: { scan: scanId },
    key: command.key,
    body: command.body as Wish,
  });

function take(answer: unknown, { scanId }: ScanView): Bought {
  const bought = answer as Bought;
  // The visitor may have left while the answer was on its way.
  if (scan.value?.scanId !== scanId) return bought;
  batch(() => {
    const before = account.value;
    if (before.state === "ready") account.value = ready({ ...before.value, points: bought.points });
    scan.value = scan.value && { ...scan.value, points: bought.points };
  });
  void Promise.all([loadAccount(), loadGifts(), loadLadder()]);
  return bought;
}
