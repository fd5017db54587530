import { computed, signal } from "@preact/signals";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  cancelMyClaim,
  claimMyGift,
  type ClaimView,
  type GiftView,
  listMyClaims,
  listMyGifts,
  receiveMyOrder,
  showMyAddress,
} from "../../shared/gifts/endpoints.ts";
import { listBrands } from "../../shared/members/endpoints.ts";
import { openWording } from "../../shared/ui/index.ts";
import type { Address } from "../../shared/gifts/order.ts";
import type { GiftsWording } from "../../shared/wording/card/gifts-zh.ts";
import type { MallWording } from "../../shared/wording/mall/zh.ts";
import { member, putPoints, whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { once } from "../shell/command.ts";
import { keep, recall } from "../shell/kept.ts";
import { openResource, type Resource } from "../shell/resource.ts";

/** Texts of gifts and claims. */
export const giftWords = openWording<GiftsWording>({
  "zh-CN": () => import("../../shared/wording/card/gifts-zh.ts").then((file) => file.giftsZh),
  en: () => import("../../shared/wording/card/gifts-en.ts").then((file) => file.giftsEn),
});

/** Texts of the mall. */
export const mallWords = openWording<MallWording>({
  "zh-CN": () => import("../../shared/wording/mall/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/mall/en.ts").then((file) => file.en),
});

export type GiftStore = AnswerOf<typeof listBrands>["brands"][number]["stores"][number];

/** Brands and their open stores. */
export const brands = openResource(() => ask(listBrands, {}));

/** Stores of the member's own brand. */
export const stores = computed<GiftStore[]>(() =>
  brands.state.value.data?.brands.find((brand) => brand.id === member.value?.brandId)?.stores ?? []
);

const chosen = signal<string | null>(null);

/** The store whose gifts are shown: the one chosen last, else the first. */
export const store = computed<GiftStore | null>(() =>
  stores.value.find((each) => each.id === chosen.value) ?? stores.value[0] ?? null
);

/** Chooses the pick-up store and remembers it. */
export function chooseStore(storeId: string): void {
  chosen.value = storeId;
  void keep("giftStore", storeId);
}

/** Takes the chosen store from the shelf. */
export async function recallStore(): Promise<void> {
  chosen.value ??= (await recall("giftStore"))?.value ?? null;
}

type Gifts = AnswerOf<typeof listMyGifts>;
const shelves = new Map<string, Resource<Gifts>>();

/** Gifts at a store, with what keeps this member from each. */
export function giftsAt(storeId: string): Resource<Gifts> {
  const known = shelves.get(storeId);
  if (known) return known;
  const opened = openResource<Gifts>(() => ask(listMyGifts, { query: { storeId } }));
  shelves.set(storeId, opened);
  return opened;
}

/** The member's claims, newest first; kept, so that a code can be shown offline. */
export const claims = openResource(() => ask(listMyClaims, {}), "claims");

/** Where the member had a gift sent to last; null before the first. */
export const lastAddress = openResource(() => ask(showMyAddress, {}));

/** Claims a gift; going on after a lost answer continues the same claim.
 *  @param address where to send it; without one it is fetched @throws Problem, Unreachable */
export async function claim(
  { id: giftId, points, moneyFen }: Pick<GiftView, "id" | "points" | "moneyFen">,
  storeId: string,
  pin: string,
  address?: Address,
): Promise<ClaimView> {
  const way = address ? ":sent" : "";
  const answer = await once(
    `claim:${giftId}:${storeId}${way}`,
    (key) =>
      ask(claimMyGift, {
        body: { giftId, storeId, pin, points, moneyFen, ...(address ? { address } : {}) },
        key,
      }),
  );
  putPoints(answer.points);
  if (address) lastAddress.reset();
  void claims.load();
  return answer.claim;
}

/** Says that the parcel has come. @throws Problem, Unreachable */
export async function receiveOrder(claimId: string): Promise<void> {
  await once(
    `received:${claimId}`,
    (key) => ask(receiveMyOrder, { params: { claim: claimId }, key }),
  );
  await claims.load();
}

/** Cancels an open claim. @throws Problem, Unreachable */
export async function cancelClaim(claimId: string): Promise<void> {
  const answer = await once(
    `cancel:${claimId}`,
    (key) => ask(cancelMyClaim, { params: { claim: claimId }, key }),
  );
  putPoints(answer.points);
  await claims.load();
}

whenLeaving(() => {
  shelves.clear();
  claims.reset();
  lastAddress.reset();
  chosen.value = null;
});
