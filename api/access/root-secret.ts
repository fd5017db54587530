/** The one secret that every key is derived from: given by the settings, or made at the first start
 *  and kept beside the database file, readable by its owner only. @module */
import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { CannotStart, type Settings } from "../settings.ts";

/** Path of a `file:` database on disk. */
export const pathOfDatabase = (url: string): string =>
  decodeURIComponent(url.replace(/^file:/, "").replace(/^\/\/(?=\/)/, "").replace(/\?.*$/, ""));

const decode = (text: string, from: string): Uint8Array => {
  const bytes = Buffer.from(text.trim(), "base64url");
  if (bytes.length < 32) {
    throw new CannotStart(`${from} must hold 32 random bytes, base64url`);
  }
  return new Uint8Array(bytes);
};

const cannotKeep = (path: string, error: unknown): CannotStart =>
  new CannotStart(
    `the root secret cannot be kept at ${path} (${(error as Error).message})\n` +
      "  Set SECRET_KEY, or let the process read and write there.",
  );

/** @throws CannotStart where there is no secret and no place to keep one */
export const readRootSecret = async (settings: Settings): Promise<Uint8Array> => {
  if (settings.secretKey) return decode(settings.secretKey, "SECRET_KEY");
  const { url } = settings.database;
  if (!url.startsWith("file:")) {
    throw new CannotStart(
      "SECRET_KEY is needed with a database server, every process must derive the same keys\n" +
        "  Make one with:  openssl rand -base64 32 | tr '+/' '-_' | tr -d '='",
    );
  }
  const path = `${pathOfDatabase(url)}.key`;
  try {
    return decode(await readFile(path, "utf8"), path);
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw cannotKeep(path, error);
  }
  const made = randomBytes(32).toString("base64url");
  try {
    // "wx": of two processes that start together only one makes the secret.
    await writeFile(path, `${made}\n`, { mode: 0o600, flag: "wx" });
    await chmod(path, 0o600);
  } catch (error) {
    if ((error as { code?: string }).code === "EEXIST") {
      return decode(await readFile(path, "utf8"), path);
    }
    throw cannotKeep(path, error);
  }
  return decode(made, path);
};
