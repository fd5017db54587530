/** A disk of its own for one test, that can be filled and made read-only: a tmpfs in a mount
 *  namespace that only the test's processes see, and that ends with them. Linux only. @module */
import { spawn, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Only root may make a disk read-only that is mounted. */
export const asRoot = process.getuid?.() === 0;
const apart = asRoot ? ["--mount"] : ["--mount", "--user", "--map-root-user"];

/** May this machine's user mount in a namespace of their own? */
export const hasOwnDisks = (): boolean =>
  process.platform === "linux" &&
  spawnSync("unshare", [...apart, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

export type OwnDisk = {
  /** Path as the processes of the disk see it. */
  database: string;
  /** The same file as this process sees it. */
  seen: string;
  /** Starts a program that sees the disk: what to put before it. */
  before: string[];
  /** Takes what is left of the disk. @returns gives it back */
  fill: () => Promise<() => Promise<void>>;
  readOnly: () => void;
  close: () => Promise<void>;
};

const inside = (pid: number): string[] => [
  "nsenter",
  ...(asRoot ? [] : ["--user", "--preserve-credentials"]),
  "--mount",
  `--target=${pid}`,
  // Entering leaves the folder that one was in.
  ...["sh", "-c", 'cd "$0" && exec "$@"', process.cwd()],
];

/** @param mb its size
 *  @param from the database that is put on it */
export const openOwnDisk = async (mb: number, from: string): Promise<OwnDisk> => {
  const folder = await mkdtemp(join(tmpdir(), "jifu-disk-"));
  const mount = `mount -t tmpfs -o size=${mb}m tmpfs ${folder} && echo ready && exec sleep 3600`;
  const holder = spawn("unshare", [...apart, "sh", "-c", mount], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((done, fail) => {
    holder.stdout.once("data", () => done());
    holder.once("exit", () => fail(new Error("The disk was not mounted")));
  });
  const root = `/proc/${holder.pid}/root${folder}`;
  const seen = join(root, "jifu.db");
  await copyFile(from, seen);
  const run = (...command: string[]): void => {
    const [program, ...args] = [...inside(holder.pid!), ...command];
    const { status, stderr } = spawnSync(program!, args);
    if (status !== 0) throw new Error(String(stderr));
  };
  return {
    database: join(folder, "jifu.db"),
    seen,
    before: inside(holder.pid!),
    fill: async () => {
      const ballast = join(root, "ballast");
      // As a log that grows would: in pieces, to the last byte.
      for (let size = 2 ** 20; size >= 1; size /= 2) {
        for (;;) {
          try {
            await writeFile(ballast, new Uint8Array(size), { flag: "a" });
          } catch {
            break;
          }
        }
      }
      return () => rm(ballast);
    },
    readOnly: () => run("mount", "-o", "remount,ro", folder),
    close: async () => {
      holder.kill("SIGKILL");
      await new Promise((done) => holder.once("close", done));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
