/** A terminal's proof holds for one request of one terminal, for two minutes. */
import { describe, expect, test } from "vitest";
import { toBase64url } from "../../shared/base64url.ts";
import { deriveTerminalKey, proveRequest } from "../../shared/terminals/terminal-proof.ts";
import { makeKeys } from "./keys.ts";
import { proofHolds } from "./proof.ts";
import type { TerminalRow } from "./queries.ts";
import { serverPublicKey } from "./server-key.ts";
import { importPublic, newPair, publicText } from "./test-callers.ts";

const keys = makeKeys(new Uint8Array(32).fill(7));
const at = 1_781_488_800;
const sent = { method: "POST", pathWithQuery: "/api/scans?x=1", body: '{"code":"1"}' };

let count = 0;
/** A terminal, and how it signs. */
const paired = async (
  id = `trm_${count++}`,
  salt = new Uint8Array(16).fill(3),
  pair?: CryptoKeyPair,
) => {
  pair ??= await newPair();
  const row: TerminalRow = {
    id,
    store_id: "sto_a",
    brand_id: "brd_a",
    kind: "kiosk",
    public_key: await publicText(pair),
    salt: toBase64url(salt),
    state: "active",
    last_seen_at: null,
  };
  const server = await importPublic(serverPublicKey(keys));
  const key = await deriveTerminalKey(crypto.subtle, pair.privateKey, server, salt, id);
  const encode = (text: string) => new TextEncoder().encode(text);
  const sign = async (request = sent, seconds = at): Promise<string> =>
    (await proveRequest(crypto.subtle, key, id, request, encode, seconds * 1000))["jifu-proof"]!;
  return { row, pair, sign };
};
const now = at * 1000;

describe("a proof", () => {
  test("holds for the request that was signed and for no other", async () => {
    const { row, sign } = await paired();
    const proof = await sign();
    const holds = (more: Partial<typeof sent>) =>
      proofHolds(keys, row, { ...sent, ...more, proof, now });
    expect(holds({})).toBe(true);
    expect(holds({ method: "PUT" })).toBe(false);
    expect(holds({ pathWithQuery: "/api/scans?x=2" })).toBe(false);
    expect(holds({ body: '{"code":"2"}' })).toBe(false);
    expect(holds({ body: "" })).toBe(false);
  });

  test("holds for two minutes, early or late", async () => {
    const { row, sign } = await paired();
    const proof = await sign();
    const holds = (ms: number) => proofHolds(keys, row, { ...sent, proof, now: now + ms });
    expect([-120_000, 0, 120_000].map(holds)).toEqual([true, true, true]);
    expect([-120_001, 120_001].map(holds)).toEqual([false, false]);
  });

  test("is refused in another shape", async () => {
    const { row, sign } = await paired();
    const proof = await sign();
    for (const wrong of ["", "x", proof.slice(0, -1), `${proof}A`, proof.slice(1)]) {
      expect(proofHolds(keys, row, { ...sent, proof: wrong, now })).toBe(false);
    }
  });

  test("is that of one terminal, one pairing and one house", async () => {
    const first = await paired();
    const second = await paired();
    const again = await paired(first.row.id, new Uint8Array(16).fill(4), first.pair);
    const request = { ...sent, now };
    const [a, b, c] = await Promise.all([first.sign(), second.sign(), again.sign()]);
    for (let round = 0; round < 2; round++) {
      expect(proofHolds(keys, first.row, { ...request, proof: a })).toBe(true);
      expect(proofHolds(keys, second.row, { ...request, proof: b })).toBe(true);
      expect(proofHolds(keys, again.row, { ...request, proof: c })).toBe(true);
    }
    expect(proofHolds(keys, first.row, { ...request, proof: b })).toBe(false);
    expect(proofHolds(keys, again.row, { ...request, proof: a })).toBe(false);
    const other = makeKeys(new Uint8Array(32).fill(8));
    expect(proofHolds(other, first.row, { ...request, proof: a })).toBe(false);
  });
});
