import { type ReadonlySignal, signal } from "@preact/signals";

const now = signal(navigator.onLine);

/** Whether the phone believes it has a network. */
export const online: ReadonlySignal<boolean> = now;

addEventListener("online", () => now.value = true);
addEventListener("offline", () => now.value = false);
