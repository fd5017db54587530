/** What the disk under a database file does to it, and what then may still be done: a disk that
 *  takes nothing more refuses writes and goes on reading; one that did not confirm what it took
 *  ends the process; a file that is damaged answers nothing (docs/decisions/031). @module */
import type { Client } from "@libsql/client";
import { Problem } from "../../shared/problems.ts";

/** `unsaved`: nothing was written, and may be later. `unsure`: taken and not confirmed, or not
 *  given back. `damaged`: the file is not what was written. */
export type Trouble = "unsaved" | "unsure" | "damaged";

const said = (error: unknown): string => {
  const { code = "", message = "", cause } = error as {
    code?: string;
    message?: string;
    cause?: unknown;
  };
  return `${code} ${message}${cause ? ` ${said(cause)}` : ""}`;
};

/** The trouble that an error of SQLite tells of, null if it is none of the disk's. */
export const troubleOf = (error: unknown): Trouble | null => {
  if (!(error instanceof Error)) return null;
  if (error instanceof Problem) return troubleOf(error.cause);
  const text = said(error);
  if (/SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database/i.test(text)) return "damaged";
  if (/SQLITE_IOERR_(DIR_)?(FSYNC|READ|SHORT_READ|CLOSE)/i.test(text)) return "unsure";
  const unsaved =
    /SQLITE_(FULL|READONLY|CANTOPEN|IOERR)|disk is full|disk I\/O|readonly database|unable to open/i;
  return unsaved.test(text) ? "unsaved" : null;
};

const refusals = {
  unsaved: () => new Problem("disk-full", { retryAfterSeconds: 5 }),
  unsure: () => new Problem("disk-full", { retryAfterSeconds: 5 }),
  damaged: () => new Problem("data-damaged"),
};

export type DiskState = "sound" | Trouble;

/** Writes one page that means nothing on a file. The same value again would not be written at all. */
const nextTide = "update tide set level = level + 1";

/** Watches what is done on one file, and remembers what it ran into.
 *  @param write runs one statement in a transaction of its own */
export const watchDisk = (write: (sql: string) => Promise<void>) => {
  let state: DiskState = "sound";
  let triedAt = 0;
  const listeners = new Set<(why: string) => void>();

  const heard = (error: unknown): unknown => {
    const trouble = troubleOf(error);
    if (!trouble) return error;
    const why = said(error).trim();
    // Once, not for every command: the log may stand on the same disk.
    if (state !== trouble) {
      console.error(JSON.stringify({ level: "error", what: "disk", trouble, error: why }));
    }
    if (state !== "damaged" && state !== "unsure") state = trouble;
    if (trouble === "unsure") { for (const tell of listeners) tell(why); }
    return Object.assign(refusals[trouble](), { cause: error });
  };
  const open = (): void => {
    if (state === "damaged" || state === "unsure") throw refusals[state]();
  };

  /** Runs a write: one that went through says that the disk takes writes again. */
  const writing = async <T>(work: () => Promise<T>): Promise<T> => {
    open();
    try {
      const done = await work();
      if (state === "unsaved") state = "sound";
      return done;
    } catch (error) {
      throw heard(error);
    }
  };

  return {
    /** Runs a read. @throws Problem data-damaged or disk-full instead of what SQLite says */
    reading: <T>(work: () => T): T => {
      open();
      try {
        return work();
      } catch (error) {
        throw heard(error);
      }
    },
    writing,
    /** Writes nothing that counts, to see whether the disk that refused the last write takes one
     *  again; at most once a second. */
    tryAgain: async (now: number): Promise<void> => {
      open();
      if (state === "sound") return;
      if (now - triedAt < 1000) throw refusals.unsaved();
      triedAt = now;
      await writing(() => write(nextTide));
    },
    /** Runs what answers later, through the client. */
    later: async <T>(work: () => Promise<T>): Promise<T> => {
      open();
      try {
        return await work();
      } catch (error) {
        throw heard(error);
      }
    },
    state: (): DiskState => state,
    /** Told once something was not confirmed: the process must not go on (start.ts ends it). */
    whenUnsure: (tell: (why: string) => void): void => void listeners.add(tell),
  };
};

export type Disk = ReturnType<typeof watchDisk>;

/** The same client, with every statement of it watched. */
export const watched = (client: Client, disk: Disk): Client =>
  new Proxy(client, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name, of);
      if (typeof value !== "function") return value;
      if (name !== "execute" && name !== "batch") return value.bind(of);
      return (...args: unknown[]) => disk.later(() => value.apply(of, args));
    },
  });
