/** What the enrolment room has to hand over. It outlives the room: whoever goes elsewhere while the
 *  answer is on its way, or is locked out, still finds the new card's number. @module */
import { signal } from "@preact/signals";

export interface Issued {
  /** 16 digits. */
  number: string;
  /** null: one more card for somebody who is a member already. */
  signUpPoints: number | null;
}

/** The card that was issued last, until it has been handed over. */
export const issued = signal<Issued | null>(null);
/** An enrolment was kept for when the network is back. */
export const kept = signal(false);
