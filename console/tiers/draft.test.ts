import { expect, test } from "vitest";
import { checkDraft, draftOf, newStep, type TiersView } from "./draft.ts";

const view: TiersView = {
  revision: 3,
  changedAt: null,
  policy: {
    basis: "spending",
    span: "months",
    review: { kind: "months", months: 12 },
    graceDays: 30,
  },
  tiers: [
    {
      id: "tie_basic",
      level: 0,
      nameZh: "普通会员",
      nameEn: "Member",
      colour: "#78716c",
      thresholdFen: 0,
      thresholdPoints: 0,
      pricePoints: null,
      priceMonths: 12,
      discounts: [],
      birthday: null,
      freeDelivery: false,
      members: 8,
      factorPercent: 100,
    },
    {
      id: "tie_gold",
      level: 1,
      nameZh: "金卡",
      nameEn: "Gold",
      colour: "#c79a3a",
      thresholdFen: 500_050,
      thresholdPoints: 5_000,
      pricePoints: 3_000,
      priceMonths: 6,
      discounts: [
        { on: "all", offPercent: 5 },
        { on: "category", categoryId: "cat_fresh", offPercent: 8 },
        { on: "product", productId: "prd_rice", offPercent: 0 },
      ],
      birthday: { kind: "points", points: 200 },
      freeDelivery: true,
      members: 2,
      factorPercent: 150,
    },
  ],
  categories: [],
  products: [],
  gifts: [],
};

test("what was set comes back as it was", () => {
  const { settings } = checkDraft(draftOf(view));
  expect(settings?.policy).toEqual(view.policy);
  const own = view.tiers.map(({ level: _l, members: _m, factorPercent: _f, ...rest }) => rest);
  expect(settings?.tiers).toEqual(own);
});

test("wrong fields are named at their step", () => {
  const draft = draftOf(view);
  draft.graceDays = "x";
  draft.steps[1]!.thresholdFen = "1.234";
  draft.steps.push(newStep("new-1"));
  const checked = checkDraft(draft);
  expect(checked.settings).toBeNull();
  expect([...checked.policy]).toContain("graceDays");
  expect([...checked.steps.get("tie_gold")!]).toEqual(["thresholdFen"]);
  expect([...checked.steps.get("new-1")!]).toContain("nameZh");
});

test("a ladder that does not rise is said where it does not", () => {
  const draft = draftOf(view);
  draft.steps[1]!.thresholdFen = "0";
  expect(checkDraft(draft).fault).toEqual({ key: "tie_gold", fault: "not-above" });
});
