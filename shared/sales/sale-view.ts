/** What leaves the house about a sale: receipts, the sale with what is left to return, and what points
 *  could pay. @module */
import * as z from "zod/mini";
import { Fen, FenPaid, Id, Instant, Points, PointsSigned } from "../schema.ts";

/** Codes and numbers, see shared/points; screens make sentences of them. */
export const Reasons = z.array(z.record(z.string(), z.unknown()));

/** Points that paid, and the money they were worth. */
export const OffsetPaid = z.object({ points: Points, fen: Fen });

export const OffsetOfferView = z.object({
  /** So many points are worth so many fen. */
  points: Points,
  fen: Fen,
  stepPoints: Points,
  maxPoints: Points,
  maxFen: Fen,
  payableFen: Fen,
  boundBy: z.enum(["balance", "day", "sale", "share"]),
});
export const OffsetRefusedView = z.object({
  code: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const SaleReceipt = z.object({
  saleId: Id("sale"),
  orderNo: z.string(),
  totalFen: FenPaid,
  /** What was to be paid in money. */
  payFen: Fen,
  /** Points that paid for the rest. */
  offset: z.nullable(OffsetPaid),
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
  missed: Reasons,
});
export type SaleReceipt = z.infer<typeof SaleReceipt>;

export const SaleView = z.object({
  saleId: Id("sale"),
  orderNo: z.string(),
  storeId: Id("store"),
  totalFen: FenPaid,
  returnedFen: Fen,
  occurredAt: Instant,
  points: PointsSigned,
  /** Points that paid, and the money they were worth. */
  offset: z.nullable(OffsetPaid),
  memberNameMasked: z.nullable(z.string()),
  memberPhoneMasked: z.nullable(z.string()),
  lines: z.array(z.object({
    n: z.int(),
    name: z.string(),
    quantityMilli: z.int(),
    amountFen: Fen,
    leftMilli: z.int(),
    leftFen: Fen,
    /** The part that points paid, of the line and of what is left. */
    offsetFen: Fen,
    leftOffsetFen: Fen,
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

export const ReturnReceipt = z.object({
  returnId: Id("saleReturn"),
  saleId: Id("sale"),
  orderNo: z.string(),
  /** In money. */
  refundFen: Fen,
  /** Points that had paid and went back to their own lots. */
  offset: z.nullable(OffsetPaid),
  occurredAt: Instant,
  storeNameZh: z.string(),
  storeNameEn: z.string(),
  points: z.nullable(z.object({
    /** Taken back from lots. */
    taken: Points,
    /** Given, because what is kept earns more. */
    granted: Points,
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

/** Why a sale earned what it earned. */
export const SaleWhy = z.object({
  points: PointsSigned,
  /** null: nobody's sale. */
  rulesVersion: z.nullable(z.int()),
  rulesEffectiveFrom: z.nullable(Instant),
  reasons: Reasons,
  /** Rules that did not hold, each with the first condition that failed. */
  missed: Reasons,
  lots: z.array(z.object({ amount: PointsSigned, lapsesAt: z.nullable(Instant) })),
  /** Why points paid, where they did. */
  offset: Reasons,
});
export type SaleWhy = z.infer<typeof SaleWhy>;
