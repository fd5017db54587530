/** Which room of the counter is open, and who hears a scan. @module */
import { signal } from "@preact/signals";

/** The rooms with a tab and a key of their own. */
export type Tab = "sale" | "returns" | "claims" | "enrol" | "budget";
/** `queue`: what was done without network. */
export type Room = Tab | "queue";
export const ROOMS: readonly Tab[] = ["sale", "returns", "claims", "enrol", "budget"];

/** Function keys of the rooms. */
export const ROOM_KEYS: Record<Tab, string> = {
  sale: "F2",
  returns: "F4",
  claims: "F7",
  enrol: "F9",
  budget: "F1",
};

export const room = signal<Room>("sale");

/** A claim code scanned elsewhere, for the claims room to open with. */
export const claimCodeToOpen = signal<string | null>(null);

let hear: (text: string) => void = () => {};

/** The open room takes the scans from here on; the returned function gives them up. */
export function hearScans(listener: (text: string) => void): () => void {
  hear = listener;
  return () => {
    if (hear === listener) hear = () => {};
  };
}

/** A code from the scanner or the camera. */
export function scanned(text: string): void {
  dispatchEvent(new Event("jifu-scan"));
  hear(text);
}
