/** Doors of the surveys room. @module */
import type { Hono } from "hono";
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
import { door, type Env } from "../http/door.ts";
import { answer, showToMember } from "./answer-survey.ts";
import { add, change, close } from "./manage-surveys.ts";
import { publish } from "./publish-survey.ts";
import { answers, list, results, show } from "./read-surveys.ts";

export const surveysRoutes = (app: Hono<Env>): void => {
  door(app, showMySurvey, (desk, { params }) => showToMember(desk, params.survey));
  door(app, answerSurvey, (desk, { params, body, key }) => answer(desk, key, params.survey, body));
  door(app, listSurveys, (desk, { query }) => list(desk, query));
  door(app, showSurvey, (desk, { params }) => show(desk, params.survey));
  door(app, addSurvey, async (desk, { body, key }) => await add(desk, key, body));
  door(app, changeSurvey, (desk, { params, body }) => change(desk, params.survey, body));
  door(
    app,
    publishSurvey,
    (desk, { params, body }) => publish(desk, params.survey, body.revision),
  );
  door(app, closeSurvey, (desk, { params, body }) => close(desk, params.survey, body.revision));
  door(app, showSurveyResults, (desk, { params }) => results(desk, params.survey));
  door(app, listSurveyAnswers, (desk, { params, query }) => answers(desk, params.survey, query));
};
