/** A gift for a member who asks at the counter. @module */
import { signal } from "@preact/signals";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { browse } from "../../shared/gifts/browse.ts";
import { claimGift, type GiftView, listGifts } from "../../shared/gifts/endpoints.ts";
import { command } from "../counter/commands.ts";
import { freshenMember, member } from "../counter/member.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { nameOf } from "../shell/name-in.ts";
import { ask } from "../terminal/ask.ts";
import { show } from "./claiming.ts";

export const gifts = signal<Loaded<GiftView[]>>(LOADING);

let asked = 0;
const inOrder = { shelf: null, within: false, sort: "house" } as const;

/** The gifts of this store, with why the member cannot have one. */
export async function loadGifts(): Promise<void> {
  const known = member.value;
  if (!known) return;
  const mine = ++asked;
  gifts.value = LOADING;
  try {
    await freshenMember();
    const scanId = member.value?.scanId ?? known.scanId;
    const answer = await ask(listGifts, { query: { scanId } });
    if (mine === asked) gifts.value = ready(browse(answer.gifts, inOrder));
  } catch (error) {
    if (mine === asked) gifts.value = failed(error);
  }
}

/** Claims the gift, once, and shows the claim, ready to be handed over.
 *  @throws Problem
 *  @throws OutcomeUnknown */
export async function redeem(scan: ScanView, gift: GiftView): Promise<void> {
  const { id: giftId, points, moneyFen } = gift;
  const body = { scanId: scan.scanId, giftId, points, moneyFen };
  const answer = await command(claimGift, { body }, nameOf(gift));
  if (member.value?.scanId === scan.scanId) member.value = { ...scan, points: answer.points };
  show({ claim: answer.claim, memberNameMasked: scan.member.nameMasked, here: true });
}
