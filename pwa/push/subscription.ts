import { subscribePush, unsubscribePush } from "../../shared/push/endpoints.ts";
import { ask } from "../shell/api.ts";
import { isInstalled, isIos } from "../shell/install.ts";

/** Whether this phone can be told things, and whether it is. */
export type PushStanding = "on" | "off" | "denied" | "missing" | "ios-install";

/** How long the browser may take to get an address from its push service, in ms. */
const PATIENCE_MS = 20_000;

/** Looks at the browser; asks nobody. */
export async function pushStanding(): Promise<PushStanding> {
  if (isIos() && !isInstalled()) return "ios-install";
  if (!("serviceWorker" in navigator && "PushManager" in globalThis)) return "missing";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration();
  return await registration?.pushManager.getSubscription() ? "on" : "off";
}

/**
 * Asks the member, then the browser's push service, then tells the house where to send. Without an
 * answer from the push service it gives up. Call it from a tap.
 * @throws Problem, Unreachable, or what the browser says
 */
export async function subscribe(vapidPublicKey: string): Promise<PushStanding> {
  if (await Notification.requestPermission() !== "granted") return "denied";
  const registration = await navigator.serviceWorker.ready;
  const subscription = await within(
    PATIENCE_MS,
    registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: vapidPublicKey,
    }),
  );
  const { endpoint, keys } = subscription.toJSON();
  try {
    await ask(subscribePush, {
      body: {
        endpoint: endpoint ?? "",
        keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" },
      },
    });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
  return "on";
}

/** Ends the subscription on both sides. @throws Problem, Unreachable */
export async function unsubscribe(): Promise<PushStanding> {
  await ask(unsubscribePush, {});
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  return "off";
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<T>((_, reject) => setTimeout(() => reject(new Error("push service silent")), ms)),
  ]);
}
