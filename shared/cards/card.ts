import * as z from "zod/mini";

/** What a card is made of: printed card, rotating code on a phone, Google or Apple pass. */
export const CardMedium = z.enum(["plastic", "ecard", "pass"]);
export type CardMedium = z.infer<typeof CardMedium>;

/** Only an active card serves. Replaced, returned and expired are final, but expired may be renewed. */
export const CardState = z.enum(["active", "frozen", "lost", "replaced", "returned", "expired"]);
export type CardState = z.infer<typeof CardState>;

/** How the member was recognised at a terminal. */
export const Presented = z.enum(["rotating-fresh", "rotating-stale", "static", "phone"]);
export type Presented = z.infer<typeof Presented>;

/** What proves that the holder is the member. */
export const SpendingProof = z.enum(["pin", "otp"]);
export type SpendingProof = z.infer<typeof SpendingProof>;

/** What a presented credential allows. */
export interface CardRights {
  earn: boolean;
  /** Show the member masked, and the balance. */
  identify: boolean;
  /** Redeem, offset, pay with stored value. */
  spend: boolean;
  /** True when a PIN or one-time code would turn `spend` on. */
  proofHelps: boolean;
}

const NEXT_STATES: Record<CardState, readonly CardState[]> = {
  active: ["frozen", "lost", "replaced", "returned", "expired"],
  frozen: ["active", "lost", "replaced", "returned", "expired"],
  lost: ["active", "replaced", "returned", "expired"],
  replaced: [],
  returned: [],
  expired: ["active", "replaced", "returned"],
};

/** True when a card may go from one state to the other. */
export function canBecome(from: CardState, to: CardState): boolean {
  return NEXT_STATES[from].includes(to);
}

/** The states that a card may go to from here. */
export function nextStates(from: CardState): readonly CardState[] {
  return NEXT_STATES[from];
}

/** Why a card does not serve (a problem and its field `state`), or null when it does. */
export function cardRefusal(
  state: CardState,
): null | { code: "card-frozen"; state: Exclude<CardState, "active"> } {
  return state === "active" ? null : { code: "card-frozen", state };
}

/**
 * The rights of a credential. Only a fresh rotating code spends by itself; a stale one, a printed
 * number, a pass and a typed phone number earn and identify, and spend after a PIN or one-time code.
 */
export function rightsOf(presented: Presented, proof: SpendingProof | null = null): CardRights {
  const spend = presented === "rotating-fresh" || proof !== null;
  return { earn: true, identify: true, spend, proofHelps: !spend };
}
