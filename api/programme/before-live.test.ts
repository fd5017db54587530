/** From a draft to rules in force: kept, tried, guarded by cases, approved by somebody else. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  acceptCase,
  changeDraft,
  changeParameters,
  checkProgramme,
  decideApproval,
  listApprovals,
  listAudit,
  listCases,
  listDrafts,
  publishDraft,
  publishRules,
  removeCase,
  removeDraft,
  republishVersion,
  runCases,
  saveCase,
  saveDraft,
  showDraft,
  showProgramme,
  showTrialMember,
  tryCase,
} from "../../shared/console/endpoints.ts";
import { defaultParameters } from "../../shared/parameters/parameters.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { inventedMember, type Trial } from "../../shared/programme/trial.ts";
import { expectedOf } from "../../shared/programme/try-trial.ts";
import { baseRules, type Office, openOffice, personOf, place } from "../console/test-office.ts";
import { type Caller, newKey } from "../test-house.ts";

let office: Office;
let marketing: Caller;
let admin: Caller;
beforeEach(async () => {
  office = await openOffice();
  marketing = await office.as(personOf("hq-marketing"));
  admin = await office.as(personOf("hq-admin"));
});
afterEach(() => office.close());

const brandId = place.grocer;
const doubled: ProgrammeRules = {
  ...baseRules,
  rules: [{
    id: "wednesday",
    nameZh: "周三双倍",
    nameEn: "Double Wednesday",
    on: true,
    when: { weekdays: [3] },
    lines: {},
    gives: { kind: "multiplier", percent: 200 },
    priority: 0,
    groupId: null,
    caps: null,
  }],
};
/** 18:00 on Wednesday 17 June 2026, in Shanghai. */
const wednesday = Date.UTC(2026, 5, 17, 10);
const trial: Trial = {
  lines: [{ quantityMilli: 1_000, amountFen: 12_800 }],
  member: inventedMember,
  storeId: place.riverside,
  at: wednesday,
  offsetPoints: 0,
};

const save = (body: ProgrammeRules = doubled, as = marketing, name = "周三双倍") =>
  office.ask(saveDraft, { body: { brandId, name, body, basedOnVersion: 1 }, key: newKey() }, as);
const publish = (
  draft: string,
  change: { revision?: number; effectiveFrom?: number | null } = {},
) =>
  office.ask(publishDraft, {
    params: { draft },
    body: { revision: 1, basedOnVersion: 1, effectiveFrom: null, reason: "试行", ...change },
    key: newKey(),
  }, marketing);
const programme = () => office.ask(showProgramme, { query: { brandId } }, marketing);
const drafts = async () => (await office.ask(listDrafts, { query: { brandId } }, marketing)).drafts;
const needSecond = () =>
  office.ask(changeParameters, {
    body: { brandId, revision: 0, parameters: { ...defaultParameters, publishNeedsSecond: true } },
  }, admin);
const keep = (points: number, name = "周三一单") =>
  office.ask(saveCase, {
    body: {
      brandId,
      name,
      trial,
      expected: { points, availableOn: "2026-06-17", lapsesAfter: null, offsetFen: 0 },
    },
    key: newKey(),
  }, marketing);
const decide = (approval: string, as: Caller) =>
  office.ask(decideApproval, {
    params: { approval },
    body: { decision: "approve", reason: "同意" },
    key: newKey(),
  }, as);

