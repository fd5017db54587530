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

/** Reads the body; stops at the limit whatever the length header says.
 *  @throws Problem body-too-large, input-invalid if it is not UTF-8 */
export const readBody = async (request: Request, limitBytes: number): Promise<string> => {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) {
    throw new Problem("body-too-large", { limitBytes });
  }
  if (!request.body) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limitBytes) throw new Problem("body-too-large", { limitBytes });
    parts.push(part);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new Problem("input-invalid", { errors: [{ pointer: "", detail: "not UTF-8" }] });
  }
};
