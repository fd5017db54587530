/** What the cashier agrees with the customer before the money is taken. @module */
import { computed } from "@preact/signals";
import type { Offset } from "../../shared/points/offset.ts";
import { payFen, used } from "./paying.ts";

export interface Agreed {
  /** In money. */
  payFen: number;
  /** The points that pay the rest; null: none do. */
  offset: Offset | null;
}

/** As the basket stands. Without network points do not pay, so it is no word on what was agreed. */
export const sumNow = computed((): Agreed => ({ payFen: payFen.value, offset: used.value }));

/** Is it still what was agreed? */
export const isSame = (a: Agreed, b: Agreed): boolean =>
  a.payFen === b.payFen && a.offset?.points === b.offset?.points;

export const grossFen = ({ payFen, offset }: Agreed): number => payFen + (offset?.fen ?? 0);
