/** A sale as it is sent now or kept for later. @module */
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { Offset } from "../../shared/points/offset.ts";
import type { recordSale } from "../../shared/sales/endpoints.ts";
import { freshenMember, member, unchecked } from "../counter/member.ts";
import { keepSale, moment } from "../offline/keep.ts";
import { staff } from "../terminal/standing.ts";
import { toPricedInput } from "./discounts.ts";
import { nextOrderNo } from "./order.ts";
import { priced, totalFen } from "./sale-lines.ts";

export type SaleBody = BodyOf<typeof recordSale>;

/** Without an answer for this long a sale without spending goes into the queue, ms. */
export const PATIENCE_MS = 8_000;

/** What the screen and the paper say of a sale that is kept. */
export interface KeptSale {
  orderNo: string;
  at: number;
  totalFen: number;
  /** null: nobody's. */
  whose: "card" | "code" | "known" | null;
  name: string;
  /** It had been sent, and no answer came. */
  unsure: boolean;
}

/** The sale as it stands, with its number and moment. The moment goes with every sale: one whose
 *  answer is lost can then wait in the queue as it is.
 *  @throws Problem scan-expired, scan-earn-only */
export async function saleBody(agreed: Offset | null): Promise<SaleBody> {
  if (!await freshenMember()) throw new Problem("scan-expired");
  const known = member.value;
  if (agreed && known?.rights !== "spend") throw new Problem("scan-earn-only");
  const orderNo = await nextOrderNo();
  return {
    orderNo,
    member: whose(),
    lines: toPricedInput(priced.value),
    totalFen: totalFen.value,
    occurredAt: await moment(),
    ...(staff.value ? { soldBy: staff.value.id } : {}),
    ...(agreed ? { offset: { points: agreed.points, fen: agreed.fen } } : {}),
  };
}

function whose(): SaleBody["member"] {
  if (member.value) return { scanId: member.value.scanId };
  const read = unchecked.value;
  if (!read) return null;
  return read.kind === "card" ? { card: read.digits } : { code: read.digits, scannedAt: read.at };
}

/** What is said of it. */
export const keptOf = (body: SaleBody, unsure: boolean): KeptSale => ({
  orderNo: body.orderNo,
  at: body.occurredAt!,
  totalFen: body.totalFen,
  whose: member.value ? "known" : unchecked.value?.kind ?? null,
  name: member.value?.member.nameMasked ?? unchecked.value?.digits.slice(-4) ?? "",
  unsure,
});

/** On the disk before anything is shown as done. */
export async function payLater(body: SaleBody): Promise<KeptSale> {
  await keepSale(body);
  return keptOf(body, false);
}
