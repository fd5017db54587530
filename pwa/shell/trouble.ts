import { Unreachable } from "../../shared/call.ts";
import { Problem } from "../../shared/problems.ts";

/** A failure as screens need it. */
export interface Trouble {
  /** No answer came: the network or the server is away. */
  offline: boolean;
  /** The catalogue's code, when the server refused. */
  code: string | null;
  fields: Record<string, unknown>;
  /** Request id that support can look up. */
  reference: string | null;
}

/** What went wrong, whatever was thrown. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Problem) {
    const reference = typeof error.fields.instance === "string" ? error.fields.instance : null;
    return { offline: false, code: error.code, fields: error.fields, reference };
  }
  const offline = error instanceof Unreachable;
  if (!offline) console.error(error);
  return { offline, code: null, fields: {}, reference: null };
}
