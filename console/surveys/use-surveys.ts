import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  listSurveys,
  showSurvey,
  showSurveyResults,
  type SurveyDetail,
} from "../../shared/surveys/endpoints.ts";
import { lang } from "../../shared/ui/index.ts";
import { type Loaded, useLoad } from "../use-load.ts";
import { ask } from "../wire.ts";

export type SurveyList = AnswerOf<typeof listSurveys>;
export type SurveyResults = AnswerOf<typeof showSurveyResults>;

const none: SurveyList = { surveys: [], nextBefore: null };

/** A page of a brand's surveys, newest first. */
export const useSurveys = (brandId: string | null, before: string | null): Loaded<SurveyList> =>
  useLoad(
    `surveys:${brandId}:${before}`,
    (signal) =>
      brandId
        ? ask(listSurveys, { query: { brandId, ...(before ? { before } : {}) }, signal })
        : Promise.resolve(none),
    { linger: true },
  );

/** One survey; nothing while a new one is written. */
export const useSurvey = (id: string | null): Loaded<SurveyDetail | null> =>
  useLoad(
    `survey:${id}`,
    (signal) => id ? ask(showSurvey, { params: { survey: id }, signal }) : Promise.resolve(null),
  );

export const useResults = (id: string): Loaded<SurveyResults> =>
  useLoad(
    `survey-results:${id}`,
    (signal) => ask(showSurveyResults, { params: { survey: id }, signal }),
  );

/** In the reader's language, the Chinese where there is no English. */
export const inLang = (zh: string, en: string): string => lang.value === "zh-CN" ? zh : en || zh;
