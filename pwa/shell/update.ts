import { type ReadonlySignal, signal } from "@preact/signals";
import type { Workbox } from "workbox-window";
import { BASE } from "./base.ts";

/** How often a page that stays open looks for a new version, in ms. */
const LOOK_EVERY_MS = 3_600_000;

const ready = signal(false);
let worker: Workbox | null = null;

/** A new version has been fetched and waits. */
export const updateReady: ReadonlySignal<boolean> = ready;

/** Registers the service worker, which makes the app work offline. Call after the first render. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const { Workbox } = await import("workbox-window");
  worker = new Workbox(`${BASE}sw.js`, { scope: BASE });
  worker.addEventListener("waiting", () => ready.value = true);
  await worker.register();
  setInterval(() => void worker?.update(), LOOK_EVERY_MS);
}

/** Lets the waiting version take over and starts again with it. */
export function applyUpdate(): void {
  worker?.addEventListener("controlling", () => location.reload());
  worker?.messageSkipWaiting();
}
