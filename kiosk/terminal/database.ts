/** What a terminal keeps on the device: its key, pairing under way, commands without an answer.
 *  Nothing about a member is ever written here; what waits for the network is in kiosk/offline.
 *  @module */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Command } from "../commands/command.ts";
import type { OrderCount } from "../commands/order-no.ts";
import type { Credential, PairingKept } from "./credential.ts";
import type { ClockMark } from "./till-clock.ts";

interface Kept {
  credential: Credential;
  pairing: PairingKept;
  orders: OrderCount;
  /** What is known of the server's time. */
  clock: ClockMark;
  /** The last answer of showTerminal, so that a restart without network knows where it stands. */
  view: unknown;
  /** Who may come back without a PIN while the session lives; "" after a lock. */
  mayReturn: string;
}

interface Schema extends DBSchema {
  kept: { key: string; value: unknown };
  commands: { key: string; value: Command };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

const database = (): Promise<IDBPDatabase<Schema>> =>
  opened ??= openDB<Schema>("jifu-terminal", 1, {
    upgrade(db) {
      db.createObjectStore("kept");
      db.createObjectStore("commands", { keyPath: "key" });
    },
  });

/** Reads one kept thing, or undefined. */
export const recall = async <N extends keyof Kept>(name: N): Promise<Kept[N] | undefined> =>
  await (await database()).get("kept", name) as Kept[N] | undefined;

/** Keeps one thing under its name; resolves when it is on the disk. */
export const keep = async <N extends keyof Kept>(name: N, value: Kept[N]): Promise<void> => {
  const tx = (await database()).transaction("kept", "readwrite", { durability: "strict" });
  await Promise.all([tx.store.put(value, name), tx.done]);
};

export const drop = async (name: keyof Kept): Promise<void> => {
  await (await database()).delete("kept", name);
};

/** Changes a kept thing in one transaction, so that two tabs cannot both take the old value. */
export const exchange = async <N extends keyof Kept>(
  name: N,
  change: (before: Kept[N] | undefined) => Kept[N],
): Promise<Kept[N]> => {
  const tx = (await database()).transaction("kept", "readwrite", { durability: "strict" });
  const after = change(await tx.store.get(name) as Kept[N] | undefined);
  await Promise.all([tx.store.put(after, name), tx.done]);
  return after;
};

/** The drawer of commands without a final answer. */
export const deviceDrawer = {
  async put(command: Command): Promise<void> {
    const tx = (await database()).transaction("commands", "readwrite", { durability: "strict" });
    await Promise.all([tx.store.put(command), tx.done]);
  },
  async remove(key: string): Promise<void> {
    await (await database()).delete("commands", key);
  },
  async all(): Promise<Command[]> {
    return (await database()).getAll("commands");
  },
};
