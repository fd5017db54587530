/** A scene for the tests of parcels: a gift that can be sent, a member who can pay for many, and
 *  everybody who may or may not handle it. @module */
import * as consoleDoors from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import * as doors from "../../shared/gifts/endpoints.ts";
import { givePin } from "../access/test-pin.ts";
import * as a from "../access/test-scene.ts";
import { findHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import type { Caller } from "../test-house.ts";

const pin = "628405";
export const address = {
  name: "林晓梅",
  phone: "13812345678",
  region: "浙江省 杭州市 西湖区",
  street: "文三路 398 号 2 幢 501 室",
};
export type Step = BodyOf<typeof consoleDoors.stepGiftOrder>;
export const shipped: Step = { to: "shipped", carrier: "sf", tracking: "SF1024658890" };

const teaSet = {
  ...consoleDoors.plainGift,
  brandId: a.brandId,
  code: "POST-1",
  nameZh: "紫砂茶具",
  nameEn: "Clay tea set",
  detailZh: "",
  detailEn: "",
  picture: "/pictures/tea-set.svg",
  kind: "goods" as const,
  points: 800,
  marketFen: 12_800,
  tierLevelMin: 0,
  perMemberMax: null,
  opensAt: null,
  closesAt: null,
  claimDays: 7,
  byDelivery: true,
  state: "listed" as const,
};

/** A member with a PIN and so many points. */
const memberWith = async (scene: a.Scene, points: number) => {
  const made = await scene.member();
  const [row] = await scene.db.execute(
    "select l.id from loyalty_account l join member m on m.id = l.member_id order by m.joined_at desc, m.id desc limit 1",
  );
  const holdings = (await findHoldings(scene.desk(), String(row!.id)))!;
  const posting = startPosting(scene.desk(), holdings, {
    kind: "adjustment",
    cause: { kind: "opening", id: holdings.memberId },
    storeId: null,
    occurredAt: scene.clock.now,
    explanation: { reasons: [] },
  });
  const contra = `adjusted@${a.brandId}`;
  const lot = { contra, availableAt: scene.clock.now, lapsesAt: null, rulesId: null };
  posting.issue(points, lot);
  await scene.db.write(posting.writes());
  await givePin(scene, holdings.memberId, pin);
  return { ...made, memberId: holdings.memberId };
};

export const openParcels = async () => {
  const scene = await a.openScene();
  const admin = await scene.staff("hq-admin", { brand: null, store: null });
  const phone = await memberWith(scene, 100_000);
  const made = await scene.ask(consoleDoors.addGift, { body: teaSet, key: a.newKey() }, admin);
  const { giftId } = made;
  await scene.ask(consoleDoors.moveGiftStock, {
    params: { gift: giftId },
    body: { storeId: a.storeId, amount: 50 },
    key: a.newKey(),
  }, admin);
  return {
    scene,
    admin,
    phone,
    manager: await scene.staff("store-manager"),
    otherManager: await scene.staff("store-manager", { store: a.nextStoreId }),
    finance: await scene.staff("hq-finance", { store: null }),
    memberWith: (points: number) => memberWith(scene, points),
    order: async (key = a.newKey()) => {
      const body = { giftId, storeId: a.storeId, pin, address, points: 800, moneyFen: 0 };
      return (await scene.ask(doors.claimMyGift, { body, key }, phone.caller)).claim;
    },
    step: (claimId: string, body: Step, as: Caller = admin, key = a.newKey()) =>
      scene.ask(consoleDoors.stepGiftOrder, { params: { claim: claimId }, body, key }, as),
    mine: async (claimId: string) =>
      (await scene.ask(doors.listMyClaims, {}, phone.caller)).claims
        .find((claim) => claim.claimId === claimId)!,
    list: (query: object = {}, as: Caller = admin) =>
      scene.ask(consoleDoors.listGiftOrders, { query } as never, as),
    spendable: async () =>
      (await scene.house.db.execute(
        "select balance from account where id = (select id from loyalty_account where member_id = ?) || '.points'",
        [phone.memberId],
      ))[0]!.balance,
  };
};

export type Parcels = Awaited<ReturnType<typeof openParcels>>;
