/** The member answers a survey, once; its points are there at once. @module */
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { answerSurvey, showMySurvey } from "../../shared/surveys/endpoints.ts";
import { answerFaults, keptAnswers } from "../../shared/surveys/answers.ts";
import { surveyTitle } from "../../shared/wording/grants/titles.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { postGrant } from "../grants/post-grant.ts";
import { profileOfMember } from "../grants/queries.ts";
import { findHeads } from "../points/holdings.ts";
import { rulesAt } from "../points/queries.ts";
import { answerOf, insertAnswer, surveyById, type SurveyRow } from "./queries.ts";
import { isFor, questionsOf } from "./survey-view.ts";

const isOpen = (row: SurveyRow, now: number): boolean =>
  row.state === "published" && row.opens_at <= now && now < row.closes_at;

/** @throws Problem not-found, survey-closed */
export const showToMember = async (
  desk: Desk,
  id: string,
): Promise<AnswerOf<typeof showMySurvey>> => {
  const memberId = desk.actor.memberId!;
  const [[row], [profile], [mine]] = await Promise.all([
    desk.db.read(surveyById, [id]),
    desk.db.read(profileOfMember, [memberId]),
    desk.db.read(answerOf, [id, memberId]),
  ]);
  if (!row || !profile || !isFor(row, profile, desk.actor.brandId!)) throw new Problem("not-found");
  if (!mine && !isOpen(row, desk.now)) throw new Problem("survey-closed");
  return {
    id: row.id,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    introZh: row.intro_zh,
    introEn: row.intro_en,
    questions: questionsOf(row),
    points: row.points,
    closesAt: row.closes_at,
    answered: mine !== undefined,
  };
};

type Answer = AnswerOf<typeof answerSurvey>;

/** @throws Problem not-found, survey-closed, survey-answered, input-invalid */
export const answer = async (
  desk: Desk,
  key: string,
  id: string,
  body: BodyOf<typeof answerSurvey>,
): Promise<Answer> => {
  const done = await settle(desk, key, { id, ...body }, () => decide(desk, id, body));
  desk.nudge(desk.actor.memberId!);
  return done;
};

const decide = async (
  desk: Desk,
  id: string,
  body: BodyOf<typeof answerSurvey>,
): Promise<Decision<Answer>> => {
  const memberId = desk.actor.memberId!;
  const [[row], [profile], [mine], holdings, [rules]] = await Promise.all([
    desk.db.read(surveyById, [id]),
    desk.db.read(profileOfMember, [memberId]),
    desk.db.read(answerOf, [id, memberId]),
    findHeads(desk, memberId),
    desk.db.read(rulesAt, [desk.actor.brandId!, desk.now]),
  ]);
  if (!row || !profile || !holdings || !rules || !isFor(row, profile, holdings.brandId)) {
    throw new Problem("not-found");
  }
  if (mine) throw new Problem("survey-answered");
  if (!isOpen(row, desk.now)) throw new Problem("survey-closed");
  const answers = keptAnswers(body.answers);
  const faults = answerFaults(questionsOf(row), answers);
  if (Object.keys(answers).length === 0) {
    // Surveys from before every one asked something.
    throw new Problem("input-invalid", { errors: [{ pointer: "/answers", detail: "missing" }] });
  }
  if (faults.length > 0) {
    throw new Problem("input-invalid", {
      errors: faults.map((f) => ({ pointer: `/answers/${f.questionId}`, detail: f.fault })),
    });
  }
  const { points } = row;
  const posted = points === 0 ? null : postGrant(desk, holdings, rules, {
    cause: { kind: "survey", id: `${id}.${memberId}` },
    points,
    title: surveyTitle(row.title_zh, row.title_en),
    reasons: [{ code: "granted", what: "survey", points }],
  });
  const mineNow = insertAnswer.row({
    survey_id: id,
    member_id: memberId,
    answers: JSON.stringify(answers),
    points,
    journal_id: posted?.journalId ?? null,
    at: desk.now,
  });
  return {
    answer: {
      points,
      repaid: posted?.repaid ?? 0,
      spendable: posted?.spendable ?? holdings.spendable,
    },
    writes: [...(posted?.writes ?? []), mineNow],
    touches: posted?.touches ?? [memberId],
  };
};
