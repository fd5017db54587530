/** base64url without padding (RFC 4648, section 5): keys, salts and proofs on the wire. @module */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes as base64url, no padding. */
export const toBase64url = (bytes: Uint8Array): string => {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    text += alphabet[a >> 2]! + alphabet[(a & 3) << 4 | (b ?? 0) >> 4]!;
    if (b !== undefined) text += alphabet[(b & 15) << 2 | (c ?? 0) >> 6]!;
    if (c !== undefined) text += alphabet[c & 63]!;
  }
  return text;
};

/** The bytes of a base64url text.
 *  @throws RangeError on any other letter or an impossible length */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new RangeError("not base64url");
  const bytes = new Uint8Array(Math.floor(text.length * 3 / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = (held << 6 | alphabet.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits & 255;
    }
  }
  return bytes;
};
