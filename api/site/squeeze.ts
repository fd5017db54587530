/** Which files are sent compressed, and how: by the build beside each file, or by the server where it
 *  finds none. @module */
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const kinds = new Set([".html", ".css", ".js", ".json", ".webmanifest", ".svg", ".wasm"]);
/** Smaller bodies gain nothing from compression, bytes. */
const from = 1024;

/** What the name of a file's compressed form ends with. */
export const SQUEEZED = ".br";

const brotli = promisify(brotliCompress);

/** Is a file of this name and size, in bytes, sent compressed? */
export const isSqueezed = (name: string, size: number): boolean =>
  kinds.has(extname(name).toLowerCase()) && size >= from;

export const squeeze = async (plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
