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

const cannotKeep = (path: string, error: unknown): CannotStart => {
  const { name, message } = error as Error;
  return new CannotStart(
    name === "NotCapable"
      ? `the root secret cannot be kept at ${path}\n` +
        "  The server reads and writes under data/ only: put the database there, or set SECRET_KEY."
      : `the root secret cannot be kept at ${path} (${message})\n` +
        "  Set SECRET_KEY, or let the process read and write there.",
  );
};

/** Where the secret of a `file:` database is kept: beside it. */
const keptAt = ({ database: { url } }: Settings): string => `${pathOfDatabase(url)}.key`;

/** The secret that the settings give or that is kept beside the database; null: none was made yet.
 *  @throws CannotStart where there is none and no place to keep one */
export const findRootSecret = async (settings: Settings): Promise<Uint8Array | null> => {
  if (settings.secretKey) return decode(settings.secretKey, "SECRET_KEY");
  if (!settings.database.url.startsWith("file:")) {
    throw new CannotStart(
      "SECRET_KEY is needed with a database server, every process must derive the same keys\n" +
        "  Make one with:  openssl rand -base64 32 | tr '+/' '-_' | tr -d '='",
    );
  }
  const path = keptAt(settings);
  try {
    return decode(await readFile(path, "utf8"), path);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error instanceof CannotStart ? error : cannotKeep(path, error);
  }
};

/** Makes the secret of a database that has none.
 *  @throws CannotStart where it cannot be kept */
export const makeRootSecret = async (settings: Settings): Promise<Uint8Array> => {
  const path = keptAt(settings);
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

/** The database holds what was sealed, and the secret it was sealed with is not there. */
export const secretMissing = (settings: Settings): CannotStart =>
  new CannotStart(
    `the database ${settings.database.url} cannot be read, its key is missing: ${
      keptAt(settings)
    }\n  Put that file back from the backup, or give its content as SECRET_KEY.`,
  );
