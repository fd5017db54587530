/// <reference lib="webworker" />
/** The terminal's service worker: the shell is there without network, everything else is asked of
 *  the server. A new version waits until the terminal is idle. @module */
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | PrecacheEntry)[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

const scope = new URL(self.registration.scope).pathname;
const shell = createHandlerBoundToURL(`${scope}index.html`);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.mode !== "navigate" || !url.pathname.startsWith(scope)) return;
  if (url.pathname.startsWith(`${scope}bench`)) return;
  event.respondWith(shell({ event, request, url }));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") void self.skipWaiting();
});
