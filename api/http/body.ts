/** The body of a request as text, never more of it than allowed. @module */
import { Problem } from "../../shared/problems.ts";

const usualBytes = 64 * 1024;
/** Lists of goods come whole. */
const goodsBytes = 512 * 1024;

/** Bytes a door takes. */
export const bodyLimit = (method: string, path: string): number =>
  method === "PUT" && (path === "/api/goods" || path === "/api/categories")
    ? goodsBytes
    : usualBytes;

const strict = new TextDecoder("utf-8", { fatal: true });

const partsOf = async (body: ReadableStream, limitBytes: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limitBytes) throw new Problem("body-too-large", { limitBytes });
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** A body of a known length is read in one go, a tenth of a request cheaper than its stream: the
 *  server reads no more of it than was said. */
const bytesOf = async (request: Request, said: number, limitBytes: number): Promise<Uint8Array> => {
  try {
    if (!said) return await partsOf(request.body!, limitBytes);
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > limitBytes) throw new Problem("body-too-large", { limitBytes });
    return bytes;
  } catch (error) {
    if (error instanceof Problem) throw error;
    // Half of it came, or the sender closed its half of the line: whoever still listens sends again.
    throw new Problem("too-busy", { retryAfterSeconds: 1 });
  }
};

/** Reads the body; stops at the limit whatever the length header says.
 *  @throws Problem body-too-large, input-invalid if it is not UTF-8, too-busy if the line broke */
export const readBody = async (request: Request, limitBytes: number): Promise<string> => {
  const said = Number(request.headers.get("content-length") ?? 0);
  if (said > limitBytes) throw new Problem("body-too-large", { limitBytes });
  if (!said && !request.body) return "";
  const bytes = await bytesOf(request, said, limitBytes);
  try {
    return strict.decode(bytes);
  } catch {
    throw new Problem("input-invalid", { errors: [{ pointer: "", detail: "not UTF-8" }] });
  }
};
