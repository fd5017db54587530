import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideApproval } from "../../shared/console/endpoints.ts";
import { listMyHistory, showMe } from "../../shared/members/endpoints.ts";
import { showEarn } from "../../shared/grants/endpoints.ts";
import {
  addSurvey,
  answerSurvey,
  changeSurvey,
  closeSurvey,
  listSurveyAnswers,
  listSurveys,
  publishSurvey,
  showMySurvey,
  showSurvey,
  showSurveyResults,
} from "../../shared/surveys/endpoints.ts";
import type { Answers, SurveyBody } from "../../shared/surveys/survey.ts";
import { brandId, otherBrandId, refusalOf } from "../access/test-scene.ts";
import { type Givers, openGivers } from "../grants/test-givers.ts";
import { verifyLedger } from "../points/verify.ts";
import { type Caller, newKey } from "../test-house.ts";

let scene: Givers;
let marketing: Caller;
let member: Caller;

beforeAll(async () => {
  scene = await openGivers();
  marketing = await scene.staff("hq-marketing", { store: null });
  member = (await scene.member()).caller;
});
afterAll(async () => {
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  await scene.close();
});

const day = 86_400_000;
const body = (changed: Partial<SurveyBody> = {}): SurveyBody => ({
  titleZh: "生鲜区，您最看重什么？",
  titleEn: "What matters most in fresh food?",
  introZh: "",
  introEn: "",
  points: 20,
  tierIds: [],
  tags: [],
  opensAt: scene.clock.now - day,
  closesAt: scene.clock.now + 7 * day,
  questions: [
    {
      kind: "single",
      id: "q1",
      zh: "多久来一次",
      en: "",
      required: true,
      options: [{ id: "a", zh: "每天", en: "" }, { id: "b", zh: "每周", en: "" }],
    },
    { kind: "rating", id: "q2", zh: "打分", en: "", required: false, top: "5" },
    { kind: "text", id: "q3", zh: "想说的", en: "", required: false },
  ],
  ...changed,
});
const write = (changed: Partial<SurveyBody> = {}, as = marketing) =>
  scene.ask(addSurvey, { key: newKey(), body: { brandId, survey: body(changed) } }, as);
const publish = (survey: string, revision = 1, as = marketing) =>
  scene.ask(publishSurvey, { params: { survey }, body: { revision } }, as);
const asked = async (changed: Partial<SurveyBody> = {}) => {
  const { id } = await write(changed);
  await publish(id);
  return id;
};
const right: Answers = { q1: ["a"], q2: ["4"], q3: [" 青菜很好 "] };
const reply = (survey: string, answers = right, as = member, key = newKey()) =>
  scene.ask(answerSurvey, { params: { survey }, body: { answers }, key }, as);

describe("answering", () => {
  test("brings its points at once, with its title in the history, and once", async () => {
    const id = await asked();
    const before = (await scene.ask(showMe, {}, member)).points.spendable;
    const { surveys } = await scene.ask(showEarn, {}, member);
    expect(surveys).toMatchObject([{ id, points: 20, questions: 3, answered: false }]);
    expect(await reply(id)).toEqual({ points: 20, repaid: 0, spendable: before + 20 });
    const { rows } = await scene.ask(listMyHistory, {}, member);
    expect(rows[0]).toMatchObject({
      kind: "grant",
      amount: 20,
      title: "问卷：生鲜区，您最看重什么？",
      titleEn: "Survey: What matters most in fresh food?",
    });
    expect(await refusalOf(reply(id))).toBe("survey-answered");
    expect((await scene.ask(showMySurvey, { params: { survey: id } }, member)).answered).toBe(true);
  });

  test("two at once are one; a repeat of the command is its answer", async () => {
    const id = await asked();
    const key = newKey();
    const both = await Promise.all([
      refusalOf(reply(id, right, member, key)),
      refusalOf(reply(id)),
      refusalOf(reply(id)),
    ]);
    expect(both.toSorted()).toEqual(["", "survey-answered", "survey-answered"]);
    const { answers } = await scene.ask(showSurveyResults, { params: { survey: id } }, marketing);
    expect(answers).toBe(1);
    const other = await asked();
    const again = newKey();
    const first = await reply(other, right, member, again);
    expect(await reply(other, right, member, again)).toEqual(first);
  });

  test.each<[string, Answers]>([
    ["nothing", {}],
    ["a choice that there is not", { q1: ["c"] }],
    ["two of one", { q1: ["a", "b"] }],
    ["a mark beyond", { q1: ["a"], q2: ["6"] }],
    ["a question that there is not", { q1: ["a"], q9: ["x"] }],
  ])("%s is refused", async (_, answers) => {
    expect(await refusalOf(reply(await asked(), answers))).toBe("input-invalid");
  });

  test("only while it is open, only published, only by those it is for", async () => {
    const { id } = await write();
    expect(await refusalOf(reply(id))).toBe("not-found");
    const later = await asked({ opensAt: scene.clock.now + day });
    expect(await refusalOf(reply(later))).toBe("survey-closed");
    const gold = await asked({ tierIds: ["tie_gold"] });
    expect(await refusalOf(reply(gold))).toBe("not-found");
    const tagged = await asked({ tags: ["老客户"] });
    expect(await refusalOf(reply(tagged))).toBe("not-found");
    const memberId = await scene.idOf(member);
    await scene.db.execute(`update member set tags = '["老客户"]' where id = ?`, [memberId]);
    expect(await refusalOf(reply(tagged))).toBe("");
    await scene.db.batch([
      `insert into tag (id, brand_id, name, created_at) values ('tag_fresh', '${brandId}', '爱生鲜', 0)`,
      `insert into member_tag (member_id, tag_id, at) values ('${memberId}', 'tag_fresh', 0)`,
    ].map((sql) => ({ sql })));
    for (const tag of ["tag_fresh", "爱生鲜"]) {
      expect(await refusalOf(reply(await asked({ tags: [tag] })))).toBe("");
    }
    const over = await asked();
    await scene.ask(closeSurvey, { params: { survey: over }, body: { revision: 2 } }, marketing);
    expect(await refusalOf(reply(over))).toBe("survey-closed");
    expect(await refusalOf(reply(over, right, { client: "pwa" }))).toBe("signed-out");
  });

  test("many points wait for a second person; one without a question that must be answered is none", async () => {
    const { id } = await write({ points: 201 });
    const asked = await publish(id);
    expect(asked.state).toBe("draft");
    expect((await publish(id)).approvalId).toBe(asked.approvalId);
    expect(await refusalOf(reply(id))).toBe("not-found");
    await scene.ask(decideApproval, {
      params: { approval: asked.approvalId! },
      body: { decision: "approve", reason: "预算已批" },
      key: newKey(),
    }, await scene.staff("hq-admin", { store: null }));
    expect(await reply(id)).toMatchObject({ points: 201 });
    const questions = body().questions.map((each) => ({ ...each, required: false }));
    expect(await refusalOf(write({ questions }))).toBe("input-invalid");
  });

  test("a survey without points books nothing", async () => {
    const id = await asked({ points: 0 });
    expect(await reply(id)).toMatchObject({ points: 0 });
  });
});

