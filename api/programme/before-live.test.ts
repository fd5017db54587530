/** From a draft to rules in force: kept, published word for word, approved by somebody else. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  changeDraft,
  listApprovals,
  removeDraft,
  republishVersion,
  showDraft,
} from "../../shared/console/endpoints.ts";
import { baseRules, personOf } from "../console/test-office.ts";
import { newKey } from "../test-house.ts";
import { brandId, doubled, type Drafting, openDrafting } from "./test-drafts.ts";

let { office, marketing, admin, save, publish, programme, drafts, needSecond, decide } =
  {} as Drafting;
beforeEach(async () => {
  ({ office, marketing, admin, save, publish, programme, drafts, needSecond, decide } =
    await openDrafting());
});
afterEach(() => office.close());

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
