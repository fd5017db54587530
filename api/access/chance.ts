/** Chance in advance: the system's generator is asked for a page at a time, because one call costs
 *  as much for 16 bytes as for 16 thousand. No byte is handed out twice. @module */
import { randomFillSync } from "node:crypto";

export const createChance = (page = 16_384): (bytes: number) => Uint8Array => {
  let pool = new Uint8Array(page);
  let at = page;
  return (bytes) => {
    if (bytes > page) return randomFillSync(new Uint8Array(bytes));
    if (at + bytes > page) {
      pool = randomFillSync(new Uint8Array(page));
      at = 0;
    }
    at += bytes;
    return pool.slice(at - bytes, at);
  };
};
