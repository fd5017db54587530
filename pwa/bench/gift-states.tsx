import type { ClaimView, GiftView } from "../../shared/gifts/endpoints.ts";
import { browsing } from "../gifts/browsing.tsx";
import { ClaimDetailView } from "../gifts/claim-detail-view.tsx";
import { ClaimsView } from "../gifts/claims-view.tsx";
import { GiftDetailView, type GiftDetailViewProps } from "../gifts/gift-detail-view.tsx";
import { GiftsView, type GiftsViewProps } from "../gifts/gifts-view.tsx";
import { failed, here, kept, offlineEmpty, waiting } from "./people.ts";
import { claimsWithParcel, mallGifts, parcel, shelves, tiers } from "./mall.ts";
import { claim, claims, gifts, stores } from "./shops.ts";
import type { BenchState } from "./state.ts";

const nothing = () => {};
const store = stores[0] ?? null;
const wall = (shown: GiftView[]) => ({ gifts: shown, shelves: shown.length ? shelves : [], tiers });
const all = [...mallGifts, ...gifts];

const list = (more: Partial<GiftsViewProps> = {}) => (
  <GiftsView
    spendable={12_480}
    store={store}
    stores={stores}
    onStore={nothing}
    gifts={here(wall(gifts))}
    onRetry={nothing}
    {...more}
  />
);

const one = (index: number, more: Partial<GiftDetailViewProps> = {}) => (
  <GiftDetailView
    gift={here(gifts[index] as GiftView)}
    missing={false}
    store={store}
    tiers={tiers}
    spendable={12_480}
    hasPin
    onRetry={nothing}
    onClaim={() => Promise.resolve()}
    {...more}
  />
);

const onWay = (claim: ClaimView) => (
  <ClaimDetailView
    claim={here(claim)}
    missing={false}
    busy={false}
    onCancel={nothing}
    onReceived={nothing}
    onRetry={nothing}
  />
);
const mall = (name: string) => {
  const gift = mallGifts.find((each) => each.picture.includes(name))!;
  return (more: Partial<GiftDetailViewProps> = {}) => one(0, { gift: here(gift), ...more });
};
/** Looks at the mall in a way, and draws it. */
const browsed = (more: Partial<typeof browsing.value>) => {
  browsing.value = { shelf: null, within: false, sort: "house", ...more };
  return list({ gifts: here(wall(all)) });
};

const ticket = (state: "open" | "handed-over" | "cancelled" | "lapsed") => (
  <ClaimDetailView
    claim={here(claim(1, 0, state, 1))}
    missing={false}
    busy={false}
    onCancel={nothing}
    onReceived={nothing}
    onRetry={nothing}
  />
);

/** Gifts, claiming one, and claims. */
export const giftStates: BenchState[] = [
  { name: "gifts", draw: () => list() },
  { name: "gifts-stores", draw: () => list({ choosing: true }) },
  { name: "gifts-loading", draw: () => list({ store: null, gifts: waiting }) },
  { name: "gifts-empty", draw: () => list({ gifts: here(wall([])) }) },
  { name: "gifts-offline", draw: () => list({ store: null, gifts: offlineEmpty }) },
  { name: "gifts-failed", draw: () => list({ gifts: failed }) },
  { name: "mall", draw: () => browsed({}) },
  { name: "mall-menu", draw: () => browsed({ shelf: shelves[0]!.id }) },
  { name: "mall-within", draw: () => browsed({ within: true, sort: "up" }) },
  { name: "mall-none-within", draw: () => browsed({ within: true, shelf: "shf_none" }) },
  { name: "gift-flash", draw: () => mall("laundry")() },
  { name: "gift-menu", draw: () => mall("juice")() },
  { name: "gift-event", draw: () => mall("tasting")() },
  { name: "gift-bundle", draw: () => mall("hamper")() },
  { name: "gift-money", draw: () => mall("rice-cooker")() },
  { name: "gift-tier-price", draw: () => mall("tea-set")() },
  { name: "gift-not-yet", draw: () => mall("tote")() },
  { name: "gift-ways", draw: () => mall("tea-set")({ claiming: true }) },
  { name: "gift-address", draw: () => mall("tea-set")({ claiming: true, way: "delivery" }) },
  { name: "gift-money-claiming", draw: () => mall("rice-cooker")({ claiming: true }) },
  ...(["placed", "shipped", "received", "cancelled"] as const).map((state) => ({
    name: `parcel-${state}`,
    draw: () => onWay(parcel(state)),
  })),
  { name: "gift", draw: () => one(0) },
  { name: "gift-short", draw: () => one(3) },
  { name: "gift-closed", draw: () => one(4) },
  { name: "gift-tier", draw: () => one(5) },
  { name: "gift-gone", draw: () => one(6) },
  { name: "gift-virtual", draw: () => one(7) },
  {
    name: "gift-missing",
    draw: () => one(0, { gift: { ...waiting, busy: false }, missing: true }),
  },
  { name: "gift-claiming", draw: () => one(0, { claiming: true }) },
  { name: "gift-no-pin", draw: () => one(0, { claiming: true, hasPin: false }) },
  { name: "claims", draw: () => <ClaimsView claims={here(claimsWithParcel)} onRetry={nothing} /> },
  { name: "claims-kept", draw: () => <ClaimsView claims={kept(claims)} onRetry={nothing} /> },
  {
    name: "claims-empty",
    draw: () => <ClaimsView claims={here({ claims: [] })} onRetry={nothing} />,
  },
  { name: "claims-loading", draw: () => <ClaimsView claims={waiting} onRetry={nothing} /> },
  { name: "claims-offline", draw: () => <ClaimsView claims={offlineEmpty} onRetry={nothing} /> },
  { name: "claim", draw: () => ticket("open") },
  { name: "claim-handed-over", draw: () => ticket("handed-over") },
  { name: "claim-cancelled", draw: () => ticket("cancelled") },
  { name: "claim-lapsed", draw: () => ticket("lapsed") },
];
