/** A scene for the tests of this room: two brands, three stores, members with lots, gifts on
 *  shelves; all of it in a real database, points through the real posting. @module */
import { newKey, openTestHouse, type TestHouse } from "../test-house.ts";
import { type Actor, type Desk, openDesk } from "../desk.ts";
import { insertScan, useScan } from "../cards/queries.ts";
import { findHoldings, newHoldings, openAccount } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { insertTier } from "../programme/queries.ts";
import { insertBrand, insertStore } from "../stores/queries.ts";
import { insertMember } from "../members/queries.ts";
import { type GiftRow, plainTerms } from "./gift-row.ts";
import { insertGift, insertStockMove } from "./queries.ts";

export const brandId = "brd_hexin";
export const otherBrandId = "brd_muchen";
export const storeId = "sto_renmin";
export const nextStoreId = "sto_binjiang";
export const otherStoreId = "sto_bakery";
export const terminalId = "trm_kiosk";
export { newKey };

export type Lot = { points: number; availableAt?: number; lapsesAt?: number | null };

const place = (role: Actor["role"], at: string, brand = brandId): Actor => ({
  role,
  id: `${role}-${at}`,
  scope: { brandIds: [brand], storeIds: [at] },
  terminalId: at === storeId ? terminalId : `trm_${at.slice(4)}`,
  storeId: at,
  brandId: brand,
});

export const kiosk = place("kiosk", storeId);
export const cashier: Actor = { ...place("cashier", storeId), staffId: "stf_lin" };
export const nextCashier: Actor = { ...place("cashier", nextStoreId), staffId: "stf_zhou" };
export const otherCashier: Actor = place("cashier", otherStoreId, otherBrandId);
export const marketing: Actor = {
  role: "hq-marketing",
  id: "stf_marketing",
  staffId: "stf_marketing",
  scope: { brandIds: [brandId], storeIds: null },
};
export const asMember = (memberId: string, brand = brandId): Actor => ({
  role: "member",
  id: memberId,
  memberId,
  brandId: brand,
  scope: { brandIds: [brand], storeIds: [] },
});

const setPlaces = async (desk: Desk): Promise<void> => {
  const brands = [[brandId, "和信超市", "Hexin Market"], [
    otherBrandId,
    "沐晨烘焙",
    "Muchen Bakery",
  ]];
  const stores = [
    [storeId, brandId, "H01", "人民路店", "Renmin Road"],
    [nextStoreId, brandId, "H02", "滨江店", "Riverside"],
    [otherStoreId, otherBrandId, "M01", "湖滨店", "Lakeside"],
  ];
  await desk.db.write([
    ...brands.map(([id, zh, en]) =>
      insertBrand.row({ id: id!, name_zh: zh!, name_en: en!, colour: "#c8402f", created_at: 0 })
    ),
    ...stores.map(([id, brand, code, zh, en]) =>
      insertStore.row({
        id: id!,
        brand_id: brand!,
        code: code!,
        name_zh: zh!,
        name_en: en!,
        city: "杭州",
        address: "人民路 128 号",
        phone: "",
        state: "open",
        created_at: 0,
      })
    ),
    ...[brandId, otherBrandId].flatMap((brand) =>
      [0, 1, 2].map((level) =>
        insertTier.row({
          id: `tie_${brand.slice(4)}${level}`,
          brand_id: brand,
          level,
          name_zh: ["普通", "银卡", "金卡"][level]!,
          name_en: ["Member", "Silver", "Gold"][level]!,
          colour: "#888888",
          threshold_fen: level * 100_000,
        })
      )
    ),
  ]);
};

