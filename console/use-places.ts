import { listPlaces } from "../shared/console/endpoints.ts";
import type { AnswerOf } from "../shared/endpoint.ts";
import { lang } from "../shared/ui/index.ts";
import { useMemo } from "preact/hooks";
import { me } from "./session.ts";
import { type Loaded, useLoad } from "./use-load.ts";
import { ask } from "./wire.ts";
import { shellWords } from "./words.ts";

type Places = AnswerOf<typeof listPlaces>;
export type Store = Places["stores"][number];
export type Brand = Places["brands"][number];

/** The name that the reader's language uses. */
export const nameIn = (named: { nameZh: string; nameEn: string }): string =>
  lang.value === "zh-CN" ? named.nameZh : named.nameEn || named.nameZh;

/** Codes as people count: S2 before S10. */
const codes = new Intl.Collator("zh", { numeric: true });
const inOrder = (stores: readonly Store[]): readonly Store[] =>
  [...stores].sort((a, b) => codes.compare(a.brandId, b.brandId) || codes.compare(a.code, b.code));

export interface KnownPlaces {
  loaded: Loaded<Places>;
  brands: readonly Brand[];
  stores: readonly Store[];
  brand: (id: string | null) => Brand | undefined;
  store: (id: string | null) => Store | undefined;
  /** "福满家 · 徐汇店", or "All stores" of the brand, or of the chain. */
  placeName: (brandId: string | null, storeId: string | null) => string;
  /** What the person signed in acts for. */
  ownName: () => string;
}

/** Brands and stores in scope, with their names. */
export function usePlaces(): KnownPlaces {
  const loaded = useLoad("places", (signal) => ask(listPlaces, { signal }));
  const brands = loaded.data?.brands ?? [];
  const stores = useMemo(() => inOrder(loaded.data?.stores ?? []), [loaded.data]);
  const brand = (id: string | null) => brands.find((each) => each.id === id);
  const store = (id: string | null) => stores.find((each) => each.id === id);
  const t = shellWords.value;
  const placeName = (brandId: string | null, storeId: string | null): string => {
    const at = store(storeId);
    if (at) return nameIn(at);
    const of = brand(brandId);
    return of ? nameIn(of) : t.wholeChain;
  };
  return {
    loaded,
    brands,
    stores,
    brand,
    store,
    placeName,
    ownName: () => {
      const own = me.value?.storeIds;
      if (own?.length === 1) return placeName(null, own[0] ?? null);
      const ofBrand = me.value?.brandIds;
      return placeName(ofBrand?.length === 1 ? ofBrand[0] ?? null : null, null);
    },
  };
}
