import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as doors from "../../../console/endpoints.ts";
import * as surveys from "../../../surveys/endpoints.ts";
import { en } from "./en.ts";
import { formatsOf } from "../../format.ts";
import { valueText } from "../../log-text.ts";
import { zh } from "./zh.ts";

const chinese = {
  ...{ log: zh, roles: {}, ownRole: "", formats: formatsOf("zh-CN") },
  name: (of: { nameZh: string }) => of.nameZh,
  placeName: () => "",
};

/** Names of all fields of a schema, whatever it is wrapped in. */
const fieldsOf = (schema: unknown, found = new Set<string>(), met = new Set<unknown>()) => {
  if (typeof schema !== "object" || schema === null || met.has(schema)) return found;
  met.add(schema);
  const def = (schema as { _zod?: { def: Record<string, unknown> } })._zod?.def;
  if (!def) return found;
  for (const [name, inner] of Object.entries(def.shape ?? {})) {
    found.add(name);
    fieldsOf(inner, found, met);
  }
  for (const inner of ["innerType", "element", "valueType", "in", "out"]) {
    fieldsOf(def[inner], found, met);
  }
  for (const option of [...(def.options as unknown[] ?? []), ...(def.items as unknown[] ?? [])]) {
    fieldsOf(option, found, met);
  }
  return found;
};

const sources = readdirSync("api", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/test/.test(name))
  .map((name) => readFileSync(`api/${name}`, "utf8"))
  .filter((text) => text.includes("auditRow("));

/** Fields written out where a row of the log is made. */
const written = () => {
  const found = new Set<string>();
  for (const text of sources) {
    for (const [, inside] of text.matchAll(/\b(?:before|after): \{([^{}]*)\}/g)) {
      for (const [, name] of inside!.replace(/\.\.\.[^,]*/g, "").matchAll(/(?:^|,)\s*(\w+)/g)) {
        found.add(name!);
      }
    }
  }
  return found;
};

/** Doors whose whole body goes into the log. */
const logged = Object.values({ ...doors, ...surveys }).filter((each) =>
  typeof each === "object" && each !== null && "body" in each && "id" in each &&
  [
    "addGift",
    "changeGift",
    "putTiers",
    "addStore",
    "changeStore",
    "addKey",
    "changeParameters",
    "putTransferSettings",
    "addSurvey",
    "changeSurvey",
    "addRole",
    "exportList",
    "stepGiftOrder",
    "addMemberCategory",
    "putGiftShelves",
    "saveDraft",
    "addTag",
  ].includes(String(each.id))
) as { id: string; body: unknown }[];

test("a survey ends and does not go out of business; requests and files are told in words", () => {
  const text = (action: string, path: string, value: string) =>
    valueText(chinese, { action, names: [] }, path, value);
  expect(text("survey.closed", "state", "closed")).toBe("已结束");
  expect(text("survey.closed", "state", "published")).toBe("发布中");
  expect(text("store.changed", "state", "closed")).toBe("已停业");
  expect(text("approval.asked", "kind", "points.adjust")).toBe("人工加减积分");
  const names = [{ id: "gft_1", nameZh: "茶具", nameEn: "Tea set" }];
  const row = { action: "tiers.changed", names };
  expect(valueText(chinese, row, "giftId", "gft_1")).toBe("茶具");
  expect(valueText(chinese, row, "tiers", '[{"level":2,"giftId":"gft_1"}]'))
    .toBe("级别 2 礼品 茶具");
});

test.each([["zh-CN", zh.fields], ["en", en.fields]])(
  "every logged field has its word: %s",
  (_, words) => {
    const names = new Set([...written(), ...logged.flatMap((door) => [...fieldsOf(door.body)])]);
    expect([...names].filter((name) => !(name in words)).sort()).toEqual([]);
  },
);
