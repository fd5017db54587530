/** Where the queue is kept: on this device, each operation sealed with a key that the page can use
 *  and never read, because it may name a card or a phone. @module */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isForgotten, isOpen, type QueueItem } from "../../shared/offline/queue.ts";
import { Problem } from "../../shared/problems.ts";
import { terminal } from "../terminal/standing.ts";
import type { Tally } from "./state.ts";

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** An item as it is kept. `open` is there as long as it is to be sent: the index finds the next. */
export interface BoxItem extends QueueItem {
  endpoint: string;
  /** The terminal that did it. Paired anew the device is another one: this is never sent by it. */
  terminal: string;
  /** Its store and what it was called, for whoever has to book it by hand. */
  place: string;
  open?: 1;
  /** The body of the operation; thrown away once it is booked or with the staff. */
  body?: Sealed;
  /** Why it was ended without having been sent, by whom, and as which terminal. */
  reason?: string;
  endedBy?: string;
  endedAs?: string;
  /** What of the answer staff need, for example the number of a new card. */
  result?: Sealed;
}

export type NewItem = Omit<
  BoxItem,
  "n" | "open" | "body" | "state" | "tries" | "result" | "terminal" | "place"
>;

interface Schema extends DBSchema {
  queue: {
    key: number;
    value: BoxItem;
    indexes: {
      key: string;
      open: number;
      due: [string, number];
      standing: [string, string];
    };
  };
  kept: { key: string; value: unknown };
}

/** Settled operations are shown for three days. */
const SHOWN_MS = 3 * 86_400_000;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

export const database = (): Promise<IDBPDatabase<Schema>> =>
  opened ??= openDB<Schema>("jifu-offline", 2, {
    upgrade(db, before, _after, tx) {
      if (before < 1) {
        const queue = db.createObjectStore("queue", { keyPath: "n", autoIncrement: true });
        queue.createIndex("key", "key", { unique: true });
        queue.createIndex("open", "open");
        db.createObjectStore("kept");
      }
      const queue = tx.objectStore("queue");
      queue.createIndex("due", ["terminal", "open"]);
      queue.createIndex("standing", ["terminal", "state"]);
    },
    // Another tab brings a newer page: this one opens anew when it is asked next.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => void (opened = null),
  });

/** This device as it is paired now. */
export const here = (): string => terminal.value?.terminal.id ?? "none";

const due = () => IDBKeyRange.only([here(), 1]);

/** What is wrong when the disk takes nothing: not the house. */
const cannotKeep = (error: unknown): never => {
  throw error instanceof Problem ? error : new Problem("device-full");
};

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
 *  under its key already stays as it is. One with a refusal goes to the staff.
 *  @throws Problem device-full: it is not kept */
export async function append(
  item: NewItem,
  body: unknown,
  by = { terminal: here(), place: placeHere() },
): Promise<void> {
  try {
    const sealed = await seal(body);
    const state = item.refusal ? "refused" : "waiting";
    const tx = (await database()).transaction("queue", "readwrite", { durability: "strict" });
    const there = await tx.store.index("key").getKey(item.key);
    if (there === undefined) {
      // The store counts n.
      const kept = { ...item, ...by, state, tries: 0, open: 1, body: sealed };
      // A failed put is told by the transaction as well: both are waited for.
      await Promise.all([tx.store.put(kept as BoxItem & { open: 1 }), tx.done]);
    }
    await tx.done;
  } catch (error) {
    cannotKeep(error);
  }
}

const placeHere = (): string => {
  const view = terminal.value;
  return view ? `${view.store.nameZh} · ${view.terminal.label}` : "";
};

/** Keeps what an attempt made of an item. A lost write only means that it is sent once more. */
export async function replace(item: BoxItem): Promise<void> {
  const { open: _open, body, ...rest } = item;
  const kept: BoxItem = isOpen(item) && body ? { ...rest, open: 1, body } : rest;
  await (await database()).put("queue", kept);
}

