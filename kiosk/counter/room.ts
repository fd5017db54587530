/** Which room of the counter is open, and who hears a scan. @module */
import { signal } from "@preact/signals";

export type Room = "sale" | "returns" | "claims" | "enrol" | "budget";
export const ROOMS: readonly Room[] = ["sale", "returns", "claims", "enrol", "budget"];

/** Function keys of the rooms. */
export const ROOM_KEYS: Record<Room, string> = {
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
