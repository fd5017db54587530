import { describe, expect, test } from "vitest";
import { formatsOf } from "./format.ts";
import { langFor } from "./lang.ts";

const zh = formatsOf("zh-CN");
const en = formatsOf("en");
/** One minute past midnight in the stores, still the day before in UTC. */
const AT = Date.parse("2026-11-21T16:01:00Z");

describe("amounts and numbers", () => {
  test("prices look alike in both languages", () => {
    for (const f of [zh, en]) {
      expect(f.money(8_800)).toBe("¥88.00");
      expect(f.money(123_456_789)).toBe("¥1,234,567.89");
      expect(f.money(-5)).toBe("−¥0.05");
      expect(f.moneyShort(8_800)).toBe("¥88");
      expect(f.moneyShort(8_850)).toBe("¥88.50");
    }
  });

  test("points are grouped, changes carry their sign", () => {
    expect(zh.count(12_480)).toBe("12,480");
    expect(en.signed(1_240)).toBe("+1,240");
    expect(zh.signed(-300)).toBe("−300");
    expect(zh.signed(0)).toBe("0");
    expect(en.share(0.125)).toBe("12.5%");
  });

  test("English tells one from many, Chinese does not", () => {
    const forms = { one: "point", other: "points" };
    expect([0, 1, 2].map((count) => en.plural(count, forms))).toEqual([
      "points",
      "point",
      "points",
    ]);
    expect(zh.plural(1, { one: "point", other: "分" })).toBe("分");
  });
});

describe("days are those of the stores, wherever the reader is", () => {
  test("an instant", () => {
    expect(zh.date(AT)).toBe("2026年11月22日");
    expect(en.date(AT)).toBe("22 Nov 2026");
    expect(zh.time(AT)).toBe("00:01");
    expect(en.monthDay(AT)).toBe("22 Nov");
  });

  test("a calendar day stays that day", () => {
    expect(zh.day("2026-02-28")).toBe("2026年2月28日");
    expect(en.day("2026-12-31")).toBe("31 Dec 2026");
    expect(zh.month("2026-11-01")).toBe("2026年11月");
  });
});

describe("the language for a reader", () => {
  test.each([
    [["en"], "en"],
    [[null, "zh-TW", "en"], "zh-CN"],
    [[null, undefined, "", "fr-FR"], "en"],
    [[null], "zh-CN"],
    [["zh"], "zh-CN"],
  ])("%j reads %s", (tags, lang) => expect(langFor(tags)).toBe(lang));
});
