/** The building blocks that most schemas use, in one import. @module */
export { Id } from "./ids.ts";
export { Day, Fen, FenPaid, Instant, Points, PointsSigned, QuantityMilli } from "./money.ts";
