/** Doors of the sale: quote, ring up, find, return. The same ones serve our counter and any other
 *  till. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Fen, FenPaid, Id, Instant, Points, PointsSigned, QuantityMilli } from "../schema.ts";

export const OrderNo = z.string().check(z.regex(/^[\w./:-]{1,64}$/));
/** Codes and numbers, see shared/points; screens make sentences of them. */
export const Reasons = z.array(z.record(z.string(), z.unknown()));

export const SaleLineInput = z.strictObject({
  /** A known product by SKU or barcode; without one, name (and category) say what it is. */
  sku: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
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

const lines = z.array(SaleLineInput).check(z.minLength(1), z.maxLength(200));

export const quoteSale = endpoint({
  id: "quoteSale",
  method: "POST",
  path: "/api/sales/quote",
  who: "sale.quote",
  summary: "What a sale would earn, by the function that books it. Nothing is written.",
  body: z.strictObject({ member: z.optional(z.nullable(SaleMember)), lines }),
  answer: z.object({
    totalFen: Fen,
    points: Points,
    carryAfterMicro: z.int(),
    reasons: Reasons,
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

export const SaleReceipt = z.object({
  saleId: Id("sale"),
  orderNo: z.string(),
  totalFen: FenPaid,
  occurredAt: Instant,
  storeNameZh: z.string(),
  storeNameEn: z.string(),
  /** null: nobody's sale. */
  points: z.nullable(z.object({
    earned: Points,
    debtRepaid: Points,
    spendable: Points,
    pending: Points,
    debt: Points,
    carryMicro: z.int(),
    lapsesAt: z.nullable(Instant),
    tierRaisedTo: z.nullable(Id("tier")),
    nameMasked: z.string(),
    journalId: Id("journal"),
  })),
  reasons: Reasons,
});
export type SaleReceipt = z.infer<typeof SaleReceipt>;

export const recordSale = endpoint({
  id: "recordSale",
  method: "POST",
  path: "/api/sales",
  who: "sale.record",
  summary: "Books a sale and its points, once per order number and store.",
  body: z.strictObject({
    orderNo: OrderNo,
    member: z.optional(z.nullable(SaleMember)),
    lines,
    /** The till's own sum of the lines, checked. */
    totalFen: FenPaid,
    /** When it happened, if not now: at most 72 hours back for a till, any past for integration keys. */
    occurredAt: z.optional(Instant),
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
  ],
});

export const SaleView = z.object({
  saleId: Id("sale"),
  orderNo: z.string(),
  storeId: Id("store"),
  totalFen: FenPaid,
  returnedFen: Fen,
  occurredAt: Instant,
  points: PointsSigned,
  memberNameMasked: z.nullable(z.string()),
  memberPhoneMasked: z.nullable(z.string()),
  lines: z.array(z.object({
    n: z.int(),
    name: z.string(),
    quantityMilli: z.int(),
    amountFen: Fen,
    leftMilli: z.int(),
    leftFen: Fen,
  })),
  returns: z.array(z.object({
    returnId: Id("saleReturn"),
    at: Instant,
    refundFen: Fen,
    pointsTaken: Points,
    pointsOwed: Points,
  })),
});
export type SaleView = z.infer<typeof SaleView>;

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
  problems: [],
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

export const ReturnReceipt = z.object({
  returnId: Id("saleReturn"),
  saleId: Id("sale"),
  orderNo: z.string(),
  refundFen: Fen,
  occurredAt: Instant,
  storeNameZh: z.string(),
  storeNameEn: z.string(),
  points: z.nullable(z.object({
    /** Taken back from lots. */
    taken: Points,
    /** What was already spent and is now owed. */
    owed: Points,
    spendable: Points,
    debt: Points,
    carryMicro: z.int(),
    nameMasked: z.string(),
  })),
  lines: z.array(
    z.object({ n: z.int(), name: z.string(), quantityMilli: z.int(), amountFen: Fen }),
  ),
  reasons: Reasons,
});
export type ReturnReceipt = z.infer<typeof ReturnReceipt>;

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
    reason: z.optional(z.string().check(z.maxLength(200))),
    /** When it happened, as for a sale. */
    occurredAt: z.optional(Instant),
  }),
  answer: ReturnReceipt,
  status: 201,
  once: true,
  problems: ["not-found", "return-too-large", "sale-returned", "over-limit", "time-refused"],
});
