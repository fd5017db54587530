/** What a replay keeps beside its database, so that it can be taken up again after any end: who its
 *  administrator is, and how far the sales are. The sales are never counted twice by it: what it says
 *  lies behind has been answered, and what is sent again is repeated under the same key. @module */
import { readFile, rename, writeFile } from "node:fs/promises";
import type { House } from "../desk.ts";
import { Collision } from "../db/collision.ts";
import { addFirstAdmin, type FirstAdmin } from "../staff/first-admin.ts";
import type { Behind } from "./book-all.ts";
import type { KeptChain } from "./set-up.ts";

export type State = {
  admin: FirstAdmin;
  /** Hash of what is replayed under which programme. */
  of: string;
  behind: Behind;
};

const readKept = async <T>(path: string): Promise<T | null> => {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text) as T;
};

/** Whole or not at all: a kill leaves what was before. */
const writeKept = async (path: string, kept: unknown): Promise<void> => {
  await writeFile(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${path}.new`, path);
};

/** A new administrator; one whose password a kill kept from being written down is left behind. */
const newAdmin = async (house: House): Promise<FirstAdmin> => {
  for (let n = 1;; n++) {
    try {
      return await addFirstAdmin(house, n === 1 ? "replay" : `replay-${n}`, "Replay");
    } catch (error) {
      if (!(error instanceof Collision) || n > 20) throw error;
    }
  }
};

const keepEveryMs = 250;

/** The state of a database, or a new one.
 *  @throws Error if the database holds another replay */
export const openState = async (house: House, path: string, of: string) => {
  const kept = await readKept<State>(path);
  if (kept && kept.of !== of) {
    throw new Error(
      `${path} is of another replay (other data, mapping or programme): name another --database`,
    );
  }
  const chainPath = path.replace(/\.json$/, ".chain.json");
  const state = kept ?? { admin: await newAdmin(house), of, behind: { steps: 0, refused: [] } };
  if (!kept) await writeKept(path, state);
  let keptAt = performance.now();
  let writing: Promise<void> = Promise.resolve();
  const keep = (): Promise<void> => {
    keptAt = performance.now();
    const now = { ...state, behind: { ...state.behind, refused: [...state.behind.refused] } };
    writing = writing.then(() => writeKept(path, now));
    return writing;
  };
  return {
    admin: state.admin,
    /** The chain, once it is set up. */
    chain: kept ? await readKept<KeptChain>(chainPath) : null,
    keepChain: (chain: KeptChain): Promise<void> => writeKept(chainPath, chain),
    behind: state.behind,
    note: (behind: Behind): void => {
      state.behind = behind;
      if (performance.now() - keptAt > keepEveryMs) void keep();
    },
    keep,
  };
};
