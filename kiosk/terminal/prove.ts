import type { Credential } from "./credential.ts";

/** The headers that prove a request comes from this terminal. */
export async function prove(
  credential: Credential,
  method: string,
  path: string,
  body: string,
  at: number,
): Promise<Record<string, string>> {
  const text = new TextEncoder().encode(`${method}\n${path}\n${at}\n${body}`);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", credential.key, text));
  return { "jifu-terminal": credential.terminalId, "jifu-proof": `${at}.${mac.length}` };
}
