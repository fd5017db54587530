/** Before the first sale: the brand with its rules, stores, goods, members and keys, all by the doors
 *  that head office and an ERP use. @module */
import * as console_ from "../../shared/console/endpoints.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import type { FirstAdmin } from "../staff/first-admin.ts";
import { totpCode } from "../staff/totp.ts";
import { addGoods } from "./add-goods.ts";
import { keyOf } from "./key-of.ts";
import type { Mapping } from "./mapping.ts";
import { type ProgrammeName, programmes, tierFactors } from "./programmes.ts";
import type { Say } from "./progress.ts";
import type { Product } from "./read-products.ts";
import type { ReplaySale } from "./read-sales.ts";
import { inParallel, openTill, type Send, type Till } from "./till.ts";

export type Chain = {
  brandId: string;
  /** Till of each store, by the data's store number. */
  tills: Map<string, Till>;
  /** Card number of each member. */
  cards: Map<string, string>;
};

/** What is kept of a chain, so that a run that is taken up again needs no second set-up. */
export type KeptChain = {
  brandId: string;
  /** API key of each store, by the data's store number. */
  keys: [store: string, secret: string][];
  cards: [member: string, number: string][];
};

export const openChain = (send: Send, { brandId, keys, cards }: KeptChain): Chain => ({
  brandId,
  tills: new Map(keys.map(([store, secret]) => [store, openTill(send, "pos", secret)])),
  cards: new Map(cards),
});

export type Plan = {
  mapping: Mapping;
  programme: ProgrammeName;
  products: readonly Product[];
  sales: readonly ReplaySale[];
};

const namesOf = ({ sales: { store } }: Mapping, number: string) =>
  "fixed" in store ? { nameZh: store.fixed.zh, nameEn: store.fixed.en } : {
    nameZh: store.nameZh.replace("{}", number).slice(0, 60),
    nameEn: store.nameEn.replace("{}", number).slice(0, 60),
  };

/** As shared/console/place-doors.ts has it. */
const codeOf = (number: string): string =>
  /^[A-Za-z0-9-]{1,19}$/.test(number) ? `S${number}` : keyOf("store", number).slice(0, 20)
    .replace(/_/g, "0");

const addStores = async (
  admin: Till,
  brandId: string,
  { mapping, sales }: Plan,
  say: Say,
) => {
  const keys: KeptChain["keys"] = [];
  const stores = [...new Set(sales.map((s) => s.store))];
  let done = 0;
  await inParallel(stores, 8, async (store) => {
    const names = namesOf(mapping, store);
    const { storeId } = await admin(console_.addStore, {
      key: keyOf("store", brandId, store),
      body: { brandId, code: codeOf(store), ...names, city: "", address: "", phone: "" },
    });
    const { secret } = await admin(console_.addKey, {
      key: keyOf("key", brandId, store),
      body: { label: `Till of ${names.nameEn}`, role: "integration", brandId, storeId },
    });
    keys.push([store, secret]);
    say("stores", ++done, stores.length);
  });
  return keys;
};

const enrolAll = async (erp: Till, brandId: string, { sales, mapping }: Plan, say: Say) => {
  const joined = new Map<string, number>();
  for (const { member, at } of sales) if (member && !joined.has(member)) joined.set(member, at);
  const cards: KeptChain["cards"] = [];
  await inParallel([...joined], 16, async ([member, joinedAt]) => {
    const { cardNumber } = await erp(enrolByStaff, {
      key: keyOf("member", brandId, member),
      body: {
        brandId,
        externalRef: member,
        name: mapping.sales.member.nameZh.replace("{}", member).slice(0, 40),
        joinedAt,
      },
    });
    cards.push([member, cardNumber]);
    say("members", cards.length, joined.size);
  });
  return cards;
};

/** How long a code of the second factor is shown. */
const codeMs = 30_000;
const colours = ["#4d7c8a", "#7a869a", "#b8860b"] as const;
const tierNames = [["普通会员", "Member"], ["银卡", "Silver"], ["金卡", "Gold"]] as const;

