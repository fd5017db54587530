import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import { quickHash } from "../demo/quick-hash.ts";
import { type Desk, nobody, openDesk } from "../desk.ts";
import { type BareHouse, openBareHouse } from "../test-bare-house.ts";
import { pinLimit, trySecret } from "./secret-try.ts";

describe("a secret", () => {
  let house: BareHouse;
  beforeAll(async () => {
    house = await openBareHouse();
  });
  afterAll(() => house.close());
  const desk = (): Desk => openDesk(house.house, nobody, { now: house.clock.now });

  test("is asked five times, then not for fifteen minutes; a right one starts anew", async () => {
    const hash = quickHash("830417");
    const asked = { key: "pin/mem_a", hash };
    const lefts: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const error = await trySecret(desk(), { ...asked, secret: "000000" }).catch((e) => e);
      lefts.push(error.fields.triesLeft);
    }
    expect(lefts).toEqual([4, 3, 2, 1]);
    await trySecret(desk(), { ...asked, secret: "830417" });
    const wrong = await Promise.all(
      Array.from(
        { length: 12 },
        () => trySecret(desk(), { ...asked, secret: "111111" }).catch((e) => e),
      ),
    );
    const codes = wrong.map((e) => e.code);
    expect(codes.filter((c) => c === "pin-wrong").length).toBeLessThanOrEqual(4);
    expect(codes.filter((c) => c === "pin-locked").length).toBeGreaterThanOrEqual(8);
    const lockedUntil = house.clock.now + 15 * 60_000;
    await expect(trySecret(desk(), { ...asked, secret: "830417" })).rejects.toMatchObject({
      code: "pin-locked",
      fields: { lockedUntil },
    });
    house.clock.now = lockedUntil;
    await trySecret(desk(), { ...asked, secret: "830417" });
  });

  test("that is right never counts, however many come at once", async () => {
    const asked = { key: "pin/mem_b", hash: quickHash("830417") };
    const wrong = () => trySecret(desk(), { ...asked, secret: "000000" }).catch((e) => e);
    await wrong();
    await Promise.all(
      Array.from({ length: 8 }, () => trySecret(desk(), { ...asked, secret: "830417" })),
    );
    expect((await wrong()).fields).toEqual({ triesLeft: 4 });
  });

  test("has the tries and the lock of its brand, and the refusals of its door", async () => {
    const limit = pinLimit({ ...defaultParameters, pinTries: 3, pinLockMinutes: 45 });
    expect(limit).toEqual({ max: 3, windowMs: 15 * 60_000, lockMs: 45 * 60_000 });
    const asked = { key: "pin/mem_c", hash: quickHash("830417"), secret: "000000", limit };
    const words = { wrong: "code-wrong", locked: "too-many" } as const;
    const outcome = () =>
      trySecret(desk(), { ...asked, ...words }).catch((e) => [e.code, e.fields]);
    const lockedUntil = house.clock.now + 45 * 60_000;
    expect(await outcome()).toEqual(["code-wrong", { triesLeft: 2 }]);
    expect(await outcome()).toEqual(["code-wrong", { triesLeft: 1 }]);
    // The last one says already that it was the last.
    expect(await outcome()).toEqual(["too-many", { lockedUntil }]);
    expect(await outcome()).toEqual(["too-many", { lockedUntil }]);
    const plain = () => trySecret(desk(), asked).catch((e) => e.code);
    expect(await plain()).toBe("pin-locked");
    house.clock.now = lockedUntil;
    expect(await plain()).toBe("pin-wrong");
  });

  test("one that failed for another reason is not held against whoever comes next", async () => {
    const asked = { key: "pin/mem_d", hash: quickHash("830417"), secret: "830417" };
    const broken = {
      ...desk(),
      db: { ...desk().db, write: () => Promise.reject(new Error("gone")) },
    };
    const [first, second] = await Promise.allSettled([
      trySecret(broken as Desk, asked),
      trySecret(broken as Desk, asked),
    ]);
    expect([first, second].map((r) => r.status === "rejected" && r.reason.message))
      .toEqual(["gone", "gone"]);
    await trySecret(desk(), asked);
  });
});
