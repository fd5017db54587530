/** Before the first sale: the brand with its rules, stores, goods, households and keys, all by the
 *  doors that head office and an ERP use. @module */
import { createHash } from "node:crypto";
import * as console_ from "../../shared/console/endpoints.ts";
import * as goods from "../../shared/goods/endpoints.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import type { FirstAdmin } from "../staff/first-admin.ts";
import { totpCode } from "../staff/totp.ts";
import type { Mapping } from "./mapping.ts";
import type { Product, ReplaySale } from "./read-sales.ts";
import { inParallel, openTill, type Till } from "./till.ts";

/** Keys that come out the same in every run, so a second run repeats instead of doubling. */
export const keyOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 32);

export const plainRules: EarningRules = {
  v: 1,
  fenPerPoint: 100,
  pointsPerStep: 1,
  minSaleFen: 0,
  tierFactorPercent: {},
  excludedCategoryIds: [],
  carryRemainder: true,
  validity: { kind: "never" },
  pendingDays: 0,
  signUpPoints: 0,
};

export type Chain = {
  brandId: string;
  /** Till of each store, by the data's store number. */
  tills: Map<string, Till>;
  /** Card number of each household. */
  cards: Map<string, string>;
};

type Say = (what: string, done: number, all: number) => void;

const addStores = async (
  admin: Till,
  origin: string,
  brandId: string,
  stores: string[],
  say: Say,
) => {
  const tills = new Map<string, Till>();
  let done = 0;
  await inParallel(stores, 4, async (store) => {
    const { storeId } = await admin(console_.addStore, {
      key: keyOf("store", brandId, store),
      body: {
        brandId,
        code: `S${store}`,
        nameZh: `${store} 号店`,
        nameEn: `Store ${store}`,
        city: "",
        address: "",
        phone: "",
      },
    });
    const { secret } = await admin(console_.addKey, {
      key: keyOf("key", brandId, store),
      body: { label: `Till of store ${store}`, role: "integration", brandId, storeId },
    });
    tills.set(store, openTill(origin, "pos", secret));
    say("stores", ++done, stores.length);
  });
  return tills;
};

const categoryCode = (levels: string[]): string => keyOf("category", ...levels).slice(0, 16);

const addGoods = async (erp: Till, brandId: string, products: Product[], say: Say) => {
  const paths = new Map<string, string[]>();
  for (const { levels } of products) {
    levels.forEach((_, i) => {
      const path = levels.slice(0, i + 1);
      paths.set(categoryCode(path), path);
    });
  }
  const ordered = [...paths].sort(([, a], [, b]) => a.length - b.length);
  for (let i = 0; i < ordered.length; i += 500) {
    await erp(goods.putCategories, {
      body: {
        brandId,
        categories: ordered.slice(i, i + 500).map(([code, path]) => ({
          code,
          parentCode: path.length > 1 ? categoryCode(path.slice(0, -1)) : null,
          nameZh: path.at(-1)!.slice(0, 80),
          nameEn: path.at(-1)!.slice(0, 80),
        })),
      },
    });
  }
  for (let i = 0; i < products.length; i += 200) {
    await erp(goods.putProducts, {
      body: {
        brandId,
        products: products.slice(i, i + 200).map((p) => ({
          sku: p.sku,
          categoryCode: categoryCode(p.levels),
          nameZh: p.name,
          nameEn: p.name,
          priceFen: 0,
        })),
      },
    });
    say("goods", Math.min(i + 200, products.length), products.length);
  }
};

const enrolAll = async (erp: Till, brandId: string, first: Map<string, number>, say: Say) => {
  const cards = new Map<string, string>();
  await inParallel([...first], 16, async ([member, joinedAt]) => {
    const { cardNumber } = await erp(enrolByStaff, {
      key: keyOf("member", brandId, member),
      body: { brandId, externalRef: `household-${member}`, name: `住户 ${member}`, joinedAt },
    });
    cards.set(member, cardNumber);
    say("households", cards.size, first.size);
  });
  return cards;
};

/** @returns what the sales need */
export const setUp = async (
  origin: string,
  first: FirstAdmin,
  mapping: Mapping,
  sales: readonly ReplaySale[],
  products: Product[],
  say: Say,
): Promise<Chain> => {
  const admin = openTill(origin, "console");
  await admin(console_.signInConsole, {
    body: {
      login: first.login,
      password: first.password,
      totp: totpCode(first.totpSecret, Date.now()),
    },
  });
  const { brandId } = await admin(console_.addBrand, {
    key: keyOf("brand", mapping.brand.en),
    body: {
      nameZh: mapping.brand.zh,
      nameEn: mapping.brand.en,
      colour: "#1f6f5c",
      rules: plainRules,
      rulesEffectiveFrom: 0,
    },
  });
  const { secret } = await admin(console_.addKey, {
    key: keyOf("erp", brandId),
    body: { label: "ERP", role: "integration", brandId, storeId: null },
  });
  const erp = openTill(origin, "pos", secret);
  const joined = new Map<string, number>();
  for (const sale of sales) if (!joined.has(sale.member)) joined.set(sale.member, sale.at);
  const stores = [...new Set(sales.map((s) => s.store))];
  const tills = await addStores(admin, origin, brandId, stores, say);
  await addGoods(erp, brandId, products, say);
  const cards = await enrolAll(erp, brandId, joined, say);
  return { brandId, tills, cards };
};