describe("the office", () => {
  test("counts answers, and reads them one by one without names", async () => {
    const id = await asked();
    await reply(id);
    for (const answers of [{ q1: ["b"], q2: ["4"] }, { q1: ["a"] }] as Answers[]) {
      await reply(id, answers, (await scene.member()).caller);
    }
    const params = { survey: id };
    expect(await scene.ask(showSurveyResults, { params }, marketing)).toEqual({
      answers: 3,
      points: 60,
      questions: [
        { id: "q1", answered: 3, counts: { a: 2, b: 1 } },
        { id: "q2", answered: 2, counts: { "4": 2 } },
        { id: "q3", answered: 1, counts: {} },
      ],
    });
    const first = await scene.ask(
      listSurveyAnswers,
      { params, query: { limit: 2 } },
      marketing,
    );
    expect(first.rows.map((r) => r.answers.q3)).toEqual([["青菜很好"], undefined]);
    const rest = await scene.ask(
      listSurveyAnswers,
      { params, query: { after: first.nextAfter! } },
      marketing,
    );
    expect(rest).toMatchObject({ rows: [{ n: 3, answers: { q1: ["a"] } }], nextAfter: null });
  });

  test("changes a draft, nothing that was published, and nobody's newer words", async () => {
    const { id } = await write();
    const put = (revision: number, changed: Partial<SurveyBody> = {}) =>
      scene.ask(
        changeSurvey,
        { params: { survey: id }, body: { revision, survey: body(changed) } },
        marketing,
      );
    expect((await put(1, { points: 30 })).revision).toBe(2);
    expect(await refusalOf(put(1))).toBe("changed-meanwhile");
    expect(await refusalOf(publish(id, 1))).toBe("changed-meanwhile");
    expect((await publish(id, 2)).state).toBe("published");
    expect(await refusalOf(put(3))).toBe("survey-published");
    expect(await refusalOf(publish(id, 3))).toBe("survey-published");
    const [logged] = await scene.db.execute(
      "select count(*) as n from audit_log where subject = ? and action like 'survey.%'",
      [id],
    );
    expect(logged!.n).toBe(3);
  });

  test("of another brand, or another role, sees and does nothing", async () => {
    const { id } = await write();
    const stranger = await scene.staff("hq-marketing", { brand: otherBrandId, store: null });
    const params = { survey: id };
    expect(await refusalOf(scene.ask(showSurvey, { params }, stranger))).toBe("not-found");
    expect(await refusalOf(scene.ask(listSurveys, { query: { brandId } }, stranger)))
      .toBe("not-found");
    expect(await refusalOf(write({}, stranger))).toBe("not-found");
    expect(await refusalOf(publish(id, 1, stranger))).toBe("not-found");
    const auditor = await scene.staff("auditor", { store: null });
    expect((await scene.ask(showSurvey, { params }, auditor)).id).toBe(id);
    expect(await refusalOf(write({}, auditor))).toBe("not-allowed");
    const manager = await scene.staff("store-manager");
    expect(await refusalOf(scene.ask(showSurvey, { params }, manager))).toBe("not-allowed");
    expect(await refusalOf(scene.ask(showSurvey, { params }, member))).toBe("not-allowed");
  });

  test("lists the newest first, page by page", async () => {
    for (let i = 0; i < 31; i++) {
      scene.clock.now += 1_000;
      await write();
    }
    const first = await scene.ask(listSurveys, { query: { brandId } }, marketing);
    expect(first.surveys).toHaveLength(30);
    const [next, same] = await Promise.all([
      scene.ask(listSurveys, { query: { brandId, before: first.nextBefore! } }, marketing),
      scene.ask(listSurveys, { query: { brandId } }, marketing),
    ]);
    expect(next.surveys[0]!.id < first.surveys[29]!.id).toBe(true);
    expect(same).toEqual(first);
  });
});
