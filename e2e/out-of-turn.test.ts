/** What is refused because it is another's, or because its time is over: over real HTTP, on the real
 *  server. Nothing of it is written. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { muchen } from "../api/demo/places.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { call } from "../shared/call.ts";
import { setMyPin } from "../shared/members/endpoints.ts";
import { type Case, type From, openRefusals, type Refusals, sale } from "./refusals.ts";

let scene: Refusals;
beforeAll(async () => void (scene = await openRefusals()), 300_000);
afterAll(() => scene?.close());

const invalid = "400 input-invalid";

test("things of other stores and brands, and of nobody", async () => {
  const { made } = scene;
  const froms = ["next", "other", "nobody"] as const;
  const each = (
    what: string,
    asked: (from: From) => Promise<string>,
    expected: readonly [string, string],
  ) =>
    froms.map((from, i) =>
      [`${what} from ${from}`, () => asked(from), [...expected, "401 signed-out"][i]!] as Case
    );
  const unseen = ["404 not-found", "404 not-found"] as const;
  const strange = ["409 scan-expired", "409 scan-expired"] as const;
  const elsewhere = ["409 claim-elsewhere", "404 not-found"] as const;
  await scene.refuses([
    ...each("a sale", (from) => scene.see(`/api/sales/${made.sale}`, from), unseen),
    ...each("a return", (from) => scene.post(`/api/sales/${made.sale}/returns`, {}, from), unseen),
    ...each("a scan", (from) => scene.see(`/api/scans/${made.scan}/account`, from), strange),
    ...each(
      "a sale with a scan",
      (from) => scene.post("/api/sales", sale({ member: { scanId: made.scan } }), from),
      strange,
    ),
    ...each(
      "a claim with a scan",
      (from) => scene.post("/api/claims", { scanId: made.scan, giftId: made.gift }, from),
      strange,
    ),
    ...each(
      "a hand-over",
      (from) => scene.post(`/api/claims/${made.claim}/hand-over`, {}, from),
      elsewhere,
    ),
    ...each(
      "a cancelling",
      (from) => scene.post(`/api/claims/${made.claim}/cancel`, {}, from),
      elsewhere,
    ),
    [
      "a claim's code at the other brand",
      () => scene.post("/api/claims/look-up", { code: made.claimCode }, "other"),
      "404 not-found",
    ],
    [
      "sales of a scan elsewhere",
      () => scene.see(`/api/sales?scanId=${made.scan}`, "next"),
      "409 scan-expired",
    ],
    [
      "a card for the other brand's member",
      () => scene.post(`/api/members/${made.member}/cards`, {}, "other"),
      "404 not-found",
    ],
    [
      "a card at the other brand",
      () => scene.post("/api/sales", sale({ member: { card: made.card } }), "other"),
      "404 card-code-invalid",
    ],
    ["the other brand's goods", () => scene.see(`/api/goods?brandId=${muchen}`), "404 not-found"],
    ["the console", () => scene.see("/api/console/staff"), "403 not-allowed"],
    ["a member's own page", () => scene.see("/api/members/me"), "403 not-allowed"],
  ]);
});

test("what is not possible any more, or not yet", async () => {
  const { made } = scene;
  const take = (giftId: string, scanId = made.scan) => () =>
    scene.post("/api/claims", { scanId, giftId });
  const give = (lines: unknown) => () => scene.post(`/api/sales/${made.sale}/returns`, { lines });
  const one = { n: 1, quantityMilli: 1000 };
  await scene.refuses([
    [
      "an order number again",
      () => scene.post("/api/sales", sale({ orderNo: made.orderNo })),
      "409 order-exists",
    ],
    [
      "a scan again",
      () => scene.post("/api/sales", sale({ member: { scanId: made.usedScan } })),
      "409 scan-used",
    ],
    ["a gift with a used scan", take(made.gift, made.usedScan), "409 scan-used"],
    ["a gift with an old code", take(made.gift, made.earnOnly), "403 scan-earn-only"],
    ["a gift that is gone", take(made.goneGift), "409 gift-gone"],
    ["a gift beyond the points", take(made.dearGift), "409 points-short"],
    ["a gift that is none", take("gft_01nothere"), "404 not-found"],
    [
      "a sale returned before",
      () => scene.post(`/api/sales/${made.returned}/returns`, {}),
      "409 sale-returned",
    ],
    ["more than was bought", give([{ ...one, quantityMilli: 1001 }]), "409 return-too-large"],
    ["more money than was paid", give([{ ...one, amountFen: 8_801 }]), "409 return-too-large"],
    ["one line twice", give([one, one]), "409 return-too-large"],
    ["a line that is none", give([{ ...one, n: 2 }]), "409 return-too-large"],
    [
      "a claim that was cancelled",
      () => scene.post(`/api/claims/${made.overClaim}/hand-over`, {}),
      "409 claim-over",
    ],
  ]);
  expect(await scene.post(`/api/claims/${made.claim}/hand-over`, {})).toBe("200");
  await scene.refuses([
    [
      "a claim handed over",
      () => scene.post(`/api/claims/${made.claim}/hand-over`, {}),
      "409 claim-used",
    ],
    [
      "cancelling it then",
      () => scene.post(`/api/claims/${made.claim}/cancel`, {}),
      "409 claim-used",
    ],
  ]);
});

test("five wrong PINs lock it, and the right one waits too", async () => {
  const { made } = scene;
  const allow = (pin: unknown) => () => scene.post(`/api/scans/${made.scan}/allow`, { pin });
  await scene.refuses([["before there is one", allow("628405"), "409 pin-missing"]]);
  await call(scene.phone.caller, setMyPin, { body: { pin: "628405" } });
  await scene.refuses([
    ...["62840", "6284051", "六二八四〇五", 628405, null].map((pin) =>
      [`${pin}`, allow(pin), invalid] as Case
    ),
    ...["000000", "123456", "628406", "628404"].map((pin) =>
      [pin, allow(pin), "400 pin-wrong"] as Case
    ),
    ["the fifth", allow("111111"), "423 pin-locked"],
    ["the right one, too late", allow("628405"), "423 pin-locked"],
  ]);
});

test("afterwards the books are in order", async () => {
  expect((await verifyLedger(scene.db, Date.now())).findings).toEqual([]);
}, 120_000);
