import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addKey, publishRules, showProgramme } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { openDesk, programme } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let marketing: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
});
afterEach(() => office.close());

const publish = (
  change: Partial<BodyOf<typeof publishRules>> = {},
  as = marketing,
  key = newKey(),
) =>
  office.ask(publishRules, {
    body: {
      brandId: place.grocer,
      basedOnVersion: 1,
      effectiveFrom: office.clock.now,
      body: { ...baseRules, fenPerPoint: 50 },
      ...change,
    },
    key,
  }, as);
const show = () => office.ask(showProgramme, { query: { brandId: place.grocer } }, marketing);
const inForce = async (at: number) => {
  const desk = openDesk(office.house, programme);
  return (await desk.db.read(rulesAt, [place.grocer, at]))[0]?.version;
};

describe("publishing rules", () => {
  test("a new version holds from its instant on; the old one stays what it was", async () => {
    const from = office.clock.now + 86_400_000;
    expect(await publish({ effectiveFrom: from })).toMatchObject({ version: 2 });
    const { versions } = await show();
    expect(versions).toMatchObject([
      {
        version: 2,
        effectiveFrom: from,
        publishedBy: "职员hq-marketing",
        body: { fenPerPoint: 50 },
      },
      { version: 1, publishedBy: null, body: { fenPerPoint: 100 } },
    ]);
    expect(await inForce(from - 1)).toBe(1);
    expect(await inForce(from)).toBe(2);
  });

  test("of two editors who started from the same version, the second is told", async () => {
    const both = await Promise.allSettled([publish(), publish()]);
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
    expect(both.find((b) => b.status === "rejected")).toMatchObject({
      reason: { code: "changed-meanwhile" },
    });
    await expect(publish({ basedOnVersion: 2 })).resolves.toMatchObject({ version: 3 });
    await expect(publish({ basedOnVersion: 7 })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("a repeated command publishes once", async () => {
    const key = newKey();
    expect(await publish({}, marketing, key)).toEqual(await publish({}, marketing, key));
    expect((await show()).versions).toHaveLength(2);
  });

  test("not into the past, unless another system brings old sales", async () => {
    const late = { effectiveFrom: office.clock.now - 5 * 60_000 - 1 };
    await expect(publish(late)).rejects.toMatchObject({ code: "time-refused" });
    const admin = await office.as(personOf("hq-admin"));
    const { secret } = await office.ask(addKey, {
      body: { label: "数据迁移", role: "integration", brandId: place.grocer, storeId: null },
      key: newKey(),
    }, admin);
    const system: Caller = { client: "pos", headers: { authorization: `Bearer ${secret}` } };
    await expect(publish(late, system)).resolves.toMatchObject({ version: 2 });
    expect((await show()).versions[0]?.publishedBy).toBe("数据迁移");
  });

  test("only with tiers and categories of the brand", async () => {
    const body = {
      ...baseRules,
      tierFactorPercent: { tie_grocer: 150, tie_baker: 200 },
      excludedCategoryIds: ["cat_gone"],
    };
    await expect(publish({ body })).rejects.toMatchObject({
      code: "input-invalid",
      fields: {
        errors: [
          { pointer: "/body/tierFactorPercent/tie_baker" },
          { pointer: "/body/excludedCategoryIds/0" },
        ],
      },
    });
  });

  test.each([
    { fenPerPoint: 0 },
    { fenPerPoint: 1.5 },
    { pointsPerStep: -1 },
    { pendingDays: 400 },
    { surprise: true },
  ])("%j is not a rule", async (change) => {
    await expect(publish({ body: { ...baseRules, ...change } })).rejects.toMatchObject({
      code: "input-invalid",
    });
  });

  test("a published version cannot be edited in the database either", async () => {
    await expect(office.house.db.execute("update earning_rules set body = '{}'"))
      .rejects.toThrow(/append-only/);
  });
});
