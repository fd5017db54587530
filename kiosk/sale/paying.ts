/** Points that are to pay for a part of the sale. @module */
import { computed, signal } from "@preact/signals";
import { listGifts } from "../../shared/gifts/endpoints.ts";
import { type BestUse, bestUse, type GiftInReach } from "../../shared/points/best-use.ts";
import {
  type Offset,
  type OffsetGround,
  type OffsetOffer,
  offsetOffer,
  type OffsetRefused,
  useOffset,
} from "../../shared/points/offset.ts";
import { member } from "../counter/member.ts";
import { ask, online } from "../terminal/ask.ts";
import { serverNow } from "../terminal/clock.ts";
import { terminal } from "../terminal/standing.ts";
import { toEarningLines } from "./basket.ts";
import { ground } from "./ground.ts";
import { priced, totalFen } from "./sale-lines.ts";

/** What the cashier chose, and for whom; it holds as far as the basket allows. */
const wish = signal<{ points: number; memberId: string } | null>(null);

/** What was chosen for the member who is on the bill: nobody pays what another one agreed to. */
export const wanted = computed((): number => {
  const now = wish.value;
  return now !== null && now.memberId === member.value?.member.id ? now.points : 0;
});

/** Chooses how many points of the member on the bill are to pay; 0: none. */
export function want(points: number): void {
  const known = member.value;
  wish.value = known && points > 0 ? { points, memberId: known.member.id } : null;
}

/** The dialog is open. */
export const choosing = signal(false);

const lines = computed(() => toEarningLines(priced.value));

const offsetGround = (): OffsetGround | null => {
  const known = member.value;
  const told = ground.value;
  if (!known || !told) return null;
  return {
    tierId: known.points.tier.current.id,
    memberCategoryId: told.ground.memberCategoryId,
    tags: told.ground.tags,
    spendable: known.points.spendable,
    debt: known.points.debt,
    usedToday: told.offset.usedToday,
    at: serverNow(),
  };
};

/** What may be used for this basket, or why not; null: paying with points is not on offer here, or
 *  there is nobody to pay with them. */
export const offer = computed((): OffsetOffer | OffsetRefused | null => {
  const rules = terminal.value?.rules.body.offset;
  const judged = offsetGround();
  if (!rules || !judged || lines.value.length === 0) return null;
  return offsetOffer(rules, lines.value, judged);
});

/** What so many points come to; null: not to be had. */
export function offsetAt(points: number): Offset | null {
  const rules = terminal.value?.rules.body.offset;
  const judged = offsetGround();
  if (!judged || points <= 0) return null;
  const used = useOffset(rules, lines.value, judged, points);
  return "refused" in used ? null : used;
}

/** The points that pay as the basket stands: what was chosen, or the most that is left of it. */
export const used = computed((): Offset | null => {
  const now = offer.value;
  // What is left to spend can only be asked of the server.
  if (!online.value) return null;
  if (now === null || "refused" in now || wanted.value === 0) return null;
  return offsetAt(Math.min(wanted.value, now.maxPoints));
});

/** What is left to be paid in money. */
export const payFen = computed(() => totalFen.value - (used.value?.fen ?? 0));

const gifts = signal<{ scanId: string; all: GiftInReach[] } | null>(null);

/** Looks up what the member could save for; without an answer there is no such hint. */
export async function lookAtGifts(): Promise<void> {
  const scanId = member.value?.scanId;
  if (!scanId || gifts.peek()?.scanId === scanId) return;
  try {
    const answer = await ask(listGifts, { query: { scanId } });
    const reachable = answer.gifts.filter(({ refused }) =>
      refused === null || refused === "points-short"
    );
    gifts.value = { scanId, all: reachable };
  } catch {
    gifts.value = null;
  }
}

/** What the points are best used for. @param earns points this sale will bring */
export function hintFor(now: OffsetOffer, earns: number): BestUse {
  const lots = (ground.value?.offset.lots ?? []).map(({ points, lapsesAt }) => ({
    remaining: points,
    lapsesAt,
  }));
  const own = gifts.value?.scanId === member.value?.scanId ? gifts.value?.all ?? [] : [];
  return bestUse(now, lots, own, { now: serverNow(), earns });
}

/** No points, for the next customer. */
export function forgetOffset(): void {
  wish.value = null;
  choosing.value = false;
  gifts.value = null;
}
