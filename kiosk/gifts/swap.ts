/** Exchanging points for a gift: sent once, whatever the network does. @module */
import { batch } from "@preact/signals";
import { memoryDrawer } from "../commands/command.ts";
import { sendOnce } from "../commands/send-once.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { claimGift, type GiftView } from "../../shared/gifts/endpoints.ts";
import { ask } from "../terminal/ask.ts";
import { account, claim, goTo, loadAccount, loadGifts, scan } from "../visit/visit.ts";
import { ready } from "../shell/loaded.ts";
import type { Command } from "../commands/command.ts";
import { sendKept } from "../commands/send-once.ts";

/** A kiosk keeps nothing of a visitor: a claim whose answer never came is in the member's phone. */
const drawer = memoryDrawer();

export type Swapping = { onRepeat: () => void };

/** Asks for the gift; on success the ticket is shown.
 *  @throws Problem
 *  @throws OutcomeUnknown */
export async function swap(gift: GiftView, { onRepeat }: Swapping): Promise<void> {
  const open = scan.value;
  if (!open) return;
  const command: Command = {
    key: crypto.randomUUID(),
    endpoint: claimGift.id,
    body: {
      scanId: open.scanId,
      giftId: gift.id,
      points: gift.points,
      moneyFen: gift.moneyFen,
    },
    madeAt: Date.now(),
    label: gift.nameZh,
  };
  take(await sendOnce(command, { drawer, send, onRepeat }), open.scanId);
}

/** Asks again about a swap without an answer, with the same key. */
export async function swapAgain(command: Command, { onRepeat }: Swapping): Promise<void> {
  const open = scan.value;
  if (!open) return;
  take(await sendKept(command, { drawer, send, onRepeat }), open.scanId);
}

const send = (command: Command) =>
  ask(claimGift, {
    key: command.key,
    body: command.body as { scanId: string; giftId: string; points: number; moneyFen: number },
  });

function take(answer: unknown, scanId: string): void {
  // The visitor may have left while the answer was on its way.
  if (scan.value?.scanId !== scanId) return;
  const { claim: made, points } = answer as AnswerOf<typeof claimGift>;
  batch(() => {
    claim.value = made;
    const before = account.value;
    if (before.state === "ready") account.value = ready({ ...before.value, points });
    scan.value = scan.value && { ...scan.value, points };
  });
  goTo("ticket");
  void Promise.all([loadAccount(), loadGifts()]);
}
