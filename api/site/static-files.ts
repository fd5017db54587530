/** Serves a folder of files: right types, caching by kind, compressed by the build or else once.
 *  Nothing outside the folder is ever reachable. @module */
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { isSqueezed, squeeze, SQUEEZED } from "./squeeze.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".mp3": "audio/mpeg",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
/** Vite writes a hash of the content into the names of what stands under assets/. */
const hashed = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

const gzipped = promisify(gzip);

type Kept = {
  tag: string;
  plain: Uint8Array<ArrayBuffer>;
  br?: Promise<Uint8Array<ArrayBuffer>>;
  gzip?: Promise<Uint8Array<ArrayBuffer>>;
};

const kept = new Map<string, Kept>();

const load = async (path: string): Promise<Kept | null> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const tag = `W/"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  const before = kept.get(path);
  if (before?.tag === tag) return before;
  const file: Kept = { tag, plain: new Uint8Array(await readFile(path)) };
  kept.set(path, file);
  return file;
};

/** All files of the clients take a server more than two seconds to compress. */
const squeezedBy = (path: string, { plain }: Kept): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(path + SQUEEZED).then((bytes) => new Uint8Array(bytes), () => squeeze(plain));

const bodyOf = async (path: string, file: Kept, accepts: string) => {
  if (!isSqueezed(path, file.plain.length)) return { bytes: file.plain };
  if (/\bbr\b/.test(accepts)) {
    file.br ??= squeezedBy(path, file);
    return { bytes: await file.br, encoding: "br" };
  }
  if (/\bgzip\b/.test(accepts)) {
    file.gzip ??= gzipped(file.plain, { level: 9 }).then((bytes) => new Uint8Array(bytes));
    return { bytes: await file.gzip, encoding: "gzip" };
  }
  return { bytes: file.plain };
};

/** The part of a URL path below a folder, as safe segments; null for anything that is not a plain
 *  relative path. */
export const safePath = (urlPath: string): string | null => {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const segments = path.split("/").filter((s) => s !== "");
  const plain = segments.every((s) => /^[\w@+~-][\w@+~. -]*$/.test(s) && !s.includes(".."));
  return plain ? segments.join("/") : null;
};

/** A file of the folder as an answer; null if there is no such file.
 *  @param below path below the folder, as it stands in the URL */
export const answerFile = async (
  request: Request,
  folder: string,
  below: string,
): Promise<Response | null> => {
  const path = safePath(below);
  const type = extname(path ?? "").toLowerCase();
  if (!path || !types[type]) return null;
  const whole = join(folder, path);
  const file = await load(whole);
  if (!file) return null;
  const headers: Record<string, string> = {
    "content-type": types[type],
    "etag": file.tag,
    "vary": "accept-encoding",
    "cache-control": hashed.test(`/${path}`) ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (request.headers.get("if-none-match") === file.tag) {
    return new Response(null, { status: 304, headers });
  }
  const body = await bodyOf(whole, file, request.headers.get("accept-encoding") ?? "");
  if (body.encoding) headers["content-encoding"] = body.encoding;
  return new Response(body.bytes, { headers });
};
