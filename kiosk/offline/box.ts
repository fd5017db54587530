/** Where the queue is kept: on this device, each operation sealed with a key that the page can use
 *  and never read, because it may name a card or a phone. @module */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isForgotten, isOpen, type QueueItem } from "../../shared/offline/queue.ts";
import type { Tally } from "./state.ts";

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** An item as it is kept. `open` is there as long as it is to be sent: the index finds the next. */
export interface BoxItem extends QueueItem {
  endpoint: string;
  open?: 1;
  /** The body of the operation; thrown away once it is booked or with the staff. */
  body?: Sealed;
  /** What of the answer staff need, for example the number of a new card. */
  result?: Sealed;
}

export type NewItem = Omit<BoxItem, "n" | "open" | "body" | "state" | "tries" | "result">;

interface Schema extends DBSchema {
  queue: {
    key: number;
    value: BoxItem;
    indexes: { key: string; open: number; state: string };
  };
  kept: { key: string; value: unknown };
}

/** Settled operations are shown for three days. */
const SHOWN_MS = 3 * 86_400_000;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

const database = (): Promise<IDBPDatabase<Schema>> =>
  opened ??= openDB<Schema>("jifu-offline", 1, {
    upgrade(db) {
      const queue = db.createObjectStore("queue", { keyPath: "n", autoIncrement: true });
      queue.createIndex("key", "key", { unique: true });
      queue.createIndex("open", "open");
      queue.createIndex("state", "state");
      db.createObjectStore("kept");
    },
    // Another tab brings a newer page: this one opens anew when it is asked next.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => void (opened = null),
  });

let sealing: Promise<CryptoKey> | null = null;

/** The device's own key; the first tab that needs it makes it. */
const sealingKey = (): Promise<CryptoKey> => sealing ??= findKey();

async function findKey(): Promise<CryptoKey> {
  const algorithm = { name: "AES-GCM", length: 256 };
  const made = await crypto.subtle.generateKey(algorithm, false, ["encrypt", "decrypt"]);
  const tx = (await database()).transaction("kept", "readwrite", { durability: "strict" });
  const there = await tx.store.get("key") as CryptoKey | undefined;
  if (!there) await tx.store.put(made, "key");
  await tx.done;
  return there ?? made;
}

export async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return {
    iv,
    data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sealingKey(), text),
  };
}

export async function unseal<T>(sealed: Sealed): Promise<T> {
  const algorithm = { name: "AES-GCM", iv: sealed.iv };
  const text = await crypto.subtle.decrypt(algorithm, await sealingKey(), sealed.data);
  return JSON.parse(new TextDecoder().decode(text)) as T;
}

/** Puts an operation at the end of the queue; resolves when it is on the disk. One that is there
 *  under its key already stays as it is. */
export async function append(item: NewItem, body: unknown): Promise<void> {
  const sealed = await seal(body);
  const tx = (await database()).transaction("queue", "readwrite", { durability: "strict" });
  const there = await tx.store.index("key").getKey(item.key);
  if (there === undefined) {
    // The store counts n.
    const kept = { ...item, state: "waiting", tries: 0, open: 1, body: sealed } as Omit<
      BoxItem,
      "n"
    >;
    await tx.store.put(kept as BoxItem);
  }
  await tx.done;
}

/** Keeps what an attempt made of an item. A lost write only means that it is sent once more. */
export async function replace(item: BoxItem): Promise<void> {
  const { open: _open, body, ...rest } = item;
  const kept: BoxItem = isOpen(item) && body ? { ...rest, open: 1, body } : rest;
  await (await database()).put("queue", kept);
}

/** The first that is to be sent, or undefined. */
export async function firstOpen(): Promise<BoxItem | undefined> {
  const tx = (await database()).transaction("queue");
  return (await tx.store.index("open").openCursor())?.value;
}

export async function countAll(): Promise<Tally> {
  const index = (await database()).transaction("queue").store.index("state");
  const [waiting, refused, task] = await Promise.all(
    ["waiting", "refused", "task"].map((state) => index.count(state)),
  );
  return { waiting: waiting! + refused!, refused: task! };
}

/** What the screen lists: the first that wait, and the latest that are settled. */
export async function listItems(most: number): Promise<BoxItem[]> {
  const tx = (await database()).transaction("queue");
  const open = await tx.store.index("open").getAll(undefined, most);
  const settled: BoxItem[] = [];
  for (
    let at = await tx.store.openCursor(null, "prev");
    at && settled.length < most;
    at = await at.continue()
  ) {
    if (!isOpen(at.value)) settled.push(at.value);
  }
  return [...open, ...settled.reverse()];
}

export const keysInBox = async (): Promise<{ key: string }[]> =>
  (await (await database()).getAll("queue")).map(({ key }) => ({ key }));

/** The moment of the last operation that is still to be sent, or null. */
export async function lastMoment(): Promise<number | null> {
  const index = (await database()).transaction("queue").store.index("open");
  const last = await index.openCursor(null, "prev");
  return last?.value.madeAt ?? null;
}

/** Throws away what was settled long ago. */
export async function sweep(now: number): Promise<void> {
  const tx = (await database()).transaction("queue", "readwrite");
  for (let at = await tx.store.openCursor(); at; at = await at.continue()) {
    if (isForgotten(at.value, now, SHOWN_MS)) await at.delete();
  }
  await tx.done;
}

/** Other things that a restart must not lose: goods, the open basket, who may unlock. */
export const recallKept = async <T>(name: string): Promise<T | undefined> =>
  await (await database()).get("kept", name) as T | undefined;

export const putKept = async (name: string, value: unknown): Promise<void> => {
  await (await database()).put("kept", value, name);
};

export const dropKept = async (name: string): Promise<void> => {
  await (await database()).delete("kept", name);
};
