/** The rules as a member reads them, on the phone and in front of a kiosk. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { showMyProgramme, showScanProgramme } from "../../shared/programme/endpoints.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { rule } from "../../shared/wording/rules/test-names.ts";
import { otherBrandId, otherStoreId, storeId } from "../access/test-callers.ts";
import { openScene, refusalOf, type Scene } from "../access/test-scene.ts";
import { plainRules } from "../test-chain.ts";

let scene: Scene;
const special: EarningRules["rules"] = [
  rule({ id: "fruit", lines: { categoryIds: ["cat_fruit"] }, when: { storeIds: [storeId] } }),
  rule({ id: "regulars", when: { tags: ["老客户"] } }),
];

beforeEach(async () => {
  scene = await openScene({ rules: special, excludedCategoryIds: ["cat_bread"] });
  const other = JSON.stringify({ ...plainRules, fenPerPoint: 500 });
  await scene.house.db.batch([
    "insert into category (id, brand_id, code, name_zh, name_en) values ('cat_fruit', 'brd_hexin', 'F', '水果', 'Fruit')",
    `insert into category (id, brand_id, code, name_zh) values ('cat_bread', '${otherBrandId}', 'B', '面包')`,
    "insert into tag (id, brand_id, name, created_at) values ('tag_1', 'brd_hexin', '老客户', 0)",
    `insert into earning_rules (id, brand_id, version, effective_from, body, published_by, published_at) values ('rul_other', '${otherBrandId}', 7, 0, '${other}', null, 0)`,
  ].map((sql) => ({ sql })));
});
afterEach(() => scene.close());

test("their brand's rules, named; what is for a tag only to whom it was given", async () => {
  const phone = await scene.member("13800005001", "黎书言");
  const before = await scene.ask(showMyProgramme, {}, phone.caller);
  expect(before.version).toBe(1);
  expect(before.rules.rules?.map(({ id }) => id)).toEqual(["fruit"]);
  expect(before.yours).toEqual([]);
  expect(JSON.stringify(before)).not.toContain("老客户");
  // Another brand's category is no name to tell.
  expect(before.names.map(({ nameZh }) => nameZh)).toEqual(["水果", "人民路店"]);
  await scene.house.db.execute(
    "insert into member_tag (member_id, tag_id, at) select id, 'tag_1', 0 from member",
  );
  const after = await scene.ask(showMyProgramme, {}, phone.caller);
  expect(after.rules.rules?.map(({ id }) => id)).toEqual(["fruit", "regulars"]);
  expect(after.yours).toEqual(["regulars"]);
  expect(JSON.stringify(after)).not.toContain("老客户");
});

test("a member of another brand reads that brand's", async () => {
  const other = await scene.enrol("13800005003", "欧阳明月", otherBrandId);
  const read = await scene.ask(showMyProgramme, {}, other);
  expect(read).toMatchObject({ version: 7, rules: { fenPerPoint: 500 }, names: [], yours: [] });
  expect(read.tiers.map(({ id }) => id)).toEqual(["tie_muchen"]);
});

test("at the kiosk of the scan alone; a till and a stranger read nothing", async () => {
  const phone = await scene.member("13800005001", "黎书言");
  const kiosk = await scene.terminal("kiosk");
  const { scanId } = await scene.scan("13800005001", kiosk);
  const read = (as: Parameters<Scene["ask"]>[2]) =>
    scene.ask(showScanProgramme, { params: { scan: scanId } }, as);
  expect(await read(kiosk)).toEqual(await scene.ask(showMyProgramme, {}, phone.caller));
  const other = await scene.terminal("kiosk", otherStoreId, otherBrandId);
  expect(await refusalOf(read(other))).toBe("scan-expired");
  const till = await scene.key("brd_hexin", storeId);
  expect(await refusalOf(scene.ask(showMyProgramme, {}, till))).not.toBe("");
  expect(await refusalOf(read(phone.caller))).not.toBe("");
});
