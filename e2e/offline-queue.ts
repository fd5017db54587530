/** The queue of a till, filled up and delivered again by somebody else. @module */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Db } from "../api/db/open.ts";
import { demoMember } from "../api/demo/people.ts";
import { composeStaticNumber } from "../shared/cards/card-code.ts";
import type { Till } from "./till.ts";

/** What waits in the end: with the four that staff make on the screen. */
export const QUEUED = 500;
/** Operations of these that the house will refuse: a card that nobody has, an order number that is
 *  taken, a phone that is a member's, goods that nobody knows. */
export const REFUSED = 4;
/** These goods. */
export const UNKNOWN = [
  { sku: "880001", quantityMilli: 1000, amountFen: 100 },
  { sku: "880002", quantityMilli: 532, amountFen: 60 },
];

const nobodys = composeStaticNumber("999999999999");

const saleBody = (orderNo: string, i: number, member: object | null, at: number) => {
  const amountFen = 100 + i;
  const known = [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen }];
  const lines = i === 60 ? UNKNOWN : known;
  return { orderNo, member, lines, totalFen: amountFen, occurredAt: at };
};

/** Sales for a member and for nobody, an enrolment every tenth, and those that will be refused.
 *  @param from instant of the first, ms */
export const operations = (from: number, card: string) =>
  Array.from({ length: QUEUED - 4 }, (_, i) => {
    const madeAt = from + i;
    const label = `Q-${String(i).padStart(4, "0")}`;
    if (i % 10 === 3) {
      const phone = i === 13 ? demoMember.phone : `136${String(30_000_000 + i)}`;
      const body = { phone, name: "沈知秋", joinedAt: madeAt };
      return { endpoint: "enrolByStaff", kind: "enrolment", label, madeAt, body };
    }
    const member = i === 20 ? { card: nobodys } : i % 4 === 0 ? { card } : null;
    const body = saleBody(i === 41 ? "Q-0040" : label, i, member, madeAt);
    return { endpoint: "recordSale", kind: "sale", label, madeAt, body };
  });

/** Nobody is signed in on this counter any more, as far as the browser knows. */
export const sessionEnded = async (till: Till): Promise<boolean> =>
  !(await till.context.cookies()).some(({ name }) => name.endsWith("jifu-counter"));

/** Their order numbers, as the sales were booked. */
export const ordersBooked = async (db: Db): Promise<string[]> => {
  const sql = "select order_no from sale where order_no like 'Q-%' order by recorded_at, id";
  return (await db.execute(sql)).map((row) => String(row.order_no));
};

/** Delivers what was sent so far once more, by a second sender and in an order of its own.
 *  @returns how many were answered as if they were the first */
export const deliverAgain = async (till: Till): Promise<number> => {
  let answered = 0;
  const cookies = await till.context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const all = till.sent.map((request) => ({ at: Math.random(), request }))
    .sort((a, b) => a.at - b.at);
  const next = async (): Promise<void> => {
    for (let one = all.pop(); one; one = all.pop()) {
      const { request } = one;
      await fetch(request.url(), {
        method: "POST",
        headers: { ...request.headers(), cookie },
        body: request.postData()!,
      }).then((answer) => void (answered += answer.ok ? 1 : 0), () => {});
    }
  };
  await Promise.all(Array.from({ length: 6 }, next));
  return answered;
};

/** Puts operations into the queue as the page does: sealed with the device's key. */
export const fillQueue = (
  page: Page,
  operations: { endpoint: string; kind: string; label: string; madeAt: number; body: unknown }[],
): Promise<void> =>
  page.evaluate(async (all) => {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open("jifu-offline");
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const key = await new Promise<CryptoKey>((done) => {
      const asked = db.transaction("kept").objectStore("kept").get("key");
      asked.onsuccess = () => done(asked.result);
    });
    const terminals = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("jifu-terminal");
      opening.onsuccess = () => done(opening.result);
    });
    const terminal = await new Promise<string>((done) => {
      const asked = terminals.transaction("kept").objectStore("kept").get("credential");
      asked.onsuccess = () => done(asked.result.terminalId);
    });
    terminals.close();
    const items = await Promise.all(all.map(async ({ body, ...item }) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(body));
      const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text);
      const rest = { key: crypto.randomUUID(), state: "waiting", tries: 0, open: 1, terminal };
      return { ...item, ...rest, body: { iv, data } };
    }));
    const tx = db.transaction("queue", "readwrite");
    for (const item of items) tx.objectStore("queue").put(item);
    await new Promise((done) => tx.oncomplete = done);
    db.close();
  }, operations);

/** In the page: are the goods kept on this device? Never opens what is not there: that would make it. */
export const hasGoods = async (): Promise<boolean> => {
  const all = await indexedDB.databases();
  if (!all.some(({ name }) => name === "jifu-offline")) return false;
  const wait = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  const db = await wait(indexedDB.open("jifu-offline"));
  const keys = await wait(db.transaction("kept").objectStore("kept").getAllKeys());
  db.close();
  return keys.some((key) => String(key).includes("goods"));
};

/** In the page: commands whose answer never came, as the counter keeps them. */
export const putCommands = (commands: object[]): Promise<void> =>
  new Promise((done, fail) => {
    const opening = indexedDB.open("jifu-terminal");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction("commands", "readwrite");
      for (const each of commands) tx.objectStore("commands").put(each);
      tx.oncomplete = () => (opening.result.close(), done());
    };
  });

/** In the page: operations in the box of the device, whoever made them. */
export const countBoxed = (): Promise<number> =>
  new Promise((done, fail) => {
    const opening = indexedDB.open("jifu-offline");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction("queue").objectStore("queue").count();
      asked.onsuccess = () => (opening.result.close(), done(asked.result));
    };
  });

/** Chooses who unlocks on a tablet of 1024 × 768: the pad is in sight down to its last button, though
 *  the screen says why it is locked and that there is no network. */
export async function choosePersonOnLowScreen(
  page: Page,
  name: string,
  enter: string,
): Promise<void> {
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByRole("button", { name }).click();
  const last = (await page.getByRole("button", { name: enter, exact: true }).boundingBox())!;
  expect(last.y + last.height).toBeLessThanOrEqual(768);
  await page.setViewportSize(usual);
}
