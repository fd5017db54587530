/** What the rules ask of the member at the counter, fetched when they ask anything. @module */
import { computed, effect, signal } from "@preact/signals";
import { asksGround } from "../../shared/points/ground.ts";
import { type EarningGround } from "../../shared/points/when.ts";
import { showSaleGround } from "../../shared/sales/endpoints.ts";
import type { SaleGround } from "../../shared/sales/ground-view.ts";
import { member } from "../counter/member.ts";
import { ask } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";

const fetched = signal<{ scanId: string; ground: SaleGround } | null>(null);
/** The scan whose ground could not be fetched. */
const failedFor = signal<string | null>(null);

const isAsked = computed(() => {
  const body = terminal.value?.rules.body;
  return body !== undefined && (asksGround(body) || Boolean(body.offset));
});

/** What is known of the member; null: nothing is asked for, or it is on its way. */
export const ground = computed(() =>
  fetched.value !== null && fetched.value.scanId === member.value?.scanId
    ? fetched.value.ground
    : null
);

/** The preview has to wait for it. */
export const groundIsComing = computed(() =>
  isAsked.value && member.value !== null && ground.value === null &&
  failedFor.value !== member.value.scanId
);

/** For the preview. */
export const earningGround = computed((): EarningGround | null => ground.value?.ground ?? null);

/** Fetches the ground of whoever is recognised, as long as the room is open. */
export function followMember(): () => void {
  return effect(() => {
    const scanId = member.value?.scanId;
    if (!scanId || !isAsked.value || fetched.peek()?.scanId === scanId) return;
    void fetchFor(scanId);
  });
}

async function fetchFor(scanId: string): Promise<void> {
  // Of whoever was on the bill before, nobody wants to know any more.
  const isWanted = () => member.peek()?.scanId === scanId;
  try {
    const told = await ask(showSaleGround, { params: { scan: scanId } });
    if (!isWanted()) return;
    fetched.value = { scanId, ground: told };
    failedFor.value = null;
  } catch {
    // The booking judges it anyway; the preview shows what it can.
    if (isWanted()) failedFor.value = scanId;
  }
}

/** Puts a ground there without asking: for the bench. */
export function showGround(scanId: string, told: SaleGround): void {
  fetched.value = { scanId, ground: told };
}
