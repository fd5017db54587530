import { type ReadonlySignal, signal } from "@preact/signals";

const DISMISSED = "jifu.install-later";
/** A member who said "later" is asked again after this long. */
const AGAIN_AFTER_MS = 30 * 86_400_000;

interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: string }>;
}

const offer = signal<"no" | "prompt" | "ios">("no");
let asked: InstallEvent | null = null;

/** Whether the app may be put on the home screen: by our button, or by hand on iOS. */
export const canInstall: ReadonlySignal<"no" | "prompt" | "ios"> = offer;

/** True when the app already runs from the home screen. */
export function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches ||
    Reflect.get(navigator, "standalone") === true;
}

/** True on iPhones and iPads, where only the Share menu installs. */
export function isIos(): boolean {
  return /iPhone|iPad|iPod/.test(navigator.userAgent);
}

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  asked = event as InstallEvent;
  if (!saidLater()) offer.value = "prompt";
});
addEventListener("appinstalled", () => offer.value = "no");
if (isIos() && !isInstalled() && !saidLater()) offer.value = "ios";

/** Shows the browser's own question. Resolves true when the member agreed. */
export async function install(): Promise<boolean> {
  if (!asked) return false;
  const { outcome } = await asked.prompt();
  asked = null;
  offer.value = "no";
  return outcome === "accepted";
}

/** "Later": the offer stays away for a month; the row under "Me" remains. */
export function dismissInstall(): void {
  offer.value = "no";
  try {
    localStorage.setItem(DISMISSED, String(Date.now()));
  } catch {
    // Not remembered; the next visit asks again.
  }
}

function saidLater(): boolean {
  try {
    return Date.now() - Number(localStorage.getItem(DISMISSED) ?? 0) < AGAIN_AFTER_MS;
  } catch {
    return false;
  }
}