export const openScene = async () => {
  const test: TestHouse = await openTestHouse();
  const { house, clock } = test;
  const as = (actor: Actor, request: Parameters<typeof openDesk>[2] = {}): Desk =>
    openDesk(house, actor, request);
  const desk = as(kiosk);
  await setPlaces(desk);

  /** A member whose account holds these lots. */
  const member = async (
    lots: readonly Lot[],
    { tier = 0, debt = 0, state = "active", brand = brandId } = {},
  ) => {
    const memberId = desk.id("member");
    const loyaltyId = desk.id("account");
    const account = {
      loyaltyId,
      brandId: brand,
      memberId,
      tierId: `tie_${brand.slice(4)}${tier}`,
      openedAt: clock.now,
    };
    const posting = startPosting(desk, newHoldings(account, "林晓梅"), {
      kind: "adjustment",
      cause: { kind: "opening", id: memberId },
      storeId: null,
      occurredAt: clock.now,
      explanation: { reasons: [] },
    });
    const lotIds = lots.map((l) =>
      posting.issue(l.points, {
        contra: `adjusted@${brand}`,
        availableAt: l.availableAt ?? clock.now,
        lapsesAt: l.lapsesAt ?? null,
        rulesId: null,
      })!
    );
    posting.owe(debt, `owed@${storeId}`);
    await house.db.write([
      insertMember.row({
        id: memberId,
        brand_id: brand,
        name: "林晓梅",
        name_search: "林晓梅",
        birthday: null,
        birthday_calendar: "solar",
        phone_cipher: null,
        phone_index: null,
        phone_tail: null,
        phone_verified_at: null,
        language: "zh-CN",
        terms_agreed_at: null,
        joined_at: clock.now,
        joined_store_id: storeId,
        source: "counter",
        external_ref: null,
      }),
      ...openAccount(account),
      ...posting.writes(),
    ]);
    await house.db.execute("update member set state = ? where id = ?", [state, memberId]);
    return { memberId, loyaltyId, lotIds };
  };

  /** A scan of this member at the kiosk, good for three minutes. */
  const scan = async (
    of: { memberId: string; loyaltyId: string },
    { rights = "spend", terminal = terminalId, store = storeId, usedBy = null as string | null } =
      {},
  ): Promise<string> => {
    const id = desk.id("scan");
    // Through the ledger's writer: what comes later is then asked of no replica without it.
    await house.db.write([
      insertScan.row({
        id,
        card_id: null,
        member_id: of.memberId,
        account_id: of.loyaltyId,
        brand_id: brandId,
        store_id: store,
        terminal_id: terminal,
        staff_id: null,
        api_key_id: null,
        via: "rotating",
        rights: rights === "earn" ? "earn" : "spend",
        opened_at: clock.now,
        expires_at: clock.now + 180_000,
      }),
      ...(usedBy ? [useScan.row({ id, used_by: usedBy })] : []),
    ]);
    return id;
  };

  /** A gift with so many pieces at each store of the brand. */
  const gift = async (stock: number, terms: Partial<GiftRow> = {}): Promise<string> => {
    const id = desk.id("gift");
    const brand = terms.brand_id ?? brandId;
    const stores = brand === brandId ? [storeId, nextStoreId] : [otherStoreId];
    await house.db.write([
      insertGift.row({ ...plainGift(id), ...terms }),
      ...(stock > 0
        ? stores.map((store) =>
          insertStockMove.row({
            gift_id: id,
            store_id: store,
            cause: "moved",
            cause_id: desk.id("stockMove"),
            amount: stock,
            at: clock.now,
          })
        )
        : []),
    ]);
    return id;
  };

  const remaining = async (giftId: string, at = storeId): Promise<number> =>
    Number(
      (await house.db.execute(
        "select remaining from gift_stock where gift_id = ? and store_id = ?",
        [giftId, at],
      ))[0]?.remaining,
    );
  /** What is left in each lot, in the order given. */
  const left = async (lotIds: readonly string[]): Promise<number[]> => {
    const rows = await house.db.execute("select id, remaining from lot");
    return lotIds.map((id) => Number(rows.find((r) => r.id === id)?.remaining));
  };
  const holdings = async (handle: string) => (await findHoldings(as(kiosk), handle))!;

  return { ...test, as, member, scan, gift, remaining, left, holdings };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;

const plainGift = (id: string): GiftRow => ({
  ...plainTerms,
  id,
  brand_id: brandId,
  code: id.slice(-12),
  name_zh: "搪瓷杯",
  name_en: "Enamel mug",
  detail_zh: "",
  detail_en: "",
  picture: "/pictures/enamel-mug.svg",
  points: 500,
  market_fen: 2900,
  revision: 1,
  created_at: 0,
});
