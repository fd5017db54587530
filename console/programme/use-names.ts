import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import {
  namedAtOnce,
  type NamedProduct,
  showRuleNames,
} from "../../shared/console/rule-name-doors.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { nameIn, type Store, usePlaces } from "../use-places.ts";
import { useLoad } from "../use-load.ts";
import type { ProgrammeView } from "../use-programme.ts";
import { ask } from "../wire.ts";

export interface Named {
  id: string;
  nameZh: string;
  nameEn: string;
}

/** Everything that rules of a brand know by id, with its names. */
export interface RuleNaming {
  brandId: string;
  programme: ProgrammeView;
  stores: readonly Store[];
  tags: readonly { id: string; name: string }[];
  memberCategories: readonly Named[];
  product: (id: string) => NamedProduct | undefined;
  /** Products that a search found, so that their names are known from then on. */
  learn: (products: readonly NamedProduct[]) => void;
}

const blank: RuleNaming = {
  brandId: "",
  programme: { versions: [], tiers: [], categories: [] },
  stores: [],
  tags: [],
  memberCategories: [],
  product: () => undefined,
  learn: () => {},
};
const Naming = createContext<RuleNaming>(blank);
export const NamingProvider = Naming.Provider;
export const useNaming = (): RuleNaming => useContext(Naming);

/** All products that some rules name. */
export const productsIn = (rules: ProgrammeRules): string[] => [
  ...new Set([
    ...rules.excludedProductIds ?? [],
    ...(rules.rules ?? []).flatMap((rule) => rule.lines.productIds ?? []),
  ]),
];

/** Products seen so far, by id; names hardly change while somebody looks. */
const seen = new Map<string, NamedProduct>();

/** Loads the names for rules of a brand. */
export function useRuleNaming(
  brandId: string,
  programme: ProgrammeView,
  bodies: readonly ProgrammeRules[],
): RuleNaming {
  const { stores } = usePlaces();
  const [, redraw] = useState(0);
  const parts = useLoad(
    `rule-names:${brandId}`,
    (signal) => ask(showRuleNames, { query: { brandId }, signal }),
  );
  const learn = (products: readonly NamedProduct[]) => {
    for (const each of products) seen.set(each.id, each);
    redraw((before) => before + 1);
  };
  const missing = bodies.flatMap(productsIn).filter((id) => !seen.has(id));
  useEffect(() => {
    if (missing.length > 0) void nameProducts(brandId, missing).then(learn, () => {});
  }, [brandId, missing.join()]);
  return useMemo(() => ({
    brandId,
    programme,
    stores: stores.filter((store) => store.brandId === brandId),
    tags: parts.data?.tags ?? [],
    memberCategories: parts.data?.memberCategories ?? [],
    product: (id: string) => seen.get(id),
    learn,
  }), [brandId, programme, stores, parts.data, seen.size]);
}

async function nameProducts(brandId: string, ids: readonly string[]): Promise<NamedProduct[]> {
  const found: NamedProduct[] = [];
  for (let from = 0; from < ids.length; from += namedAtOnce) {
    const products = ids.slice(from, from + namedAtOnce).join();
    found.push(...(await ask(showRuleNames, { query: { brandId, products } })).products);
  }
  return found;
}

/** The name of one of them, or its id while it is not known. */
export const nameById = (list: readonly Named[], id: string): string => {
  const found = list.find((each) => each.id === id);
  return found ? nameIn(found) : id;
};
