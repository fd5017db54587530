/** A scene whose programme gives points without purchases. @module */
import { openReferral } from "../../shared/grants/endpoints.ts";
import { defaultGrantRules, type GrantRules } from "../../shared/grants/grant-rules.ts";
import { enrolByStaff, listMyHistory, showMe } from "../../shared/members/endpoints.ts";
import { recordSale, returnSale } from "../../shared/sales/endpoints.ts";
import { openScene, storeId } from "../access/test-scene.ts";
import { openDesk, programme } from "../desk.ts";
import { type Caller, newKey } from "../test-house.ts";

export const grants: GrantRules = {
  ...defaultGrantRules,
  referral: {
    referrerPoints: 30,
    friendPoints: 30,
    minSaleFen: 1_000,
    waitDays: 7,
    maxPerMonth: 2,
  },
};

/** Kept by a browser. */
export const markOf = (whose: string): string => `${whose}-browser-0001`.slice(0, 40);

export const openGivers = async (changed: Partial<GrantRules> = {}) => {
  const scene = await openScene({ grants: { ...grants, ...changed } } as object);
  let serial = 0;
  const till = await scene.key("brd_hexin", storeId);
  const points = (id: string) =>
    scene.db.execute(
      `select a.balance from account a join loyalty_account l on l.id = a.loyalty_id
       where l.member_id = ? and a.unit = 'points'`,
      [id],
    ).then((rows) => Number(rows[0]!.balance));
  return {
    ...scene,
    till,
    points,
    /** For what the clock does. */
    clockDesk: () => openDesk(scene.house, programme, { now: scene.clock.now }),
    history: async (as: Caller) => (await scene.ask(listMyHistory, {}, as)).rows,
    idOf: async (as: Caller) => (await scene.ask(showMe, {}, as)).member.id,
    codeOf: async (as: Caller) =>
      (await scene.ask(openReferral, { body: { mark: markOf("referrer") } }, as)).code,
    /** Somebody joins at the till, brought by a code. */
    join: (referralCode?: string, name = "李明月") =>
      scene.ask(enrolByStaff, {
        key: newKey(),
        body: { name, ...(referralCode ? { referralCode } : {}) },
      }, till),
    buy: (card: string, fen: number) =>
      scene.ask(recordSale, {
        key: newKey(),
        body: {
          orderNo: `G-${serial++}`,
          member: { card },
          lines: [{ name: "五常大米 5kg", quantityMilli: 1000, amountFen: fen }],
          totalFen: fen,
          occurredAt: scene.clock.now,
        },
      }, till),
    giveBack: (sale: string, amountFen?: number) =>
      scene.ask(returnSale, {
        key: newKey(),
        params: { sale },
        body: amountFen === undefined ? {} : { lines: [{ n: 1, quantityMilli: 500, amountFen }] },
      }, till),
  };
};

export type Givers = Awaited<ReturnType<typeof openGivers>>;
