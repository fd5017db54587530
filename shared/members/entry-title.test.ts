import { expect, test } from "vitest";
import { entryTitle } from "./entry-title.ts";

test("a gift is called by its name in the reader's language", () => {
  const row = { title: "怀旧搪瓷杯", titleEn: "Enamel mug" };
  expect([entryTitle(row, "zh-CN"), entryTitle(row, "en")]).toEqual(["怀旧搪瓷杯", "Enamel mug"]);
});

test("goods keep the name on the receipt, and no name is no title", () => {
  expect(entryTitle({ title: "散装鸡蛋" }, "en")).toBe("散装鸡蛋");
  expect(entryTitle({ title: "" }, "en")).toBe(null);
  expect(entryTitle({ title: null }, "zh-CN")).toBe(null);
});
