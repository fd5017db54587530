import { effect } from "@preact/signals";
import { terminal } from "../terminal/standing.ts";

export type Density = "kiosk" | "counter" | "console";

/** Sizes everything for fingers, or for mouse and keys. */
export function setDensity(density: Density): void {
  document.documentElement.dataset.density = density;
}

/** Follows the use of the device; before it has one, its shape. */
export function followDensity(): void {
  effect(() => {
    const portrait = innerHeight > innerWidth;
    setDensity(terminal.value?.terminal.kind ?? (portrait ? "kiosk" : "counter"));
  });
}
