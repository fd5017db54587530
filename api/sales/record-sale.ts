/** Books a sale and its points, once per order number and store. @module */
import { allows } from "../../shared/access.ts";
import { CLOCK_AHEAD_MS, LATE_MAX_MS } from "../../shared/offline/late.ts";
import { type Offset, useOffset } from "../../shared/points/offset.ts";
import { Problem } from "../../shared/problems.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { recordSale as door, SaleReceipt } from "../../shared/sales/endpoints.ts";
import type { DiscountSource } from "../../shared/tiers/discount.ts";
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import {
  endTask,
  insertLateSale,
  ownTask,
  taskById,
  type TaskWithEnd,
} from "../offline/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { checkDiscounts } from "../tiers/check-discounts.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { bookSale } from "./book-sale.ts";
import type { LateCard } from "./late-member.ts";
import { offsetGround, type Terms } from "./judge-sale.ts";
import { placeOfSale } from "./queries.ts";
import { type ResolvedLine, resolveLines } from "./resolve-lines.ts";
import { saleMember, type Whose } from "./sale-member.ts";
import type * as z from "zod/mini";

type Body = BodyOf<typeof door>;
type Receipt = z.infer<typeof SaleReceipt>;

/** When a sale happened, as the till says: a till's own clock is trusted for 72 hours back, an
 *  integration key (a migration, an import) for any past. A task is booked by a person, who answers
 *  for any past; a moment ahead, which a wrong clock has left in it, is now.
 *  @throws Problem time-refused */
export const occurredAt = (desk: Desk, said: number | undefined, byTask = false): number => {
  if (said === undefined) return desk.now;
  const anyPast = byTask || desk.actor.role === "integration";
  const ahead = !byTask && said > desk.now + CLOCK_AHEAD_MS;
  if (ahead || (!anyPast && said < desk.now - LATE_MAX_MS)) throw new Problem("time-refused");
  return Math.min(said, desk.now);
};

/** The task that this booking settles. @throws Problem not-found, task-ended, task-overdue */
const settledTask = async (desk: Desk, { task, occurredAt: said }: Body) => {
  if (!task) return null;
  const [row] = await desk.db.read(taskById, [task.id]);
  const found = ownTask(desk, row, ["sale"]);
  const overdue = said !== undefined && said < desk.now - LATE_MAX_MS;
  if (overdue && !allows(desk.actor, "offline.overdue")) throw new Problem("task-overdue");
  return found;
};

/** From here on a sale came late, whoever sends it. */
const LATE_FROM_MS = 60_000;

/** What is noted of a sale that was made without network, or that settles a task. */
const lateWrites = (
  desk: Desk,
  body: Body,
  { saleId, occurredAt }: Receipt,
  late: LateCard | undefined,
  task: TaskWithEnd | null,
): Write[] => [
  ...(late ? late.used(saleId) : []),
  // Who sends it at once, and is who rang it up, stands on the sale.
  ...(body.soldBy && (body.soldBy !== desk.actor.staffId || desk.now - occurredAt > LATE_FROM_MS)
    ? [insertLateSale.row({
      sale_id: saleId,
      sold_by: body.soldBy,
      sent_by: desk.actor.staffId ?? null,
      via: body.member ? Object.keys(body.member)[0]! : "none",
    })]
    : []),
  ...(task
    ? endTask(desk, task, { state: "booked", reason: body.task!.reason, result: saleId })
    : []),
];

/** @throws Problem amount-invalid, sale-mismatch, time-refused, product-unknown, order-exists, what
 *  saleMember and settledTask refuse, scan-earn-only, what shared/points/offset.ts refuses and changed-meanwhile,
 *  in that order */
export const recordSale = async (desk: Desk, key: string, body: Body): Promise<Receipt> => {
  let memberId: string | null = null;
  const receipt = await settle(desk, key, body, async () => {
    const { storeId, brandId } = desk.actor;
    if (!storeId || !brandId) throw new Problem("not-allowed", { permission: "sale.record" });
    const at = occurredAt(desk, body.occurredAt, body.task !== undefined);
    const [goods, whose, [place], sources, task] = await Promise.all([
      resolveLines(desk, brandId, body.lines),
      saleMember(desk, body.member, { booking: true, at, lots: body.offset !== undefined }),
      desk.db.read(placeOfSale, [storeId, at, body.orderNo]),
      claimedDiscounts(desk, body),
      settledTask(desk, body),
    ]);
    if (goods.totalFen === 0) throw new Problem("amount-invalid");
    if (goods.totalFen !== body.totalFen) {
      throw new Problem("sale-mismatch", { expectedFen: goods.totalFen });
    }
    if (!place || place.state !== "open") throw new Problem("not-found");
    if (place.taken_by) throw new Problem("order-exists", { saleId: place.taken_by });
    memberId = whose?.holdings.memberId ?? null;
    const discounts = checkDiscounts(goods.lines, sources);
    const terms = { id: place.rules_id, rules: parsedRules({ body: place.rules_body }) };
    const offset = wantedOffset(desk, body, goods.lines, terms, whose);
    const { orderNo } = body;
    const b = bookSale(desk, { orderNo, at, place, terms, ...goods, whose, offset, discounts });
    const late = lateWrites(desk, body, b.answer, whose?.late, task);
    const touches = [...b.touches, ...(whose?.late ? [whose.late.cardId] : [])];
    return { ...b, writes: [...b.writes, ...late], touches };
  });
  if (memberId) desk.nudge(memberId);
  return receipt;
};

/** What the member may have taken off, read only when the till says that it took something off. */
const claimedDiscounts = (desk: Desk, { member, lines }: Body): Promise<DiscountSource[]> =>
  member && !("code" in member) && lines.some((line) => line.discount)
    ? discountsOf(desk, "scanId" in member ? member.scanId : member.card)
    : Promise.resolve([]);

/** The points that are to pay. What was booked late cannot have been paid so: points need the network.
 *  @throws Problem time-refused, scan-earn-only, what useOffset refuses, changed-meanwhile */
const wantedOffset = (
  desk: Desk,
  { offset, occurredAt: said }: Body,
  lines: readonly ResolvedLine[],
  { rules }: Terms,
  whose: Whose | null,
): Offset | null => {
  if (!offset) return null;
  if (said !== undefined && said < desk.now - CLOCK_AHEAD_MS) throw new Problem("time-refused");
  if (whose?.rights !== "spend") throw new Problem("scan-earn-only");
  const used = useOffset(rules.offset, lines, offsetGround(desk, whose), offset.points);
  if ("refused" in used) throw new Problem(used.refused, used.fields);
  if (offset.fen !== undefined && offset.fen !== used.fen) throw new Problem("changed-meanwhile");
  return used;
};
