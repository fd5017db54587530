/** A million forged card codes, none accepted: over the function that judges, and through the doors
 *  with everything that limits tries. In the normal run ten thousand; SOAK=1 the million. */
import { createHmac } from "node:crypto";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKeys } from "../../api/access/keys.ts";
import {
  brandId,
  newKey,
  openScene,
  refusalOf,
  type Scene,
  storeId,
} from "../../api/access/test-scene.ts";
import { macOf } from "../../api/cards/card-keys.ts";
import { chanceFrom } from "../../api/http/test-bad-input.ts";
import type { Caller } from "../../api/test-house.ts";
import { composeStaticNumber, parseCardCode } from "../../shared/cards/card-code.ts";
import {
  composeCode,
  judgeCode,
  macDigits,
  messageBytes,
  stepOf,
} from "../../shared/cards/ecard.ts";
import { issueCard, openScan } from "../../shared/cards/endpoints.ts";
import { showMe } from "../../shared/members/endpoints.ts";
import { quoteSale, recordSale } from "../../shared/sales/endpoints.ts";
import { fingerprint } from "./fingerprint.ts";
import { forge, type Forger, kindsOfForgery, type TrueCode } from "./forged-codes.ts";
import { soak, tried } from "./tried.ts";

const seed = Number(process.env.SEED ?? 4);
const million = soak ? 1_000_000 : 10_000;

const now = Date.UTC(2026, 5, 15, 2, 0, 0);
const keys = makeKeys(new Uint8Array(32).fill(7));

/** A card of a phone, with a key that is always the same: a seed forges the same codes again. */
const cardOf = (id: string, handle: string, fill: number) => {
  const key = new Uint8Array(32).fill(fill);
  const truth: TrueCode = (steps, refresh) => {
    const step = stepOf(now) + steps;
    const hmac = createHmac("sha256", key).update(messageBytes(handle, step, refresh)).digest();
    return Promise.resolve(
      composeCode({ handle, step, refresh, mac: macDigits(new Uint8Array(hmac)) }),
    );
  };
  const key_cipher = keys.seal(`card/key/${id}`, Buffer.from(key).toString("base64url"));
  return { id, handle, truth, row: { id, key_cipher } };
};

const mine = cardOf("crd_mine", "4716093825", 1);
const theirs = cardOf("crd_theirs", "8305517264", 2);
const plastic = composeStaticNumber("480215937716");
const cards = new Map([mine, theirs].map((card) => [card.handle, card]));

/** What the scanner's door makes of a code before it looks at counters and limits. */
const verdictOn = async (code: string): Promise<string> => {
  const parsed = parseCardCode(code);
  if (parsed.kind === "static") return parsed.number === plastic ? "accepted" : "unknown";
  if (parsed.kind !== "rotating") return parsed.kind;
  const card = cards.get(parsed.handle)?.row;
  const macAt = macOf(keys, card, parsed.handle, parsed.refresh);
  const { age } = await judgeCode(parsed, stepOf(now), macAt);
  return age === "fresh" || age === "stale" ? "accepted" : age;
};

test("what is true is accepted, so that the judge below is no wall", async () => {
  for (const steps of [-40, -1, 0, 1, 40]) {
    expect(await verdictOn(await mine.truth(steps, 4))).toBe("accepted");
  }
  expect(await verdictOn(plastic)).toBe("accepted");
});

test(`of ${million} forged codes none is accepted`, async () => {
  const forger: Forger = {
    truth: mine.truth,
    other: theirs.truth,
    plastic,
    chance: chanceFrom(seed),
  };
  const told = new Map<string, number>();
  const made = new Map<string, number>();
  const accepted: string[] = [];
  for (let i = 0; i < million; i++) {
    const { kind, code } = await forge(forger);
    const verdict = await verdictOn(code);
    if (verdict === "accepted") accepted.push(`${kind}: ${code}`);
    told.set(verdict, (told.get(verdict) ?? 0) + 1);
    made.set(kind, (made.get(kind) ?? 0) + 1);
  }
  expect(accepted).toEqual([]);
  expect([...made.keys()].sort()).toEqual([...kindsOfForgery].sort());
  tried({
    fault: "forged card codes, judged",
    times: `${million} of ${kindsOfForgery.length} kinds`,
    happened: `0 accepted; ${[...told].map(([v, n]) => `${n} ${v}`).join(", ")}`,
  });
}, 3_600_000);

