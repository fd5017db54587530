/** Restarts a libSQL server whose writes stand still for good, as whoever runs one has to: sqld 0.24
 *  can hang under writes that overlap, which a network that doubles or delays them brings about, and
 *  its health door goes on saying that all is well. @module */
import { openDb } from "../../api/db/open.ts";
import type { LibsqlServer } from "../libsql-server.ts";
import type { Tries } from "./stubborn.ts";

const stillMs = 8_000;

const canWrite = async (url: string): Promise<boolean> => {
  const db = await openDb({ url, timeoutMs: 3_000 });
  try {
    await db.write([]);
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
};

/** Watches until `stop`. @returns how often it had to restart the server */
export const watchServer = (server: LibsqlServer, tries: Tries) => {
  let restarts = 0;
  let [settled, since] = [tries.settled, performance.now()];
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    if (tries.settled !== settled) [settled, since] = [tries.settled, performance.now()];
    if (performance.now() - since < stillMs || await canWrite(server.url)) return;
    await server.kill("primary");
    await server.start("primary");
    restarts++;
    since = performance.now();
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = null));
  }, 500);
  return {
    restarts: () => restarts,
    /** Waits for a restart that is under way. */
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await looking;
    },
  };
};
