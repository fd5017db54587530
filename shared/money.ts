/** Money and points are integers: fen and whole points. Nothing here rounds. @module */
import * as z from "zod/mini";

/** Above this no amount is accepted; it keeps every sum far from 2^53. */
export const amountMax = 1_000_000_000_000;

/** Price × quantity (thousandths), rounded to the nearest fen, halves up. */
export const amountOf = (priceFen: number, quantityMilli: number): number =>
  Number((BigInt(priceFen) * BigInt(quantityMilli) + 500n) / 1_000n);

/** Fen, more than 0. */
export const FenPaid = z.int().check(z.gte(1), z.lte(amountMax));
/** Fen, 0 or more. */
export const Fen = z.int().check(z.gte(0), z.lte(amountMax));
/** Points, 0 or more. */
export const Points = z.int().check(z.gte(0), z.lte(amountMax));
/** Points, of either sign. */
export const PointsSigned = z.int().check(z.gte(-amountMax), z.lte(amountMax));
/** Thousandths of a piece or of a kilogram, more than 0. */
export const QuantityMilli = z.int().check(z.gte(1), z.lte(1_000_000_000));
/** An instant: milliseconds since 1970. */
export const Instant = z.int().check(z.gte(0), z.lte(253_402_300_799_999));
/** A calendar day, YYYY-MM-DD. */
export const Day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
