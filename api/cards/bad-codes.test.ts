/** Which limits a scan is under, and numbers guessed at a sale. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits } from "../access/limit-table.ts";
import { type Actor, openDesk } from "../desk.ts";
import { type BareHouse, openBareHouse } from "../test-bare-house.ts";
import { checkBadCodes, checkScanLimits, countBadCode, scanLimits } from "./scan-limits.ts";

let bare: BareHouse;
beforeAll(async () => {
  bare = await openBareHouse();
});
afterAll(() => bare.close());

const place = { storeId: "sto_a", brandId: "brd_a" };
const scope = { brandIds: ["brd_a"], storeIds: ["sto_a"] };
const till = (id: string): Actor => ({ ...place, scope, role: "pos", id, apiKeyId: id });
const counter = (id: string, staffId: string): Actor => ({
  ...place,
  scope,
  role: "cashier",
  id: staffId,
  staffId,
  terminalId: id,
});
const desk = (actor: Actor) => openDesk(bare.house, actor, { now: bare.clock.now });
const refusal = (asked: Promise<void>): Promise<string> =>
  asked.then(() => "", (error: { code?: string }) => error.code ?? String(error));
const check = (actor: Actor) => refusal(checkBadCodes(desk(actor)));
const guess = (actor: Actor) => refusal(countBadCode(desk(actor)));
const guesses = (n: number, actor: Actor) =>
  Promise.all(Array.from({ length: n }, () => guess(actor)));

describe("a scan is under the limits", () => {
  test("of its terminal", () => {
    expect(scanLimits({ ...place, terminalId: "trm_a" }, null)).toEqual({
      rate: { key: "scan/trm_a", limit: limits.scanPerTerminal },
      bad: [{ key: "scan-bad/trm_a", limit: limits.badPerTerminal }],
    });
  });

  test("of its key, and of the card that it names", () => {
    expect(scanLimits({ ...place, apiKeyId: "key_a" }, "1234567890")).toEqual({
      rate: { key: "scan/key_a", limit: limits.scanPerKey },
      bad: [
        { key: "scan-bad/key_a", limit: limits.badPerKey },
        { key: "forged/1234567890", limit: limits.badPerHandle },
      ],
    });
  });

  test("of its store where nothing else is known", () => {
    expect(scanLimits(place, null).rate.key).toBe("scan/sto_a");
  });
});

describe("numbers guessed at a sale", () => {
  test("are twenty at a terminal, whoever is signed in, and then none for five minutes", async () => {
    for (let i = 0; i < 20; i++) {
      const staff = counter("trm_guess", `stf_${i % 2}`);
      expect(await check(staff)).toBe("");
      expect(await guess(staff)).toBe("");
    }
    expect(await check(counter("trm_guess", "stf_other"))).toBe("too-many");
    expect(await guess(counter("trm_guess", "stf_other"))).toBe("too-many");
    expect(await check(counter("trm_next", "stf_0"))).toBe("");
    bare.clock.now += limits.badPerTerminal.lockMs;
    expect(await check(counter("trm_guess", "stf_0"))).toBe("");
  });

  test("are two hundred by a key, and another key's are its own", async () => {
    const all = await guesses(201, till("key_guess"));
    expect(all.filter((refused) => refused === "")).toHaveLength(200);
    expect(await check(till("key_guess"))).toBe("too-many");
    expect(await check(till("key_next"))).toBe("");
  });

  test("count with the scans that fit nothing", async () => {
    await guesses(20, counter("trm_both", "stf_0"));
    const scan = scanLimits({ ...place, terminalId: "trm_both" }, null);
    expect(await refusal(checkScanLimits(desk(counter("trm_both", "stf_0")), scan)))
      .toBe("too-many");
  });

  test("of somebody without a terminal or a key are their own", async () => {
    const staff: Actor = { ...place, scope, role: "hq-admin", id: "stf_office" };
    await guesses(199, staff);
    expect(await check(staff)).toBe("");
    await guess(staff);
    expect(await check(staff)).toBe("too-many");
    expect(await check({ ...staff, id: "stf_next" })).toBe("");
  });
});
