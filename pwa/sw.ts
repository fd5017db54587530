/// <reference lib="webworker" />
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { readNotice } from "./push/notice.ts";

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | PrecacheEntry)[];
};

// The app's own files only. Nothing that belongs to a member is ever put into a cache.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// A page opened before the worker was there must be reachable from a notification's tap.
clientsClaim();

const scope = new URL(self.registration.scope).pathname;
const page = createHandlerBoundToURL(`${scope}index.html`);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.mode !== "navigate" || !url.pathname.startsWith(scope)) return;
  if (url.pathname.startsWith(`${scope}bench`)) return;
  event.respondWith(page({ event, request, url }));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("push", (event) => {
  const notice = readNotice(event.data?.text() ?? "");
  event.waitUntil(self.registration.showNotification(notice.title, {
    body: notice.body,
    tag: notice.tag,
    icon: `${scope}icon-192.png`,
    badge: `${scope}badge-96.png`,
    lang: notice.lang,
    data: { url: notice.url },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const wanted = new URL(event.notification.data?.url ?? "", self.registration.scope);
  // A message can only lead into the app itself.
  const target = wanted.origin === self.location.origin && wanted.pathname.startsWith(scope)
    ? wanted.href
    : self.registration.scope;
  event.waitUntil(show(target));
});

async function show(target: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((each) => new URL(each.url).pathname.startsWith(scope));
  if (!open) {
    await self.clients.openWindow(target);
    return;
  }
  await open.focus();
  await open.navigate(target);
}
