/** What takes long to make and is only copied from then on is made once for all workers of a run: the
 *  first that needs it makes it, the others wait. @module */
import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const RUN_FOLDER = "E2E_RUN_FOLDER";

/** Vitest's global setup: the folder that all workers of this run know of. */
export default async (): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "jifu-run-"));
  process.env[RUN_FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
};

/** Outside a run of Vitest (the bench) a process makes its own. */
const runFolder = async (): Promise<string> => {
  const shared = process.env[RUN_FOLDER];
  if (shared) return shared;
  const own = await mkdtemp(join(tmpdir(), "jifu-run-"));
  process.once("exit", () => rmSync(own, { recursive: true, force: true }));
  return own;
};

const isFirst = (folder: string): Promise<boolean> =>
  mkdir(folder).then(() => true, (error) => {
    if (error.code === "EEXIST") return false;
    throw error;
  });

/** @param make fills the folder it is given
 *  @returns the folder, filled
 *  @throws Error where making it failed, in whichever worker; after two minutes of waiting */
export const oncePerRun = async (
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> => {
  const folder = join(await runFolder(), name);
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  if (await isFirst(folder)) {
    try {
      await make(folder);
      await writeFile(done, "");
      return folder;
    } catch (error) {
      await writeFile(failed, String(error));
      throw error;
    }
  }
  for (let i = 0; i < 1200; i++) {
    if (existsSync(done)) return folder;
    if (existsSync(failed)) throw new Error(`${name}: ${await readFile(failed, "utf8")}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`Nobody made ${name}`);
};
