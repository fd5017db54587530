/** What a page leaves behind on its device. @module */
import type { Page } from "playwright-core";

/** Everything that the origin keeps and shows, as one text: local and session storage, every
 *  database, every cache, cookies that scripts see, the address, the page itself. */
export const tracesOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      location.href,
      document.documentElement.outerHTML,
    ];
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        const objects = db.transaction(store).objectStore(store);
        const [keys, values] = [objects.getAllKeys(), objects.getAll()];
        found.push(JSON.stringify([name, store, await done(keys), await done(values)]));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        const type = kept?.headers.get("content-type") ?? "";
        found.push(request.url, /wasm|image\/png/.test(type) ? "" : await kept?.text() ?? "");
      }
    }
    return found.join("\n");
  });
