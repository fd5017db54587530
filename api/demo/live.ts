/** One life lived: enrolling, shopping, returning, claiming, through the verbs that the doors call,
 *  each as a command with its own key, so that an interrupted seed goes on where it stopped. @module */
import { Problem } from "../../shared/problems.ts";
import type { SaleReceipt } from "../../shared/sales/endpoints.ts";
import type * as z from "zod/mini";
import { settle } from "../db/settle.ts";
import { type Actor, type Desk, type House, openDesk } from "../desk.ts";
import { bookClaim, readCounter } from "../gifts/book-claim.ts";
import { cancelClaim } from "../gifts/cancel-claim.ts";
import { handOverClaim } from "../gifts/hand-over-claim.ts";
import { enrolAtTill } from "../members/enrol-by-staff.ts";
import { readHoldings } from "../points/holdings.ts";
import { recordSale } from "../sales/record-sale.ts";
import { returnSale } from "../sales/return-sale.ts";
import { fateOf, giftToWant } from "./choices.ts";
import { staff } from "./people.ts";
import { stores } from "./places.ts";
import type { NumberedVisit, PlannedLife } from "./plan.ts";

type Receipt = z.infer<typeof SaleReceipt>;
type Event = { at: number; run: () => Promise<void> };

const minute = 60_000;

/** A cashier of the store, the same for the same hour. */
export const cashierAt = (storeId: string, at: number): Actor => {
  const store = stores.find((s) => s.id === storeId)!;
  const there = staff.filter((s) => s.storeId === storeId && s.role === "cashier");
  const person = there[Math.floor(at / (4 * 60 * minute)) % there.length]!;
  return {
    role: "cashier",
    id: person.id,
    staffId: person.id,
    scope: { brandIds: [store.brandId], storeIds: [storeId] },
    brandId: store.brandId,
    storeId,
  };
};

export type Life = {
  /** Runs everything that happens before an instant. */
  until: (at: number) => Promise<void>;
};

export const openLife = (
  house: House,
  { name, shopper, visits, chance, ids }: PlannedLife,
): Life => {
  const own: House = { ...house, chance: ids.bytes };
  const events: Event[] = [];
  let card: string | null = null;
  let accountId = "";
  let level = 0;

  const deskAt = (storeId: string, at: number): Desk =>
    openDesk(own, cashierAt(storeId, at), { now: at });
  const plan = (at: number, run: () => Promise<void>): void => {
    const later = events.findIndex((e) => e.at > at);
    events.splice(later < 0 ? events.length : later, 0, { at, run });
  };

  const enrol = async (): Promise<void> => {
    const { phone, birthday, joinedAt, homeStoreId } = shopper!;
    const desk = deskAt(homeStoreId, joinedAt);
    const body = { phone, name: shopper!.name, ...(birthday ? { birthday } : {}) };
    const made = await enrolAtTill(desk, `demo:${name}:enrol`, body);
    card = made.cardNumber;
    accountId = made.accountId;
  };

  const shop = async (visit: NumberedVisit): Promise<void> => {
    const receipt = await recordSale(
      deskAt(visit.storeId, visit.at),
      `demo:sale:${visit.orderNo}`,
      {
        orderNo: visit.orderNo,
        member: card === null ? null : { card },
        lines: visit.lines,
        totalFen: visit.totalFen,
      },
    );
    if (receipt.points?.tierRaisedTo) level = Number(receipt.points.tierRaisedTo.at(-1));
    if (chance.happens(0.02)) planReturn(visit, receipt);
    if (shopper && chance.happens(shopper.looksAtGifts)) planClaim(visit, receipt);
  };

  const planReturn = (visit: NumberedVisit, receipt: Receipt): void => {
    const at = visit.at + chance.int(30, 5 * 24 * 60) * minute;
    const line = visit.lines.length > 1 && chance.happens(0.8)
      ? chance.int(1, visit.lines.length)
      : null;
    plan(at, async () => {
      const lines = line === null
        ? undefined
        : [{ n: line, quantityMilli: visit.lines[line - 1]!.quantityMilli }];
      await returnSale(deskAt(visit.storeId, at), `demo:return:${visit.orderNo}`, receipt.saleId, {
        lines,
        reason: chance.pick(["不新鲜", "买错规格", "包装破损", "家人已买"]),
      });
    });
  };

  const planClaim = (visit: NumberedVisit, receipt: Receipt): void => {
    const at = visit.at + chance.int(2, 9) * minute;
    const spendable = receipt.points?.spendable ?? 0;
    const giftId = giftToWant(shopper!.brandId, { spendable, level, at }, chance);
    const fate = fateOf(at, chance);
    if (giftId) plan(at, () => claim(giftId, visit.storeId, at, fate, visit.orderNo));
  };

  const claim = async (
    giftId: string,
    storeId: string,
    at: number,
    fate: ReturnType<typeof fateOf>,
    orderNo: string,
  ): Promise<void> => {
    const desk = deskAt(storeId, at);
    const booked = await settle(desk, `demo:claim:${orderNo}`, { giftId }, async () => {
      const [holdings, counter] = await Promise.all([
        readHoldings(desk, accountId),
        readCounter(desk, accountId, giftId, storeId),
      ]);
      return bookClaim(desk, holdings, counter, {});
    }).catch((refusal: unknown) => {
      // A return took the points, or the limit is reached: then there is no gift today.
      if (refusal instanceof Problem && refusal.status === 409) return null;
      throw refusal;
    });
    if (booked?.claim.state !== "open" || fate === null) return;
    const { claimId, expiresAt } = booked.claim;
    if (fate.at >= expiresAt) return;
    const end = fate.kind === "fetch" ? handOverClaim : cancelClaim;
    plan(fate.at, async () => {
      await end(deskAt(storeId, fate.at), `demo:end:${orderNo}`, claimId);
    });
  };

  if (shopper) plan(shopper.joinedAt, enrol);
  for (const visit of visits) plan(visit.at, () => shop(visit));

  return {
    until: async (instant) => {
      while (events[0] && events[0].at < instant) await events.shift()!.run();
    },
  };
};
