import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withCheckDigits } from "../../shared/cards/check-digits.ts";
import { STEP_SECONDS } from "../../shared/cards/ecard.ts";
import {
  brandId,
  openScene,
  otherBrandId,
  otherStoreId,
  type Phone,
  refusalOf,
  type Scene,
  storeId,
} from "../access/test-scene.ts";
import { forget } from "../access/known.ts";
import type { Caller } from "../test-house.ts";

let scene: Scene;
let till: Caller;
beforeAll(async () => {
  scene = await openScene();
  till = await scene.key(brandId, storeId);
});
afterAll(() => scene.close());

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

describe("a rotating code", () => {
  test.each([-1, 0, 1])("of step %i may spend", async (off) => {
    const phone = await scene.member();
    expect(await scan(await phone.code(off))).toMatchObject({ via: "rotating", rights: "spend" });
  });

  test.each([-40, -2, 2, 40])("of step %i earns and identifies only", async (off) => {
    const phone = await scene.member();
    expect(await scan(await phone.code(off))).toMatchObject({ via: "stale", rights: "earn" });
  });

  test.each([-41, 41, -4000, 4799])("of step %i grants nothing and is not counted", async (off) => {
    const phone = await scene.member();
    expect(await refusal(await phone.code(off))).toBe("card-code-skewed");
    expect(await cardRow(phone)).toMatchObject({ bad_total: 0, last_counter: 0 });
  });

  test("of more than 20 hours ago fits nothing", async () => {
    const phone = await scene.member();
    expect(await refusal(await phone.code(-4900))).toBe("card-code-invalid");
  });

  test("serves once, and none older than the last", async () => {
    const phone = await scene.member();
    const [old, shown] = [await phone.code(-1), await phone.code(0, 1)];
    const earlier = await phone.code(0, 0);
    await scan(shown);
    for (const code of [shown, old, earlier]) expect(await refusal(code)).toBe("card-code-used");
    expect((await scan(await phone.code(0, 2))).rights).toBe("spend");
    wait(1);
    expect((await scan(await phone.code())).rights).toBe("spend");
  });

  test("scanned fifty times at once is accepted once", async () => {
    for (let round = 0; round < 5; round++) {
      const phone = await scene.member();
      const code = await phone.code();
      const tills = await Promise.all([0, 1, 2].map(() => scene.key(brandId, storeId)));
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, i) => refusal(code, tills[i % 3])),
      );
      expect(all.filter((r) => r === "")).toHaveLength(1);
      expect(all.filter((r) => r === "card-code-used")).toHaveLength(49);
      const scans = await scene.db.execute(
        "select count(*) as n from scan s join card c on c.id = s.card_id where c.handle = ?",
        [phone.handle],
      );
      expect(scans[0]!.n).toBe(1);
    }
  });

  test("is dead 30 seconds after it was shown, for spending", async () => {
    const phone = await scene.member();
    scene.clock.now = Math.ceil(scene.clock.now / 15_000) * 15_000;
    const code = await phone.code();
    scene.clock.now += 29_999;
    expect((await scan(code)).rights).toBe("spend");
    const next = await phone.code();
    scene.clock.now += 30_001;
    expect((await scan(next)).rights).toBe("earn");
  });

  test("of another brand's member is like no code at all", async () => {
    const phone = await scene.member();
    const elsewhere = await scene.key(otherBrandId, otherStoreId);
    expect(await refusal(await phone.code(), elsewhere)).toBe("card-code-invalid");
    expect((await scan(await phone.code())).rights).toBe("spend");
  });

  test("ends with the phone's next enrolment", async () => {
    const phone = await scene.member();
    const next = await scene.ecard(phone.caller);
    expect(await refusal(await phone.code())).toBe("card-frozen");
    expect((await scan(await next.code())).rights).toBe("spend");
  });
});

describe("a member or card that is stopped", () => {
  test.each([
    ["update member set state = 'frozen' where id = ?", "member-frozen"],
    ["update member set state = 'closed' where id = ?", "card-code-invalid"],
    ["update card set state = 'lost' where member_id = ?", "card-frozen"],
  ])("is refused: %s", async (sql, expected) => {
    const phone = await scene.member();
    const { member } = await scan(await phone.code());
    await scene.db.execute(sql, [member.id]);
    forget(scene.db, member.id);
    wait(1);
    expect(await refusal(await phone.code())).toBe(expected);
    expect(await refusal(forged(await phone.code()))).toBe("card-code-invalid");
  });
});

describe("a phone number", () => {
  test("earns and shows the member masked; an unknown one is like no card", async () => {
    await scene.member("13655551234", "诸葛孔明");
    const seen = await scan("136 5555 1234");
    expect(seen).toMatchObject({ via: "phone", rights: "earn" });
    expect(seen.member).toMatchObject({ nameMasked: "诸***", phoneMasked: "136****1234" });
    expect(await refusal("13655559999")).toBe("card-code-invalid");
  });
});

describe("a scan that was opened", () => {
  const kept = async (id: string) =>
    (await scene.db.execute("select * from scan where id = ?", [id]))[0]!;

  test("names the till that opened it, and ends after three minutes", async () => {
    const phone = await scene.member();
    const { scanId } = await scan(await phone.code());
    const now = scene.clock.now;
    expect(await kept(scanId)).toMatchObject({
      card_id: (await cardRow(phone)).id,
      brand_id: brandId,
      store_id: storeId,
      terminal_id: null,
      staff_id: null,
      api_key_id: expect.stringMatching(/^key_/),
      opened_at: now,
      expires_at: now + 180_000,
    });
  });

  test("names the counter and who is signed in on it", async () => {
    const counter = await scene.terminal("counter");
    const cashier = await scene.staff("cashier", {}, counter);
    const phone = await scene.member();
    const { scanId } = await scan(await phone.code(), cashier);
    expect(await kept(scanId)).toMatchObject({
      terminal_id: counter.terminalId,
      staff_id: cashier.staffId,
      api_key_id: null,
    });
  });
});
