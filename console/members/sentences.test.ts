import { expect, test } from "vitest";
import type { Screening } from "../../shared/members/screening.ts";
import { en } from "../../shared/wording/console/members/en.ts";
import { zh } from "../../shared/wording/console/members/zh.ts";
import { conditionsIn } from "./sentences.ts";

const names = {
  tier: (id: string) => `等级${id.slice(4)}`,
  category: (id: string) => id.slice(4),
  tag: () => "高价值",
  store: () => "滨江店",
  day: (day: string) => day,
  count: (n: number) => String(n),
};
const all: Required<Screening> = {
  tierIds: ["tie_1", "tie_2"],
  categoryIds: ["mct_staff"],
  tagIds: ["tag_1"],
  storeIds: ["sto_1"],
  joinedFrom: "2026-01-01",
  joinedTo: "2026-06-30",
  birthdayMonths: [5, 11],
  boughtFrom: "2026-05-01",
  boughtTo: "2026-06-01",
  notBoughtSince: "2026-06-02",
  pointsMin: 100,
  pointsMax: 900,
  state: "active",
};

test("every condition is said, in both languages, and can be taken away", () => {
  for (const words of [zh, en]) {
    const said = conditionsIn(all, words, names);
    expect(said).toHaveLength(10);
    for (const each of said) {
      expect(Object.keys(each.without).length).toBeLessThan(Object.keys(all).length);
    }
    const left = said.reduce<Screening>(
      (rest, { key }) =>
        conditionsIn(rest, words, names).find((each) => each.key === key)?.without ?? rest,
      all,
    );
    expect(left).toEqual({});
  }
});

test("says from and to, and leaves out what is open", () => {
  expect(conditionsIn({ pointsMin: 100 }, zh, names)[0]?.said).toBe("可用积分：100 至 不限");
  expect(conditionsIn({ joinedTo: "2026-06-30" }, en, names)[0]?.said)
    .toBe("Joined: ever to 2026-06-30");
  expect(conditionsIn({ tierIds: ["tie_1", "tie_2"] }, zh, names)[0]?.said)
    .toBe("等级：等级1, 等级2");
  expect(conditionsIn({}, zh, names)).toEqual([]);
});
