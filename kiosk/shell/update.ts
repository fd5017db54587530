import { signal } from "@preact/signals";
import type { Workbox } from "workbox-window";

/** How often a terminal that runs for weeks looks for a new version, in ms. */
const LOOK_EVERY_MS = 15 * 60_000;

const waiting = signal(false);
let worker: Workbox | null = null;

/** Registers the service worker, which lets the terminal start without network. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const { Workbox } = await import("workbox-window");
  const base = import.meta.env.BASE_URL;
  worker = new Workbox(`${base}sw.js`, { scope: base });
  worker.addEventListener("waiting", () => waiting.value = true);
  await worker.register();
  setInterval(() => void worker?.update(), LOOK_EVERY_MS);
}

/**
 * Takes a waiting version now, without asking. Call where nobody is in the middle of anything:
 * on the attract screen and while the counter is locked.
 */
export function updateIfWaiting(): void {
  if (!waiting.value || !worker) return;
  waiting.value = false;
  worker.addEventListener("controlling", () => location.reload());
  worker.messageSkipWaiting();
}
