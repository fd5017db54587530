/** What stands against publishing, saved cases above all, and the sandbox till they come from. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  acceptCase,
  checkProgramme,
  listAudit,
  listCases,
  publishRules,
  removeCase,
  runCases,
  saveCase,
  saveDraft,
  showTrialMember,
  tryCase,
} from "../../shared/console/endpoints.ts";
import { expectedOf } from "../../shared/programme/try-trial.ts";
import { inventedMember } from "../../shared/programme/trial.ts";
import { baseRules, place } from "../console/test-office.ts";
import { newKey } from "../test-house.ts";
import { brandId, doubled, type Drafting, openDrafting, trial, wednesday } from "./test-drafts.ts";

let { office, marketing, admin, save, publish, keep } = {} as Drafting;
beforeEach(async () => {
  ({ office, marketing, admin, save, publish, keep } = await openDrafting());
});
afterEach(() => office.close());

describe("what stands against publishing", () => {
  test("contradictions are refused with their findings", async () => {
    const { draftId } = await save({ ...doubled, rules: [...doubled.rules!, ...doubled.rules!] });
    await expect(publish(draftId)).rejects.toMatchObject({
      code: "rules-refused",
      fields: { findings: [{ level: "refused", code: "rule-twice", ruleIds: ["wednesday"] }] },
    });
  });

  test("so is every name the brand does not have", async () => {
    const when = {
      tierIds: ["tie_baker"],
      tags: ["没有这个标签"],
      memberCategoryIds: ["mct_none"],
      storeIds: [place.bakery],
    };
    const lines = { categoryIds: ["cat_none"], productIds: ["prd_none"] };
    const body = { ...doubled, rules: [{ ...doubled.rules![0]!, when, lines }] };
    const { draftId } = await save(body);
    const at = "/body/rules/0";
    await expect(publish(draftId)).rejects.toMatchObject({
      code: "input-invalid",
      fields: {
        errors: [
          { pointer: `${at}/when/tierIds/0`, detail: "no such tier" },
          { pointer: `${at}/when/tags/0`, detail: "no such tag" },
          { pointer: `${at}/when/memberCategoryIds/0`, detail: "no such member-category" },
          { pointer: `${at}/when/storeIds/0`, detail: "no such store" },
          { pointer: `${at}/lines/categoryIds/0`, detail: "no such category" },
          { pointer: `${at}/lines/productIds/0`, detail: "no such product" },
        ],
      },
    });
    const source = { kind: "draft" as const, draftId };
    const told = await office.ask(checkProgramme, { body: { brandId, source } }, marketing);
    expect(told.unknown).toHaveLength(6);
  });

  test("a case that would give otherwise stops it, side by side, until it is accepted", async () => {
    const { caseId } = await keep(128);
    const { draftId } = await save();
    const expected = { points: 128, availableOn: "2026-06-17", lapsesAfter: null, offsetFen: 0 };
    const got = { ...expected, points: 256 };
    const changed = { caseId, name: "周三一单", revision: 1, expected, got, same: false };
    await expect(publish(draftId)).rejects.toMatchObject({
      code: "cases-changed",
      fields: { cases: [changed] },
    });
    const source = { kind: "draft" as const, draftId };
    expect((await office.ask(runCases, { body: { brandId, source } }, admin)).results)
      .toEqual([changed]);
    await office.ask(acceptCase, {
      params: { case: caseId },
      body: { revision: 1, expected: got, reason: "周三起双倍" },
    }, marketing);
    expect(await publish(draftId)).toMatchObject({ version: 2 });
    // The same case now stops whoever would take the double away.
    await expect(office.ask(publishRules, {
      body: { brandId, basedOnVersion: 2, effectiveFrom: null, body: baseRules },
      key: newKey(),
    }, marketing)).rejects.toMatchObject({ code: "cases-changed" });
    await office.ask(removeCase, {
      params: { case: caseId },
      body: { revision: 2, reason: "活动结束" },
    }, marketing);
    expect((await office.ask(listCases, { query: { brandId } }, admin)).cases).toEqual([]);
    const { rows } = await office.ask(listAudit, { query: {} }, admin);
    expect(rows.map((row) => row.action)).toEqual(expect.arrayContaining([
      "case.saved",
      "case.accepted",
      "case.removed",
      "draft.saved",
      "rules.published",
    ]));
  });

  test("a name is kept once, and a case of goods that are gone is told", async () => {
    await keep(256);
    await expect(keep(256)).rejects.toMatchObject({ code: "name-taken" });
    const gone = { ...trial, lines: [{ ...trial.lines[0]!, productId: "prd_none" }] };
    await expect(office.ask(saveCase, {
      body: {
        brandId,
        name: "下架商品",
        trial: gone,
        expected: { points: 1, availableOn: null, lapsesAfter: null, offsetFen: 0 },
      },
      key: newKey(),
    }, marketing)).rejects.toMatchObject({ code: "product-unknown" });
  });
});

describe("the sandbox till", () => {
  test("gives outcome, reasons and what was missed, and writes nothing", async () => {
    const { draftId } = await save();
    const source = { kind: "draft" as const, draftId };
    const at = (instant: number) =>
      office.ask(
        tryCase,
        { body: { brandId, source, trial: { ...trial, at: instant } } },
        marketing,
      );
    const outcome = await at(wednesday);
    expect(outcome).toMatchObject({ points: 256, eligibleFen: 12_800, missed: [], offset: null });
    expect(outcome.reasons.map((reason) => reason.code)).toContain("rule-factor");
    expect(expectedOf(outcome)).toEqual({
      points: 256,
      availableOn: "2026-06-17",
      lapsesAfter: null,
      offsetFen: 0,
    });
    expect(await at(wednesday - 86_400_000)).toMatchObject({
      points: 128,
      missed: [{ code: "rule-missed", ruleId: "wednesday", condition: "weekdays" }],
    });
    expect(await office.house.db.execute("select id from sale")).toEqual([]);
  });

  test("pays with points where the rules offer it", async () => {
    const offset = {
      points: 100,
      fen: 100,
      others: [],
      minSaleFen: 20_000,
      maxSharePercent: 50,
      maxPoints: null,
      maxPointsPerDay: null,
      stepPoints: 1,
      excludedCategoryIds: [],
      window: null,
    };
    const source = { kind: "body" as const, body: { ...baseRules, offset } };
    const pay = (amountFen: number, offsetPoints: number) =>
      office.ask(tryCase, {
        body: {
          brandId,
          source,
          trial: {
            ...trial,
            lines: [{ quantityMilli: 1_000, amountFen }],
            member: { ...inventedMember, balance: 3_000 },
            offsetPoints,
          },
        },
      }, marketing);
    expect(await pay(25_000, 2_000)).toMatchObject({
      points: 230,
      offset: { mostPoints: 3_000, points: 2_000, fen: 2_000, refused: null },
    });
    expect(await pay(12_800, 2_000)).toMatchObject({
      points: 128,
      offset: { points: 0, fen: 0, refused: "offset-minimum" },
    });
  });

  test("takes a real member's standing without name, phone or year of birth", async () => {
    const { memberId } = await office.member({ name: "陈小满", phone: "13812348000", points: 120 });
    await office.house.db.execute("update member set birthday = '1991-06-17' where id = ?", [
      memberId,
    ]);
    const taken = await office.ask(showTrialMember, { params: { member: memberId } }, marketing);
    expect(taken.member).toMatchObject({
      label: "陈**",
      balance: 120,
      birthday: { on: "0000-06-17", calendar: "solar" },
    });
    expect(JSON.stringify(taken)).not.toMatch(/小满|1991|13812348000/);
  });

  test("another brand's draft is none", async () => {
    const other = await office.ask(saveDraft, {
      body: { brandId: place.baker, name: "面包", body: baseRules, basedOnVersion: 1 },
      key: newKey(),
    }, admin);
    await expect(office.ask(tryCase, {
      body: { brandId, source: { kind: "draft", draftId: other.draftId }, trial },
    }, marketing)).rejects.toMatchObject({ code: "not-found" });
  });
});
