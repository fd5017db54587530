import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { composeStaticNumber } from "../../shared/cards/card-code.ts";
import { withCheckDigits } from "../../shared/cards/check-digits.ts";
import { STEP_SECONDS } from "../../shared/cards/ecard.ts";
import {
  brandId,
  openScene,
  type Phone,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
let till: Caller;
beforeAll(async () => {
  scene = await openScene();
  till = await scene.key(brandId, storeId);
});
afterAll(() => scene.close());

const minute = 60_000;
const scan = (code: string, as: Caller = till) => scene.scan(code, as);
const refusal = (code: string, as: Caller = till) => refusalOf(scan(code, as));
const wait = (steps: number) => scene.clock.now += steps * STEP_SECONDS * 1000;
/** The code with another MAC: what a guess looks like. */
const forged = (code: string, by = 1) => {
  const mac = (Number(code.slice(15, 24)) + by) % 1_000_000_000;
  return withCheckDigits(code.slice(0, 15) + String(mac).padStart(9, "0"));
};
const cardRow = async ({ handle }: Phone) =>
  (await scene.db.execute("select * from card where handle = ?", [handle]))[0]!;

describe("what fits nothing", () => {
  test("is refused alike for known and unknown cards", async () => {
    const phone = await scene.member();
    const code = await phone.code();
    const unknown = withCheckDigits(`90${"1234567890"}${code.slice(12, 24)}`);
    const answers = await Promise.all([forged(code), unknown].map(async (bad) => {
      const error = await scan(bad).catch((e) => e);
      return { code: error.code, fields: Object.keys(error.fields).sort() };
    }));
    expect(answers[0]).toMatchObject({ code: "card-code-invalid" });
    expect(answers[1]).toEqual(answers[0]);
  });

  test("a misread is told apart and not counted", async () => {
    const phone = await scene.member();
    const code = await phone.code();
    const misread = code.slice(0, 20) + ((Number(code[20]) + 1) % 10) + code.slice(21);
    for (const bad of [misread, "6901234567892", "你好", "92" + "1".repeat(18), "0"]) {
      expect(await refusal(bad)).toBe("code-malformed");
    }
    expect((await cardRow(phone)).bad_total).toBe(0);
    expect((await scan(`]Q1 ${code}\r\n`)).rights).toBe("spend");
  });

  test("five forgeries of a handle shut it for ten minutes, known or not, right or wrong", async () => {
    const phone = await scene.member();
    const unknown = (await phone.code()).replace(phone.handle, "0987654321");
    for (let i = 1; i <= 5; i++) {
      expect(await refusal(forged(await phone.code(), i))).toBe("card-code-invalid");
      expect(await refusal(forged(unknown, i))).toBe("card-code-invalid");
    }
    expect(await refusal(forged(await phone.code(), 6))).toBe("too-many");
    expect(await refusal(forged(unknown, 6))).toBe("too-many");
    expect(await refusal(await phone.code())).toBe("too-many");
    scene.clock.now += 10 * minute;
    expect((await scan(await phone.code())).rights).toBe("spend");
  });

  test("a hundred guesses at once are five", async () => {
    const phone = await scene.member();
    const code = await phone.code();
    const tills = await Promise.all(Array.from({ length: 20 }, () => scene.key(brandId, storeId)));
    const guesses = Array.from({ length: 100 }, (_, i) => forged(code, i + 1));
    const all = await Promise.all(guesses.map((g, i) => refusal(g, tills[i % 20])));
    expect(all.filter((r) => r === "card-code-invalid")).toHaveLength(5);
    expect(all.filter((r) => r === "too-many")).toHaveLength(95);
    expect(await refusal(code)).toBe("too-many");
    expect((await cardRow(phone)).bad_total).toBe(5);
  });

  test("a hundred forgeries in a card's life freeze it", async () => {
    const phone = await scene.member();
    for (let round = 0; round < 20; round++) {
      for (let i = 1; i <= 5; i++) await refusal(forged(await phone.code(), i));
      scene.clock.now += 10 * minute;
    }
    expect(await cardRow(phone)).toMatchObject({ bad_total: 100, state: "frozen" });
    await expect(scan(await phone.code())).rejects.toMatchObject({
      code: "card-frozen",
      fields: { state: "frozen" },
    });
    // Frozen and forged is told like any other forgery.
    expect(await refusal(forged(await phone.code()))).toBe("card-code-invalid");
  });

  test("twenty bad codes shut a terminal for five minutes", async () => {
    const kiosk = await scene.terminal("kiosk");
    for (let i = 0; i < 20; i++) {
      const number = composeStaticNumber(String(700_000_000_000 + i));
      expect(await refusal(number, kiosk)).toBe("card-code-invalid");
    }
    const phone = await scene.ecard(await scene.enrol("13600001111"));
    expect(await refusal(await phone.code(), kiosk)).toBe("too-many");
    expect(await refusal(await phone.code())).toBe("");
    scene.clock.now += 5 * minute;
    expect(await refusal(await phone.code(), kiosk)).toBe("");
  });

  test("a terminal scans thirty times a minute", async () => {
    const kiosk = await scene.terminal("kiosk");
    const phone = await scene.member();
    for (let i = 0; i < 3; i++) {
      for (let r = 0; r < 10; r++) expect(await refusal(await phone.code(0, r), kiosk)).toBe("");
      wait(1);
    }
    await expect(scan(await phone.code(), kiosk)).rejects.toMatchObject({ code: "too-many" });
    scene.clock.now += minute;
    expect(await refusal(await phone.code(), kiosk)).toBe("");
  });
});

// A libSQL server's own noise is larger than what is looked for, and a busy machine's may be.
const timing = { retry: 3, skip: process.env.TEST_DATABASE_URL !== undefined };
test("known and unknown handles take the same time", timing, async () => {
  const phone = await scene.member();
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  for (let i = 0; i < 60; i++) {
    scene.clock.now += 3 * minute;
    // The till is looked up again after three minutes: not within what is measured.
    await refusal("13655550000");
    const bad = forged(await phone.code(), i + 1);
    const unknown = bad.replace(phone.handle, String(2_000_000_000 + i)).slice(0, 24);
    const both = [["known", bad], ["unknown", withCheckDigits(unknown)]] as const;
    for (const [kind, code] of i % 2 ? both : [...both].reverse()) {
      const start = performance.now();
      expect(await refusal(code)).toBe("card-code-invalid");
      times[kind].push(performance.now() - start);
    }
  }
  // The quickest tenth: what a busy machine adds is noise. Without the decoy 97 HMACs were missing.
  const quick = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 10)]!;
  expect(Math.abs(quick(times.known) - quick(times.unknown))).toBeLessThan(1);
});
