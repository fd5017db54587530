import { useLocation, useRoute } from "preact-iso";
import { useEffect } from "preact/hooks";
import { member, points } from "../members/session.ts";
import { PATHS } from "../shell/base.ts";
import { brands, claim, giftsAt, recallStore, store } from "./data.ts";
import { GiftDetailView } from "./gift-detail-view.tsx";

/** One gift at the chosen store, and claiming it. */
export default function GiftScreen() {
  const { params } = useRoute();
  const { route } = useLocation();
  const at = store.value;
  useEffect(() => {
    void recallStore();
    if (!brands.state.value.data) void brands.load();
  }, []);
  useEffect(() => {
    if (at && !giftsAt(at.id).state.value.data) void giftsAt(at.id).load();
  }, [at?.id]);
  const shelf = at ? giftsAt(at.id) : null;
  const all = shelf ? shelf.state.value : { ...brands.state.value, data: null };
  const gift = all.data?.gifts.find((each) => each.id === params.gift) ?? null;
  return (
    <GiftDetailView
      gift={{ ...all, data: gift }}
      missing={all.data !== null && !gift}
      store={at}
      spendable={points.value?.spendable ?? 0}
      hasPin={member.value?.hasPin ?? false}
      onRetry={() => void (shelf ?? brands).load()}
      tiers={all.data?.tiers ?? []}
      onClaim={async (pin, address) => {
        if (!gift || !at) return;
        // Also after a refusal: what it costs and why not may be new.
        const made = await claim(gift, at.id, pin, address).finally(() => void shelf?.load());
        route(PATHS.claim(made.claimId), true);
      }}
    />
  );
}
