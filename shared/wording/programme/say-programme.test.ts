import { expect, test } from "vitest";
import { defaultGrantRules } from "../../grants/grant-rules.ts";
import type { MemberProgramme } from "../../programme/endpoints.ts";
import { en as rulesEn } from "../rules/en.ts";
import { plain, rule } from "../rules/test-names.ts";
import { zh as rulesZh } from "../rules/zh.ts";
import { en } from "./en.ts";
import { sayProgramme } from "./say-programme.ts";
import { zh } from "./zh.ts";

const festivals = { ids: ["mid-autumn" as const], daysBefore: 1, daysAfter: 1 };
const read: MemberProgramme = {
  version: 3,
  effectiveFrom: 0,
  day: "2026-09-25",
  tierId: "tie_gold",
  birthday: ["month"],
  rules: {
    ...plain,
    tierFactorPercent: { tie_gold: 150 },
    rules: [
      rule({ id: "fridays", nameZh: "周一水果", nameEn: "Fruit Monday", when: { weekdays: [1] } }),
      rule({ when: { festivals } }),
      rule({ id: "own", nameZh: "生日月", nameEn: "Birthday month", when: { birthday: "month" } }),
    ],
    grants: defaultGrantRules,
  },
  yours: ["own"],
  tiers: [{ id: "tie_gold", level: 1, nameZh: "金卡", nameEn: "Gold", colour: "#000" }],
  names: [],
};
const inZh = { t: zh, rules: rulesZh, nameOf: (of: { nameZh: string }) => of.nameZh };
const inEn = { t: en, rules: rulesEn, nameOf: (of: { nameEn: string }) => of.nameEn };
const specials = (day: string, saying: Parameters<typeof sayProgramme>[2] = inZh) =>
  sayProgramme(read, day, saying).find(({ name }) => name === "specials")!.lines;

test("sections in order, each line in one of them", () => {
  const told = sayProgramme(read, read.day, inZh);
  expect(told.map(({ name }) => name)).toEqual([
    "earning",
    "specials",
    "offset",
    "validity",
    "grants",
  ]);
  expect(told[0]!.lines.find(({ key }) => key === "tier:tie_gold")!.marks).toEqual(["tier"]);
  expect(told[2]!.lines).toEqual([]);
  expect(told.flatMap(({ lines }) => lines)).toHaveLength(
    rulesZh.lines(read.rules, { tiers: [{ id: "tie_gold", name: "金卡" }], category: String })
      .length,
  );
});

test("what holds today stands first and says so; festivals have their days", () => {
  const [first, second, last] = specials("2026-09-25");
  expect(first).toMatchObject({
    name: "中秋双倍",
    marks: ["today"],
    days: ["中秋节：2026年9月24日至9月26日"],
  });
  expect(second).toMatchObject({ name: "生日月", marks: ["today", "yours"] });
  expect(last).toMatchObject({ name: "周一水果", marks: [] });
  expect(specials("2026-09-25", inEn)[0]).toMatchObject({
    name: "Mid-Autumn double",
    days: ["Mid-Autumn Festival: 24 Sept 2026 to 26 Sept 2026"],
  });
});

test("on another day than the one it was read, the birthday is not guessed", () => {
  const later = specials("2026-09-28");
  expect(later.map(({ name, marks }) => [name, marks])).toEqual([
    ["周一水果", ["today"]],
    ["中秋双倍", []],
    ["生日月", ["yours"]],
  ]);
  expect(later[1]!.days).toEqual(["中秋节：2027年9月14日至9月16日"]);
});
