/** An order moves on: packed, shipped, received, returned, or cancelled. @module */
import { sql } from "drizzle-orm";
import type { stepGiftOrder as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { receiveMyOrder as myDoor } from "../../shared/gifts/endpoints.ts";
import { type OrderState, receivedAfterDays, statesAfter } from "../../shared/gifts/order.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import { type Desk, openDesk, programme } from "../desk.ts";
import { queueMessage } from "../push/queue-message.ts";
import { claimById, type ClaimViewRow, insertClaimEnd } from "./claim-queries.ts";
import { type OfficeOrder, officeOrder, officeOrders } from "./list-gift-orders.ts";
import { shippedBefore } from "./order-queries.ts";
import { orderStep } from "./place-order.ts";
import { readClaimed, releaseClaim } from "./release-claim.ts";
import { afterStep, claimView } from "./views.ts";

const dayMs = 86_400_000;

/** An order that has come this far. @throws Problem not-found, order-moved if it cannot go there */
const orderGoingTo = (row: ClaimViewRow | undefined, to: OrderState): ClaimViewRow => {
  if (!row || row.order_state === null) throw new Problem("not-found");
  if (!statesAfter(row.order_state).includes(to)) {
    throw new Problem("order-moved", { state: row.order_state });
  }
  return row;
};

/** Moves an order on for the office. Cancelled or returned, its points and pieces go back where they
 *  came from; written off, the pieces do not.
 *  @throws Problem not-found (also out of scope), order-moved when it is further already */
export const stepGiftOrder = async (
  desk: Desk,
  key: string,
  claimId: string,
  body: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const read = async () => {
    const [row] = await desk.db.cold.all<OfficeOrder>(
      sql`${officeOrders} where o.claim_id = ${claimId}`,
    );
    if (!row) throw new Problem("not-found");
    mustReach(desk, row.brand_id, row.store_id);
    return row;
  };
  let memberId: string | null = null;
  const answer = await settle(desk, key, { claimId, ...body }, async () => {
    const [order, claimed] = await Promise.all([read(), readClaimed(desk, claimId)]);
    const row = orderGoingTo(claimed.row, body.to);
    memberId = row.member_id;
    const note = isBack(body) ? body.note : "";
    const steps = JSON.parse(order.steps) as unknown[];
    const moved: OfficeOrder = {
      ...order,
      ...(body.to === "shipped" ? { carrier: body.carrier, tracking: body.tracking } : {}),
      state: body.to,
      steps: JSON.stringify([...steps, [body.to, desk.now, note]]),
    };
    const audit = auditRow(desk, {
      action: `order.${body.to}`,
      subject: claimId,
      before: { state: order.state },
      after: { ...body, number: order.number },
      brandId: order.brand_id,
      storeId: order.store_id,
    });
    const released = isBack(body)
      ? releaseClaim(desk, claimed, "cancelled", {
        note,
        step: body.to,
        writtenOff: body.to === "returned" && !body.restock,
      })
      : { writes: rowsOf(desk, row, body), touches: [claimId] };
    return {
      answer: { order: officeOrder(desk, moved) },
      writes: [...released.writes, audit],
      touches: released.touches,
    };
  });
  if (memberId) desk.nudge(memberId);
  return answer;
};

type Body = BodyOf<typeof door>;
type Back = Extract<Body, { to: "cancelled" | "returned" }>;
type Going = Exclude<Body, Back>;

/** Does this step give back what the order took? */
const isBack = (body: Body): body is Back => body.to === "cancelled" || body.to === "returned";

const rowsOf = (desk: Desk, row: ClaimViewRow, going: Going): Write[] => {
  if (going.to === "received") return receivedRows(desk, row);
  if (going.to === "packed") return [orderStep(desk, row.id, "packed")];
  const { carrier, tracking } = going;
  return [
    orderStep(desk, row.id, "shipped", { carrier, tracking }),
    queueMessage(desk, {
      channel: "push",
      kind: "order-shipped",
      memberId: row.member_id,
      topic: row.id,
      language: row.member_language === "en" ? "en" : "zh-CN",
      fields: { giftNameZh: row.gift_zh, giftNameEn: row.gift_en, carrier, tracking },
      expiresAt: desk.now + receivedAfterDays * dayMs,
    }),
  ];
};

const receivedRows = (desk: Desk, row: ClaimViewRow): Write[] => [
  orderStep(desk, row.id, "received"),
  insertClaimEnd.row({
    claim_id: row.id,
    state: "handed-over",
    at: desk.now,
    store_id: row.store_id,
    terminal_id: null,
    staff_id: desk.actor.staffId ?? null,
    journal_id: null,
  }),
];

/** The member says that the parcel has come.
 *  @throws Problem not-found (another member's too), order-moved when it is not on its way */
export const receiveMyOrder = (
  desk: Desk,
  key: string,
  claimId: string,
): Promise<AnswerOf<typeof myDoor>> =>
  settle(desk, key, { claimId }, async () => {
    const [found] = await desk.db.read(claimById, [claimId]);
    if (found?.member_id !== desk.actor.memberId) throw new Problem("not-found");
    const row = orderGoingTo(found, "received");
    const moved = { ...row, ...afterStep(row, "received", desk.now) };
    const ended = { ended_as: "handed-over" as const, ended_at: desk.now };
    return {
      answer: { claim: claimView({ ...moved, ...ended }, desk.now) },
      writes: receivedRows(desk, row),
      touches: [claimId],
    };
  });

/** Parcels that nobody has spoken of for long count as received. Running it twice adds nothing.
 *  @returns how many */
export const receiveOverdue = async (desk: Desk): Promise<number> => {
  const due = await desk.db.read(shippedBefore, [desk.now - receivedAfterDays * dayMs]);
  const results = await Promise.all(due.map(({ claim_id: claimId }) => {
    const own = openDesk(desk, programme, { now: desk.now });
    return settle(own, `order-received:${claimId}`, { claimId }, async () => {
      const [row] = await own.db.read(claimById, [claimId]);
      const still = row?.order_state === "shipped";
      return {
        answer: still ? 1 : 0,
        writes: still ? receivedRows(own, row) : [],
        touches: [claimId],
      };
    }).catch(() => 0);
  }));
  return results.reduce((sum, n) => sum + n, 0);
};
