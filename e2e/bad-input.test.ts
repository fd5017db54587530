/** What the doors of a till refuse, as other tills would meet it: over real HTTP, on the real
 *  server. Nothing of it is written. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { muchen } from "../api/demo/places.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { withCheckDigits } from "../shared/cards/check-digits.ts";
import { newKey } from "./callers.ts";
import { type Case, type From, line, openRefusals, type Refusals, sale } from "./refusals.ts";

let scene: Refusals;
beforeAll(async () => void (scene = await openRefusals()), 300_000);
afterAll(() => scene?.close());

const invalid = "400 input-invalid";

test("codes that are none, or no longer", async () => {
  const scan = (code: unknown, from: From = "here") => () =>
    scene.post("/api/scans", { code }, from);
  const fresh = await scene.phone.code(1);
  const skewed = await scene.phone.code(0, -100);
  const last = fresh.at(-1) === "0" ? "1" : "0";
  await scene.refuses([
    ["nothing", scan(""), invalid],
    ["a number", scan(9_001), invalid],
    ["null", scan(null), invalid],
    ["a list", scan(["90"]), invalid],
    ["more than a code", scan("9".repeat(65)), invalid],
    ["words", scan("你好"), "400 code-malformed"],
    ["SQL", scan("' or 1=1; --"), "400 code-malformed"],
    ["a WeChat Pay code", scan("134512345678901234"), "400 code-malformed"],
    ["an EAN", scan("6901028075763"), "400 code-malformed"],
    ["an unknown kind", scan(withCheckDigits("93" + "1".repeat(12))), "400 code-malformed"],
    ["a wrong check digit", scan(fresh.slice(0, -1) + last), "400 code-malformed"],
    ["a card's wrong check digits", scan("9100000000000000"), "400 code-malformed"],
    ["a claim's code", scan(scene.made.claimCode), "400 code-malformed"],
    ["an unknown card", scan(withCheckDigits("91" + "4".repeat(12))), "404 card-code-invalid"],
    ["an unknown phone", scan("19900000001"), "404 card-code-invalid"],
    ["an unknown e-card", scan(withCheckDigits("90" + "5".repeat(22))), "404 card-code-invalid"],
    [
      "a forged code",
      scan(withCheckDigits(fresh.slice(0, 15) + "123456789")),
      "404 card-code-invalid",
    ],
    ["a used code", scan(scene.made.usedCode), "409 card-code-used"],
    ["a code of another day", scan(skewed), "409 card-code-skewed"],
    ["a code at the other brand", scan(fresh, "other"), "404 card-code-invalid"],
    ["a card at the other brand", scan(scene.made.card, "other"), "404 card-code-invalid"],
    [
      "a claim that is none",
      () => scene.post("/api/claims/look-up", { code: "12" }),
      "400 code-malformed",
    ],
    [
      "an unknown claim",
      () => scene.post("/api/claims/look-up", { code: withCheckDigits("92" + "3".repeat(16)) }),
      "404 not-found",
    ],
  ]);
});

describe("amounts", () => {
  test.each([0, -1, 0.5, 1e15, "100", null, true, [100], { fen: 100 }])("%j", async (amount) => {
    const lines = [line({ amountFen: amount })];
    await scene.refuses([
      ["a total", () => scene.post("/api/sales", sale({ totalFen: amount })), invalid],
      [
        "a line",
        () => scene.post("/api/sales", sale({ lines })),
        amount === 0 ? "400 amount-invalid" : invalid,
      ],
      [
        "a quantity",
        () => scene.post("/api/sales", sale({ lines: [line({ quantityMilli: amount })] })),
        invalid,
      ],
      ["a quote", () => scene.post("/api/sales/quote", { lines }), amount === 0 ? "200" : invalid],
      ["a refund", () =>
        scene.post(`/api/sales/${scene.made.sale}/returns`, {
          lines: [{ n: 1, quantityMilli: amount === 0 ? -5 : amount }],
        }), invalid],
    ]);
  });

  test("that do not add up, are beyond measure, or no number at all", async () => {
    const raw = (total: string) => () =>
      scene.post("/api/sales", JSON.stringify(sale()).replace(":8800}", `:${total}}`));
    const big = line({ amountFen: 10_000_000_001 });
    await scene.refuses([
      [
        "one fen off",
        () => scene.post("/api/sales", sale({ totalFen: 8_801 })),
        "400 sale-mismatch",
      ],
      [
        "a sum",
        () => scene.post("/api/sales", sale({ lines: [big], totalFen: 10_000_000_001 })),
        "400 amount-invalid",
      ],
      ["1e400", raw("1e400"), invalid],
      ["NaN", raw("NaN"), invalid],
      ["hexadecimal", raw("0x10"), invalid],
      ["no lines", () => scene.post("/api/sales", sale({ lines: [] })), invalid],
      [
        "201 lines",
        () =>
          scene.post("/api/sales", sale({ lines: Array(201).fill(line()), totalFen: 201 * 8_800 })),
        invalid,
      ],
    ]);
  });
});

const hour = 3_600_000;

test("fields that are wrong, or nobody asked for", async () => {
  const sell = (more: Record<string, unknown>) => () => scene.post("/api/sales", sale(more));
  const raw = (extra: string) => () =>
    scene.post("/api/sales", JSON.stringify(sale()).replace("{", `{${extra},`));
  const orderNos = ["", "x".repeat(65), "订单一", "a b", "'; drop table sale; --", 17, null, "a\n"];
  await scene.refuses([
    ...orderNos.map((orderNo) => [`order number ${orderNo}`, sell({ orderNo }), invalid] as Case),
    ["__proto__", raw('"__proto__":{"tier":"tie_hexin_3"}'), invalid],
    ["constructor", raw('"constructor":{"prototype":{"role":"hq-admin"}}'), invalid],
    ["tier", sell({ tier: "tie_hexin_3" }), invalid],
    ["balance", sell({ balance: 1_000_000 }), invalid],
    ["points", sell({ points: 1_000_000 }), invalid],
    ["storeId", sell({ storeId: "sto_hexin_gulou" }), invalid],
    ["in a line", sell({ lines: [line({ factor: 10 })] }), invalid],
    ["two members", sell({ member: { scanId: scene.made.scan, card: scene.made.card } }), invalid],
    ["no kind of member", sell({ member: {} }), invalid],
    ["a member by id", sell({ member: { memberId: scene.made.member } }), invalid],
    [
      "a card's wrong check digits",
      sell({ member: { card: "9100000000000000" } }),
      "400 code-malformed",
    ],
    [
      "an unknown card",
      sell({ member: { card: withCheckDigits("91" + "4".repeat(12)) } }),
      "404 card-code-invalid",
    ],
    [
      "an unknown product",
      sell({ lines: [line({ sku: "NO-SUCH", name: undefined })] }),
      "404 product-unknown",
    ],
    ["a long name", sell({ lines: [line({ name: "长".repeat(121) })] }), invalid],
    ["tomorrow", sell({ occurredAt: Date.now() + 24 * hour }), "400 time-refused"],
    ["73 hours ago", sell({ occurredAt: Date.now() - 73 * hour }), "400 time-refused"],
    ["a time in words", sell({ occurredAt: "2026-06-15T10:00:00Z" }), invalid],
    [
      "a brand that is not the till's",
      () => scene.post("/api/members", { brandId: muchen }),
      "404 not-found",
    ],
    ["a phone that is none", () => scene.post("/api/members", { phone: "12345678901" }), invalid],
    [
      "a known phone",
      () => scene.post("/api/members", { phone: scene.phone.number }),
      "409 member-exists",
    ],
    [
      "a birthday that never was",
      () => scene.post("/api/members", { birthday: { on: "1988-13-01", calendar: "solar" } }),
      invalid,
    ],
  ]);
});

test("idempotency keys that are missing, malformed or used for something else", async () => {
  const key = newKey();
  const first = sale();
  expect(await scene.post("/api/sales", first, "here", key)).toBe("201");
  const keyed = (given: string | null, body: unknown = first, from: From = "here") => () =>
    scene.post("/api/sales", body, from, given);
  await scene.refuses([
    ["none", keyed(null), "400 key-missing"],
    ["empty", keyed(""), "400 key-missing"],
    ["short", keyed("abc"), invalid],
    ["long", keyed("k".repeat(65)), invalid],
    ["odd letters", keyed("key with spaces and more"), invalid],
    ["the same command", keyed(key), "201"],
    [
      "another sum",
      keyed(key, sale({ lines: [line({ amountFen: 1 })], totalFen: 1 })),
      "422 key-reused",
    ],
    ["one field more", keyed(key, { ...first, member: null }), "422 key-reused"],
    ["another till's, same order number", keyed(key, first, "here"), "201"],
  ]);
});

test("afterwards the books are in order", async () => {
  expect((await verifyLedger(scene.db, Date.now())).findings).toEqual([]);
}, 120_000);
