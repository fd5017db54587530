import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { listMyClaims } from "../../shared/gifts/endpoints.ts";
import type { showEarn } from "../../shared/grants/endpoints.ts";
import type { listMyLots } from "../../shared/members/endpoints.ts";
import type { HistoryPage, MemberProfile, PointsSummary } from "../../shared/members/member.ts";
import type { MemberProgramme } from "../../shared/programme/endpoints.ts";
import type * as z from "zod/mini";

/** What the phone keeps between visits; everything goes when the member signs out. */
export interface Kept {
  me: { member: MemberProfile; points: PointsSummary };
  lots: AnswerOf<typeof listMyLots>;
  history: z.infer<typeof HistoryPage>;
  claims: AnswerOf<typeof listMyClaims>;
  /** The phone's card: its key can sign but not be read. */
  credential: { handle: string; key: CryptoKey; deviceId: string };
  /** Server time minus phone time in ms, and when that was measured. */
  clock: { offset: number; at: number };
  /** The last code shown, so that a restart within its 15 seconds goes on counting. */
  shown: { step: number; refresh: number };
  /** Idempotency keys of commands whose outcome is not known yet, by intent. */
  pending: Record<string, { key: string; at: number }>;
  giftStore: string;
  earn: AnswerOf<typeof showEarn>;
  programme: MemberProgramme;
}

interface Stored {
  value: unknown;
  at: number;
}

interface Shelf extends DBSchema {
  kept: { key: string; value: Stored };
}

let opened: Promise<IDBPDatabase<Shelf>> | undefined;

function shelf(): Promise<IDBPDatabase<Shelf>> {
  opened ??= openDB<Shelf>("jifu-card", 1, {
    upgrade: (db) => void db.createObjectStore("kept"),
    terminated: () => opened = undefined,
  });
  return opened;
}

/** Puts a thing away, with the time. A phone that refuses storage still works until it is closed. */
export async function keep<N extends keyof Kept>(name: N, value: Kept[N]): Promise<void> {
  try {
    await (await shelf()).put("kept", { value, at: Date.now() }, name);
  } catch (cause) {
    console.warn("not kept:", name, cause);
  }
}

/** Takes a thing from the shelf; null when it was never kept. */
export async function recall<N extends keyof Kept>(
  name: N,
): Promise<{ value: Kept[N]; at: number } | null> {
  try {
    const stored = await (await shelf()).get("kept", name);
    return stored ? stored as { value: Kept[N]; at: number } : null;
  } catch {
    return null;
  }
}

/** Forgets one thing. */
export async function forget(name: keyof Kept): Promise<void> {
  try {
    await (await shelf()).delete("kept", name);
  } catch {
    // Nothing was kept, so nothing is left to forget.
  }
}

/** Forgets everything: the member has signed out. */
export async function forgetAll(): Promise<void> {
  try {
    await (await shelf()).clear("kept");
  } catch {
    // Same as above.
  }
}