describe("a draft", () => {
  test("is kept, changed from the revision that was read, and thrown away", async () => {
    const { draftId } = await save();
    expect(await office.ask(showDraft, { params: { draft: draftId } }, admin)).toMatchObject({
      name: "周三双倍",
      revision: 1,
      basedOnVersion: 1,
      changedBy: "职员hq-marketing",
      body: doubled,
    });
    const change = (revision: number) =>
      office.ask(changeDraft, {
        params: { draft: draftId },
        body: { revision, name: "周三三倍", body: baseRules, basedOnVersion: 1 },
      }, marketing);
    expect(await change(1)).toEqual({ revision: 2 });
    await expect(change(1)).rejects.toMatchObject({ code: "changed-meanwhile" });
    const remove = (revision: number) =>
      office.ask(removeDraft, { params: { draft: draftId }, body: { revision } }, marketing);
    await expect(remove(1)).rejects.toMatchObject({ code: "changed-meanwhile" });
    await remove(2);
    expect(await drafts()).toEqual([]);
    await expect(change(3)).rejects.toMatchObject({ code: "not-found" });
  });

  test("two who save at once do not both win", async () => {
    const { draftId } = await save();
    const both = await Promise.allSettled([1, 2].map((n) =>
      office.ask(changeDraft, {
        params: { draft: draftId },
        body: { revision: 1, name: `改 ${n}`, body: doubled, basedOnVersion: 1 },
      }, marketing)
    ));
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(both.find((each) => each.status === "rejected")).toMatchObject({
      reason: { code: "changed-meanwhile" },
    });
  });

  test("comes into force word for word and is no draft any more", async () => {
    const { draftId } = await save();
    expect(await publish(draftId)).toMatchObject({ version: 2, approvalId: null });
    const { versions } = await programme();
    expect(versions[0]).toMatchObject({ version: 2, body: doubled, repeats: null });
    expect(await drafts()).toEqual([]);
    await expect(publish(draftId)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is not published in another revision than was read, nor on an older version", async () => {
    const { draftId } = await save();
    await expect(publish(draftId, { revision: 2 })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await publish((await save()).draftId);
    await expect(publish(draftId)).rejects.toMatchObject({ code: "changed-meanwhile" });
  });
});

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

describe("a second person", () => {
  test("approves exactly what was asked; the asker cannot", async () => {
    await needSecond();
    const { draftId } = await save();
    const [text] = await office.house.db.execute("select body from rules_draft");
    const asked = await publish(draftId);
    expect(asked).toMatchObject({ rulesId: null, version: null });
    expect((await programme()).versions).toHaveLength(1);
    await expect(decide(asked.approvalId!, marketing)).rejects.toMatchObject({
      code: "approval-own",
    });
    // What is written on in the draft meanwhile is not what was asked.
    await office.ask(changeDraft, {
      params: { draft: draftId },
      body: { revision: 1, name: "周三十倍", body: baseRules, basedOnVersion: 1 },
    }, marketing);
    const [request] = (await office.ask(listApprovals, { query: {} }, admin)).approvals;
    expect(JSON.parse(request!.effect!)).toMatchObject({
      version: 2,
      refused: null,
      inForce: { version: 1 },
    });
    await decide(asked.approvalId!, admin);
    const rows = await office.house.db.execute(
      "select body, published_by, approval_id from earning_rules where version = 2 and brand_id = ?",
      [brandId],
    );
    expect({ ...rows[0] }).toEqual({
      body: text!.body,
      published_by: personOf("hq-marketing"),
      approval_id: asked.approvalId,
    });
    expect((await programme()).versions[0]).toMatchObject({
      publishedBy: "职员hq-marketing",
      approvedBy: "职员hq-admin",
    });
    expect(await drafts()).toMatchObject([{ name: "周三十倍", revision: 2 }]);
  });

  test("cannot approve what another version has overtaken, nor what has begun already", async () => {
    await needSecond();
    const first = await publish((await save()).draftId);
    const from = office.clock.now + 3_600_000;
    const second = await publish((await save()).draftId, { effectiveFrom: from });
    office.clock.now = from + 1;
    admin = await office.as(personOf("hq-admin"));
    await expect(decide(second.approvalId!, admin)).rejects.toMatchObject({ code: "start-passed" });
    await decide(first.approvalId!, admin);
    const third = (await office.ask(listApprovals, { query: {} }, admin)).approvals;
    expect(third).toMatchObject([{ id: second.approvalId }]);
    office.clock.now = from - 1;
    await expect(decide(second.approvalId!, await office.as(personOf("hq-admin")))).rejects
      .toMatchObject({ code: "changed-meanwhile" });
  });
});

test("an old version is taken up again under a new number", async () => {
  await publish((await save()).draftId);
  const old = (await programme()).versions.find((each) => each.version === 1)!;
  const again = await office.ask(republishVersion, {
    params: { rules: old.id },
    body: { basedOnVersion: 2, effectiveFrom: null, reason: "双倍太贵" },
    key: newKey(),
  }, marketing);
  expect(again).toMatchObject({ version: 3 });
  expect((await programme()).versions[0]).toMatchObject({
    version: 3,
    repeats: 1,
    body: old.body,
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
