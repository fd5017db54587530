/** Doors of the surveys: the member's own, and those of the console. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Id, Instant, Points } from "../schema.ts";
import { Answers, Question, SurveyBody } from "./survey.ts";

export const showMySurvey = endpoint({
  id: "showMySurvey",
  method: "GET",
  path: "/api/members/me/surveys/:survey",
  who: "own.read",
  summary: "A survey to answer.",
  answer: z.object({
    id: Id("survey"),
    titleZh: z.string(),
    titleEn: z.string(),
    introZh: z.string(),
    introEn: z.string(),
    questions: z.array(Question),
    points: Points,
    closesAt: Instant,
    answered: z.boolean(),
  }),
  problems: ["not-found", "survey-closed"],
});

export const answerSurvey = endpoint({
  id: "answerSurvey",
  method: "POST",
  path: "/api/members/me/surveys/:survey/answers",
  who: "own.change",
  summary: "Answers a survey, once; its points are there at once.",
  body: z.strictObject({ answers: Answers }),
  answer: z.object({ points: Points, repaid: Points, spendable: Points }),
  once: true,
  problems: ["not-found", "survey-closed", "survey-answered"],
});

export const SurveyState = z.enum(["draft", "published", "closed"]);
const Revision = z.int().check(z.gte(1));

const SurveyRow = z.object({
  id: Id("survey"),
  brandId: Id("brand"),
  titleZh: z.string(),
  titleEn: z.string(),
  points: Points,
  questions: z.int(),
  opensAt: Instant,
  closesAt: Instant,
  state: SurveyState,
  answers: z.int(),
});
export type SurveyRow = z.infer<typeof SurveyRow>;

const SurveyDetail = z.object({
  id: Id("survey"),
  brandId: Id("brand"),
  state: SurveyState,
  revision: Revision,
  publishedAt: z.nullable(Instant),
  answers: z.int(),
  body: SurveyBody,
});
export type SurveyDetail = z.infer<typeof SurveyDetail>;

export const listSurveys = endpoint({
  id: "listSurveys",
  method: "GET",
  path: "/api/console/surveys",
  who: "survey.see",
  summary: "Surveys of a brand, newest first.",
  query: z.object({
    brandId: Id("brand"),
    before: z.optional(z.string().check(z.maxLength(64))),
  }),
  answer: z.object({ surveys: z.array(SurveyRow), nextBefore: z.nullable(z.string()) }),
  problems: ["not-found"],
});

export const showSurvey = endpoint({
  id: "showSurvey",
  method: "GET",
  path: "/api/console/surveys/:survey",
  who: "survey.see",
  summary: "One survey as it was written.",
  answer: SurveyDetail,
  problems: ["not-found"],
});

export const addSurvey = endpoint({
  id: "addSurvey",
  method: "POST",
  path: "/api/console/surveys",
  who: "survey.manage",
  summary: "Makes a draft.",
  body: z.strictObject({ brandId: Id("brand"), survey: SurveyBody }),
  answer: SurveyDetail,
  status: 201,
  once: true,
  problems: ["not-found"],
});

export const changeSurvey = endpoint({
  id: "changeSurvey",
  method: "PUT",
  path: "/api/console/surveys/:survey",
  who: "survey.manage",
  summary: "Changes a draft.",
  body: z.strictObject({ revision: Revision, survey: SurveyBody }),
  answer: SurveyDetail,
  problems: ["not-found", "changed-meanwhile", "survey-published"],
});

export const publishSurvey = endpoint({
  id: "publishSurvey",
  method: "POST",
  path: "/api/console/surveys/:survey/publish",
  who: "survey.manage",
  summary: "Asks the members, from its opening time on.",
  body: z.strictObject({ revision: Revision }),
  /** With an approvalId it is still a draft: its points wait for a second person. */
  answer: z.object({ ...SurveyDetail.shape, approvalId: z.nullable(Id("approval")) }),
  problems: ["not-found", "changed-meanwhile", "survey-published", "survey-closed"],
});

export const closeSurvey = endpoint({
  id: "closeSurvey",
  method: "POST",
  path: "/api/console/surveys/:survey/close",
  who: "survey.manage",
  summary: "Ends a survey before its time.",
  body: z.strictObject({ revision: Revision }),
  answer: SurveyDetail,
  problems: ["not-found", "changed-meanwhile"],
});

export const showSurveyResults = endpoint({
  id: "showSurveyResults",
  method: "GET",
  path: "/api/console/surveys/:survey/results",
  who: "survey.see",
  summary: "How often each answer was given.",
  answer: z.object({
    answers: z.int(),
    points: Points,
    questions: z.array(z.object({
      id: z.string(),
      answered: z.int(),
      /** Option id or rating → how often; empty for texts. */
      counts: z.record(z.string(), z.int()),
    })),
  }),
  problems: ["not-found"],
});

export const listSurveyAnswers = endpoint({
  id: "listSurveyAnswers",
  method: "GET",
  path: "/api/console/surveys/:survey/answers",
  who: "survey.see",
  summary: "Answers one by one as they came, without names.",
  query: z.object({
    after: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
  }),
  answer: z.object({
    rows: z.array(z.object({ n: z.int(), at: Instant, answers: Answers })),
    nextAfter: z.nullable(z.int()),
  }),
  problems: ["not-found"],
});