let scene: Scene;
let tills: Caller[];
beforeAll(async () => {
  scene = await openScene();
  tills = await Promise.all(Array.from({ length: 10 }, () => scene.key(brandId, storeId)));
});
afterAll(() => scene.close());

/** A member with a phone and a plastic card, and a forger who has seen both. */
const victim = async () => {
  const phone = await scene.member();
  const other = await scene.member();
  const member = (await scene.ask(showMe, {}, phone.caller)).member.id;
  const issued = { params: { member }, key: newKey() };
  const { number } = await scene.ask(issueCard, issued, tills[0]);
  const forger: Forger = {
    truth: (steps, refresh) => phone.code(steps, refresh),
    other: (steps, refresh) => other.code(steps, refresh),
    plastic: number,
    chance: chanceFrom(seed + 1),
  };
  return { phone, number, forger };
};

test(
  "through the doors none is accepted, tries run out, and nothing but counts is written",
  async () => {
    const { phone, number, forger } = await victim();
    const lines = [{ name: "稻花香 2 号", quantityMilli: 1000, amountFen: 59_80 }];
    const before = await fingerprint(scene.db);
    const told = new Map<string, number>();
    const times = soak ? 20_000 : 600;
    for (let i = 0; i < times; i++) {
      const { code } = await forge(forger);
      const till = tills[i % tills.length]!;
      const asSale = code.length === 16 && i % 2 === 0;
      const sale = { orderNo: newKey(), member: { card: code }, lines, totalFen: 59_80 };
      const refusal = await refusalOf(
        asSale
          ? i % 4 === 0
            ? scene.ask(recordSale, { body: sale, key: newKey() }, till)
            : scene.ask(quoteSale, { body: { member: { card: code }, lines } }, till)
          : scene.ask(openScan, { body: { code } }, till),
      );
      told.set(refusal, (told.get(refusal) ?? 0) + 1);
      // Half of it in a rush, half of it with patience: the limits open in between.
      if (i > times / 2) scene.clock.now += 61_000;
    }
    const usual = ["card-code-invalid", "card-code-skewed", "code-malformed", "too-many"];
    expect([...told.keys()].filter((code) => !usual.includes(code) && code !== "card-frozen"))
      .toEqual(
        [],
      );
    expect(told.get("too-many")).toBeGreaterThan(times / 10);
    const after = await fingerprint(scene.db);
    // A card that was forged a hundred times is frozen: the one change there may be.
    expect({ ...after, card: "" }).toEqual({ ...before, card: "" });
    scene.clock.now += 15 * 60_000;
    expect(await refusalOf(scene.scan(number, tills[0]!))).toBe("");
    const [card] = await scene.db.execute("select state, bad_total from card where handle = ?", [
      phone.handle,
    ]);
    expect(card!.state).toBe(Number(card!.bad_total) < 100 ? "active" : "frozen");
    tried({
      fault: "forged card codes, through the doors",
      times: `${times} at scan, sale and quote`,
      happened: `0 accepted; ${[...told].map(([c, n]) => `${n} ${c}`).join(", ")}`,
    });
  },
  600_000,
);

test("numbers guessed at a sale count as guesses at a scan do", async () => {
  const { number } = await victim();
  const till = await scene.terminal("counter");
  const cashier = await scene.staff("cashier", {}, till);
  const lines = [{ name: "鲜牛奶", quantityMilli: 1000, amountFen: 12_50 }];
  const guess = (card: string) =>
    refusalOf(scene.ask(quoteSale, { body: { member: { card }, lines } }, cashier));
  for (let i = 0; i < 20; i++) {
    const card = composeStaticNumber(String(600_000_000_000 + i));
    expect(await guess(card)).toBe("card-code-invalid");
  }
  expect(await guess(number)).toBe("too-many");
  expect(await refusalOf(scene.scan(number, cashier))).toBe("too-many");
  scene.clock.now += 5 * 60_000;
  expect(await guess(number)).toBe("");
});
