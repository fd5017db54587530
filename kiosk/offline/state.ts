/** What the frame shows of the queue. Small: the queue itself comes after the first screen.
 *  @module */
import { signal } from "@preact/signals";

export interface Tally {
  /** To be sent. */
  waiting: number;
  /** Refused by the house and handed over; open tasks of the store are counted by the house. */
  refused: number;
}

export const tally = signal<Tally>({ waiting: 0, refused: 0 });
/** The key of what is being sent now. */
export const sendingKey = signal<string | null>(null);
/** What waits cannot be sent before somebody signs in. */
export const needsPerson = signal(false);