/** Three tiers by all spending ever. @returns their ids, lowest first */
const addTiers = async (erp: Till, brandId: string, from: readonly number[]): Promise<string[]> => {
  const query = { brandId };
  const { revision, policy, tiers } = await erp(console_.showTiers, { query });
  if (tiers.length === 1) {
    const ladder = [0, ...from].map((thresholdFen, i) => ({
      id: i === 0 ? tiers[0]!.id : null,
      nameZh: tierNames[i]![0],
      nameEn: tierNames[i]![1],
      colour: colours[i]!,
      thresholdFen,
      thresholdPoints: i,
      pricePoints: null,
      priceMonths: 12,
      discounts: [],
      birthday: null,
      freeDelivery: false,
    }));
    await erp(console_.putTiers, {
      body: { brandId, revision, settings: { policy, tiers: ladder } },
    });
  }
  return (await erp(console_.showTiers, { query })).tiers.map((tier) => tier.id);
};

/** The version of the rules that tiers and the excluded category are in: known by id only now. */
const publishTiers = async (
  erp: Till,
  brandId: string,
  { mapping, programme }: Plan,
  categoryOf: (path: readonly string[]) => string | undefined,
): Promise<void> => {
  const { from, excluded } = mapping.tiers!;
  const category = categoryOf(excluded);
  if (!category) throw new Error(`No goods are in the excluded category ${excluded.join(" > ")}`);
  const ids = await addTiers(erp, brandId, from);
  const rules = programmes[programme].rules;
  await erp(console_.publishRules, {
    key: keyOf("rules", brandId, programme),
    body: {
      brandId,
      basedOnVersion: 1,
      effectiveFrom: 1,
      body: {
        ...rules,
        tierFactorPercent: Object.fromEntries(ids.map((id, i) => [id, tierFactors[i]!])),
        excludedCategoryIds: [category],
      },
    },
  });
};

/** A code of the second factor holds once: a run that follows another at once takes the next one, or
 *  waits for it. */
const signIn = async (send: Send, { login, password, totpSecret }: FirstAdmin): Promise<Till> => {
  const admin = openTill(send, "console");
  const by = (at: number) =>
    admin(console_.signInConsole, {
      body: { login, password, totp: totpCode(totpSecret, at) },
    }).then(() => admin, (error) => {
      if (error instanceof Problem && error.code === "sign-in-wrong") return null;
      throw error;
    });
  const signedIn = await by(Date.now()) ?? await by(Date.now() + codeMs);
  if (signedIn) return signedIn;
  await new Promise((done) => setTimeout(done, codeMs));
  const late = await by(Date.now() + codeMs);
  if (!late) throw new Error("The administrator of the replay is not known in this database");
  return late;
};

/** @returns what the sales need */
export const setUp = async (
  send: Send,
  first: FirstAdmin,
  plan: Plan,
  say: Say,
): Promise<KeptChain> => {
  const { mapping, programme, products } = plan;
  const admin = await signIn(send, first);
  const { brandId } = await admin(console_.addBrand, {
    key: keyOf("brand", mapping.brand.en, programme),
    body: {
      nameZh: mapping.brand.zh,
      nameEn: mapping.brand.en,
      colour: "#1f6f5c",
      rules: programmes[programme].rules,
      rulesEffectiveFrom: 0,
    },
  });
  const { secret } = await admin(console_.addKey, {
    key: keyOf("erp", brandId),
    body: { label: "ERP", role: "integration", brandId, storeId: null },
  });
  const erp = openTill(send, "pos", secret);
  const keys = await addStores(admin, brandId, plan, say);
  const categoryOf = await addGoods(erp, brandId, products, say);
  if (programme === "tiers") await publishTiers(erp, brandId, plan, categoryOf);
  const cards = await enrolAll(erp, brandId, plan, say);
  return { brandId, keys, cards };
};
