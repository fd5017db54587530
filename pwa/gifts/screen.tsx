import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { points } from "../members/session.ts";
import { lastMove } from "../shell/live.ts";
import { brands, chooseStore, giftsAt, recallStore, store, stores } from "./data.ts";
import { GiftsView } from "./gifts-view.tsx";

/** Gifts at the chosen store. */
export default function GiftsScreen() {
  const at = store.value;
  useEffect(() => {
    void recallStore();
    if (!brands.state.value.data) void brands.load();
  }, []);
  useSignalEffect(() => {
    lastMove.value;
    if (store.value) void giftsAt(store.value.id).load();
  });
  // Until the stores are known, waiting and failing concern them.
  const gifts = at ? giftsAt(at.id).state.value : { ...brands.state.value, data: null };
  return (
    <GiftsView
      spendable={points.value?.spendable ?? null}
      store={at}
      stores={stores.value}
      onStore={chooseStore}
      gifts={gifts}
      onRetry={() => void (at ? giftsAt(at.id).load() : brands.load())}
    />
  );
}
