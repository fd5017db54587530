/** Doors of the sale: quote, ring up, find, return. The same ones serve our counter and any other
 *  till. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { SettledTask } from "../offline/task.ts";
import { offsetRefusals } from "../points/offset.ts";
import { Fen, FenPaid, Id, Instant, Points, QuantityMilli } from "../schema.ts";
import { SaleGround } from "./ground-view.ts";
import {
  OffsetOfferView,
  OffsetPaid,
  OffsetRefusedView,
  Reasons,
  ReturnReceipt,
  SaleReceipt,
  SaleView,
  SaleWhy,
} from "./sale-view.ts";

export { Reasons, ReturnReceipt, SaleReceipt, SaleView };

export const OrderNo = z.string().check(z.regex(/^[\w./:-]{1,64}$/));
export const SaleLineInput = z.strictObject({
  /** A known product by SKU or barcode; without one, name (and category) say what it is. */
  sku: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  name: z.optional(PlainText(120, 1)),
  categoryCode: z.optional(z.string().check(z.maxLength(64))),
  /** Thousandths: 1 piece is 1000, 0.532 kg is 532. */
  quantityMilli: QuantityMilli,
  /** What the line was sold for, fen, after all discounts. */
  amountFen: Fen,
  /** The member's discount in it, where the till gave one: checked against what the member has. */
  discount: z.optional(z.strictObject({
    /** Price × quantity before it; for known products the list price holds. */
    listFen: FenPaid,
    offPercent: z.int().check(z.gte(1), z.lte(100)),
  })),
});
export type SaleLineInput = z.infer<typeof SaleLineInput>;

/** Whose sale: a scan, or (to earn only) a plastic card number; nobody is fine too. */
export const SaleMember = z.union([
  z.strictObject({ scanId: Id("scan") }),
  z.strictObject({ card: z.string().check(z.regex(/^\d{16}$/)) }),
]);

/** The rotating code that a till without network read; it is judged for that moment and earns only. */
const LateMember = z.strictObject({
  code: z.string().check(z.regex(/^\d{26}$/)),
  scannedAt: Instant,
});

/** Points that are to pay for a part of the sale. */
const OffsetWish = z.strictObject({
  points: z.int().check(z.gte(1), z.lte(1e9)),
  /** What the till took them for, fen: another worth now is refused. */
  fen: z.optional(Fen),
});
const lines = z.array(SaleLineInput).check(z.minLength(1), z.maxLength(200));

export const quoteSale = endpoint({
  id: "quoteSale",
  method: "POST",
  path: "/api/sales/quote",
  who: "sale.quote",
  summary: "What a sale would earn, by the function that books it. Nothing is written.",
  body: z.strictObject({
    member: z.optional(z.nullable(SaleMember)),
    lines,
    offset: z.optional(OffsetWish),
  }),
  answer: z.object({
    totalFen: Fen,
    points: Points,
    carryAfterMicro: z.int(),
    reasons: Reasons,
    /** Rules that did not hold, each with the first condition that failed. */
    missed: z.optional(Reasons),
    /** Paying with points: what may be used, or why not; and what the wish comes to. */
    offset: z.optional(z.object({
      offer: z.nullable(OffsetOfferView),
      refused: z.nullable(OffsetRefusedView),
      used: z.nullable(OffsetPaid),
      /** Points can be spent with this member as it was named: a scan that may spend. */
      allowed: z.boolean(),
    })),
    /** What is to be paid in money. */
    payFen: z.optional(Fen),
    /** What the member's tier or category takes off each line at the amounts given; give it with
     *  the sale as `discount`, and the line's amount after it. Lines without one are left out. */
    discounts: z.optional(z.array(z.object({
      n: z.int(),
      offPercent: z.int(),
      discountFen: Fen,
      amountFen: Fen,
      source: z.enum(["tier", "category"]),
      nameZh: z.string(),
      nameEn: z.string(),
    }))),
  }),
  problems: ["scan-expired", "product-unknown", "amount-invalid"],
});

