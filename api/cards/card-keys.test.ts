import { expect, test } from "vitest";
import { judgeCode, stepOf } from "../../shared/cards/ecard.ts";
import { toBase64url } from "../../shared/base64url.ts";
import { CARD_KEY_PAIR, CARD_KEY_USAGES } from "../../shared/cards/card-key.ts";
import { makeKeys } from "../access/keys.ts";
import { macOf, sealCardKey } from "./card-keys.ts";

const keys = makeKeys(new Uint8Array(32).fill(5));
const handle = "0123456789";
const salt = toBase64url(new Uint8Array(16).fill(1));

const publicKey = async (): Promise<string> => {
  const pair = await crypto.subtle.generateKey(CARD_KEY_PAIR, false, CARD_KEY_USAGES);
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
};

test("a sealed key opens for its own card only", async () => {
  const sealed = sealCardKey(keys, "crd_a", handle, await publicKey(), salt);
  const mac = macOf(keys, { id: "crd_a", key_cipher: sealed }, handle, 0);
  expect(await mac(119_000_000)).toMatch(/^\d{9}$/);
  expect(() => macOf(keys, { id: "crd_b", key_cipher: sealed }, handle, 0)).toThrow();
});

test("a forgery costs the same work whether or not the card is there", async () => {
  const sealed = sealCardKey(keys, "crd_a", handle, await publicKey(), salt);
  const work = async (card: { id: string; key_cipher: string } | undefined) => {
    let steps = 0;
    const mac = macOf(keys, card, handle, 0);
    const counted = (step: number) => {
      steps++;
      return mac(step);
    };
    const verdict = await judgeCode(
      { stepMod: 7, refresh: 0, mac: "none" },
      stepOf(1.78e12),
      counted,
    );
    return { age: verdict.age, steps };
  };
  expect(await work({ id: "crd_a", key_cipher: sealed })).toEqual(await work(undefined));
  expect((await work(undefined)).steps).toBeGreaterThan(90);
});
