/** Everything of the demo chain that is there before its first customer: one batch, all or nothing.
 *  @module */
import { addDays, type Day, startOfDay } from "../../shared/business-day.ts";
import { hashToken } from "../access/tokens.ts";
import type { Write } from "../db/statement.ts";
import type { House } from "../desk.ts";
import { putCategory, putProduct } from "../goods/queries.ts";
import { insertRules, insertTier } from "../programme/queries.ts";
import { insertGrant, insertKey, insertStaff } from "../staff/queries.ts";
import { sealTotp } from "../staff/totp.ts";
import { insertBrand, insertStore } from "../stores/queries.ts";
import type { DemoGift } from "./gifts.ts";
import { giftRows, shelfRows } from "./gift-rows.ts";
import { hexinShelves } from "./gifts-hexin-fresh.ts";
import { hexinGifts } from "./gifts-hexin.ts";
import { muchenGifts } from "./gifts-muchen.ts";
import { hexinCategories, hexinProducts } from "./goods-hexin.ts";
import { muchenCategories, muchenProducts } from "./goods-muchen.ts";
import { officeSettings } from "./office.ts";
import { demoPassword, demoTotpSecret, posKeys, staff } from "./people.ts";
import { brands, hexin, muchen, stores } from "./places.ts";
import { rules, tiers } from "./programme.ts";
import { surveyRows } from "./surveys.ts";
import { tierSettings } from "./tiers.ts";
import { transferSettings } from "./transfers.ts";
import { quickHash } from "./quick-hash.ts";

/** Days of trade that the demo has behind it. */
export const daysOfTrade = 365;

export const giftId = (brandId: string, gift: DemoGift): string =>
  `gft_${brandId.slice(4)}_${gift.key ?? gift.picture}`;
export const giftsOf = (brandId: string): readonly DemoGift[] =>
  brandId === hexin ? hexinGifts : muchenGifts;

/** Rows of places, people, programme, goods and gifts for a demo whose last day is `today`. */
export const layOut = (house: House, today: Day): Write[] => {
  const openedAt = startOfDay(addDays(today, -daysOfTrade - 60));
  return [
    ...places(openedAt),
    ...people(house, openedAt),
    ...programme(today),
    ...surveyRows(today),
    ...officeSettings(openedAt),
    ...goods(hexin, hexinCategories, hexinProducts, openedAt),
    ...goods(muchen, muchenCategories, muchenProducts, openedAt),
    ...shelfRows(hexin, hexinShelves),
    ...[hexin, muchen].flatMap((brandId) =>
      giftsOf(brandId).flatMap((gift) => giftRows(brandId, giftId(brandId, gift), gift, today))
    ),
  ];
};

const places = (at: number): Write[] => [
  ...brands.map((b, i) =>
    insertBrand.row({
      id: b.id,
      name_zh: b.nameZh,
      name_en: b.nameEn,
      colour: b.colour,
      created_at: at + i,
    })
  ),
  ...stores.map((s, i) =>
    insertStore.row({
      id: s.id,
      brand_id: s.brandId,
      code: s.code,
      name_zh: s.nameZh,
      name_en: s.nameEn,
      city: s.city,
      address: s.address,
      phone: s.phone,
      state: "open",
      created_at: at + i,
    })
  ),
];

const people = ({ keys }: House, at: number): Write[] => [
  ...staff.flatMap((person) => [
    insertStaff.row({
      id: person.id,
      login: person.login,
      name: person.name,
      pin_hash: person.pin === null ? null : quickHash(person.pin),
      pin_set_at: person.pin === null ? null : at,
      password_hash: person.console ? quickHash(demoPassword) : null,
      totp_cipher: person.console ? sealTotp(keys, person.id, demoTotpSecret) : null,
      created_at: at,
    }),
    insertGrant.row({
      staff_id: person.id,
      role: person.role,
      brand_id: person.brandId,
      store_id: person.storeId,
      granted_by: null,
      granted_at: at,
    }),
  ]),
  ...posKeys.map((key) =>
    insertKey.row({
      id: key.id,
      secret_hash: hashToken(key.secret),
      label: key.label,
      role: "pos",
      brand_id: key.brandId,
      store_id: key.storeId,
      created_by: "stf_zhou_qiming",
      created_at: at,
    })
  ),
];

const programme = (today: Day): Write[] => [
  ...tiers.map((t) =>
    insertTier.row({
      id: t.id,
      brand_id: t.brandId,
      level: t.level,
      name_zh: t.nameZh,
      name_en: t.nameEn,
      colour: t.colour,
      threshold_fen: t.thresholdFen,
    })
  ),
  ...tierSettings(startOfDay(addDays(today, -400))),
  ...transferSettings(startOfDay(addDays(today, -20))),
  ...rules.map((r) =>
    insertRules.row({
      id: r.id,
      brand_id: r.brandId,
      version: r.version,
      effective_from: startOfDay(addDays(today, -r.daysBack)),
      body: JSON.stringify(r.body),
      published_by: "stf_lu_xiaoman",
      published_at: startOfDay(addDays(today, -r.daysBack - 3)),
    })
  ),
];

const goods = (
  brandId: string,
  categories: typeof hexinCategories,
  products: typeof hexinProducts,
  at: number,
): Write[] => [
  ...categories.map(([code, parent, zh, en]) =>
    putCategory.row({
      id: `cat_${brandId.slice(4)}_${code}`,
      brand_id: brandId,
      parent_id: parent === null ? null : `cat_${brandId.slice(4)}_${parent}`,
      code,
      name_zh: zh,
      name_en: en,
    })
  ),
  ...products.map((p) =>
    putProduct.row({
      id: p.id,
      brand_id: brandId,
      category_code: p.categoryCode,
      sku: p.sku,
      barcode: p.barcode,
      name_zh: p.nameZh,
      name_en: p.nameEn,
      price_fen: p.priceFen,
      unit_name: p.unitName,
      weighed: p.weighed ? 1 : 0,
      kind: p.categoryCode === "vouchers" ? "gift-card" : "goods",
      created_at: at,
    })
  ),
];
