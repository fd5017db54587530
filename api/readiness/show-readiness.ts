/** Ready is who can read and book. @module */
import { Problem } from "../../shared/problems.ts";
import { reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";

const alive = reading<[], { level: number }>(
  "alive",
  "select j.key as n, t.level from json_each(?1) j, tide t",
);

/** Where the disk refused a write, one is tried again: a write of nothing, at most one a second, so
 *  that whoever waits for the disk hears that it is free again although nobody books meanwhile.
 *  @throws Problem data-damaged, disk-full, too-busy (the database server gives no answer) */
export const showReadiness = async (desk: Desk): Promise<{ state: "ready" }> => {
  try {
    await desk.db.read(alive, []);
    if (desk.db.disk() !== "sound") await desk.db.tryDisk(desk.now);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("too-busy", { retryAfterSeconds: 1 });
  }
  return { state: "ready" };
};
