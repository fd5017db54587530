import { effect } from "@preact/signals";
import { terminal } from "../terminal/standing.ts";

export type Density = "kiosk" | "counter" | "console";

/** Sizes everything for fingers, or for mouse and keys. */
export function setDensity(density: Density): void {
  const root = document.documentElement;
  if (root.dataset.density === density) return;
  root.dataset.density = density;
  // Chromium 156 may keep the old size of a rem for what it has drawn before; drawing anew cures it.
  document.body.style.display = "none";
  void document.body.offsetWidth;
  document.body.style.display = "";
}

/** Follows the use of the device; before it has one, its shape. */
export function followDensity(): void {
  effect(() => {
    const portrait = innerHeight > innerWidth;
    setDensity(terminal.value?.terminal.kind ?? (portrait ? "kiosk" : "counter"));
  });
}