export const showSaleGround = endpoint({
  id: "showSaleGround",
  method: "GET",
  path: "/api/scans/:scan/ground",
  who: "sale.quote",
  summary: "What the rules in force ask of the scanned member, for a till that previews by itself.",
  answer: SaleGround,
  problems: ["scan-expired", "member-frozen"],
});

export const recordSale = endpoint({
  id: "recordSale",
  method: "POST",
  path: "/api/sales",
  who: "sale.record",
  summary: "Books a sale and its points, once per order number and store.",
  body: z.strictObject({
    orderNo: OrderNo,
    member: z.optional(z.nullable(z.union([SaleMember, LateMember]))),
    lines,
    /** The till's own sum of the lines, checked. */
    totalFen: FenPaid,
    /** When it happened, if not now: at most 72 hours back for a till, any past for integration keys.
     *  The programme of that moment holds, and a scan that was open then. */
    occurredAt: z.optional(Instant),
    /** Points that pay for a part of it; needs a scan that may spend. */
    offset: z.optional(OffsetWish),
    /** Who rang it up without network, as the till says, if somebody else sends it. */
    soldBy: z.optional(Id("staff")),
    /** The task that this booking settles; then it may lie further back (offline.overdue). */
    task: z.optional(SettledTask),
  }),
  answer: SaleReceipt,
  status: 201,
  once: true,
  problems: [
    "amount-invalid",
    "sale-mismatch",
    "time-refused",
    "product-unknown",
    "scan-expired",
    "scan-used",
    "card-code-invalid",
    "card-frozen",
    "member-frozen",
    "order-exists",
    "discount-refused",
    "scan-earn-only",
    ...offsetRefusals,
    "changed-meanwhile",
    "code-malformed",
    "card-code-skewed",
    "card-code-used",
    "too-many",
    "not-found",
    "task-ended",
    "task-overdue",
  ],
});

export const findSales = endpoint({
  id: "findSales",
  method: "GET",
  path: "/api/sales",
  who: "sale.find",
  summary: "Sales of the caller's store, newest first, by order number or the scanned member.",
  query: z.object({
    orderNo: z.optional(z.string().check(z.maxLength(64))),
    scanId: z.optional(Id("scan")),
    before: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(50))),
  }),
  answer: z.object({ sales: z.array(SaleView), nextBefore: z.nullable(z.int()) }),
  problems: ["scan-expired"],
});

export const showSale = endpoint({
  id: "showSale",
  method: "GET",
  path: "/api/sales/:sale",
  who: "sale.find",
  summary: "One sale with what is left to return.",
  answer: SaleView,
  problems: ["not-found"],
});

export const whySale = endpoint({
  id: "whySale",
  method: "GET",
  path: "/api/sales/:sale/why",
  who: "sale.find",
  summary:
    "Why a sale earned what it earned: rules, arithmetic, lots, and which rules did not hold.",
  answer: SaleWhy,
  problems: ["not-found"],
});

export const returnSale = endpoint({
  id: "returnSale",
  method: "POST",
  path: "/api/sales/:sale/returns",
  who: "sale.return",
  summary: "Returns all or part of a sale; points follow the return.",
  body: z.strictObject({
    /** Lines to return; leave out to return all that is left. */
    lines: z.optional(
      z.array(z.strictObject({
        n: z.int().check(z.gte(1), z.lte(200)),
        quantityMilli: QuantityMilli,
        /** Refund for this part; the fair share of the line if left out. */
        amountFen: z.optional(Fen),
      })).check(z.minLength(1), z.maxLength(200)),
    ),
    reason: z.optional(PlainText(200)),
    /** When it happened, as for a sale. */
    occurredAt: z.optional(Instant),
  }),
  answer: ReturnReceipt,
  status: 201,
  once: true,
  problems: [
    "not-found",
    "return-late",
    "return-too-large",
    "sale-returned",
    "over-limit",
    "time-refused",
  ],
});