/** Did this terminal, as it is paired now, make the command? */
export const isHere = (made: { terminal?: string }): boolean => made.terminal === here();

/** May this terminal send it? */
export const isOurs = (item: Pick<BoxItem, "terminal">): boolean =>
  terminal.value !== null && item.terminal === here();

/** The first that this terminal is to send, or undefined.
 *  @param aside keys of those that it is not to send now */
export async function firstOpen(aside: ReadonlySet<string>): Promise<BoxItem | undefined> {
  const tx = (await database()).transaction("queue");
  let at = await tx.store.index("due").openCursor(due());
  while (at && aside.has(at.value.key)) at = await at.continue();
  return at?.value;
}

export async function countAll(): Promise<Tally & { left: number }> {
  const { store } = (await database()).transaction("queue");
  const [ours, open, refused] = await Promise.all([
    store.index("due").count(due()),
    store.index("open").count(),
    store.index("standing").count(IDBKeyRange.only([here(), "task"])),
  ]);
  return { waiting: ours, refused, left: open - ours };
}

/** Was it another terminal's, and ended by hand as this one? */
export const isEndedHere = ({ endedAs }: BoxItem): boolean =>
  endedAs !== undefined && endedAs === here();

const SETTLED = ["booked", "task", "dismissed"] as const;

/** What the screen lists: the first that wait, and the latest that are settled. Found by their
 *  numbers, as nothing of the hundreds between them is to be read while they are being sent. */
export async function listItems(most: number): Promise<BoxItem[]> {
  const { store } = (await database()).transaction("queue");
  const of = (state: BoxItem["state"]) =>
    store.index("standing").getAllKeys(IDBKeyRange.only([here(), state]));
  const [open, ...settled] = await Promise.all([
    store.index("due").getAll(due(), most),
    ...SETTLED.map(of),
  ]);
  const latest = settled.flat().sort((a, b) => a - b).slice(-most);
  const found = await Promise.all(latest.map((n) => store.get(n)));
  return [...open, ...found.filter((item) => item !== undefined)];
}

export const keysInBox = async (): Promise<{ key: string }[]> =>
  (await (await database()).getAll("queue")).map(({ key }) => ({ key }));

/** The moment of the last operation that is still to be sent, or null. */
export async function lastMoment(): Promise<number | null> {
  const index = (await database()).transaction("queue").store.index("due");
  const last = await index.openCursor(due(), "prev");
  return last?.value.madeAt ?? null;
}

/** Throws away what was settled long ago, and what is settled of another terminal: that went with it. */
export async function sweep(now: number): Promise<void> {
  const tx = (await database()).transaction(["queue", "kept"], "readwrite");
  const queue = tx.objectStore("queue");
  for (let at = await queue.openCursor(); at; at = await at.continue()) {
    const gone = terminal.value && !isOpen(at.value) && !isOurs(at.value) && !isEndedHere(at.value);
    if (gone || isForgotten(at.value, now, SHOWN_MS)) await at.delete();
  }
  if (!terminal.value) return await tx.done;
  // What another terminal had open is nobody's here: its basket, its goods, its PINs.
  for (const name of await tx.objectStore("kept").getAllKeys()) {
    if (name !== "key" && !name.startsWith(own(""))) await tx.objectStore("kept").delete(name);
  }
  await tx.done;
}

const own = (name: string): string => `${here()} ${name}`;

/** Other things that a restart must not lose, each this terminal's: goods, the open basket, who may
 *  unlock. */
export const recallKept = async <T>(name: string): Promise<T | undefined> =>
  await (await database()).get("kept", own(name)) as T | undefined;

export const putKept = async (name: string, value: unknown): Promise<void> => {
  await (await database()).put("kept", value, own(name));
};

export const dropKept = async (name: string): Promise<void> => {
  await (await database()).delete("kept", own(name));
};
