/** Surveys of the demo chain: one to answer, one that is still a draft. @module */
import { addDays, type Day, endOfDay, startOfDay } from "../../shared/business-day.ts";
import type { Question } from "../../shared/surveys/survey.ts";
import type { Write } from "../db/statement.ts";
import { insertSurvey, setSurveyState } from "../surveys/queries.ts";
import { hexin } from "./places.ts";

const fresh: Question[] = [
  {
    kind: "single",
    id: "q1",
    zh: "您多久来一次生鲜区？",
    en: "How often do you buy fresh food here?",
    required: true,
    options: [
      { id: "o1", zh: "几乎每天", en: "Almost daily" },
      { id: "o2", zh: "每周两三次", en: "Two or three times a week" },
      { id: "o3", zh: "偶尔", en: "Now and then" },
    ],
  },
  {
    kind: "multiple",
    id: "q2",
    zh: "您最看重什么？",
    en: "What matters most to you?",
    required: true,
    most: 2,
    options: [
      { id: "o1", zh: "新鲜", en: "Freshness" },
      { id: "o2", zh: "价格", en: "Price" },
      { id: "o3", zh: "产地可查", en: "Known origin" },
      { id: "o4", zh: "净菜切配", en: "Ready to cook" },
    ],
  },
  {
    kind: "rating",
    id: "q3",
    zh: "请给生鲜区打分",
    en: "Please rate the fresh food section",
    required: true,
    top: "5",
  },
  { kind: "text", id: "q4", zh: "还想对我们说什么？", en: "Anything else?", required: false },
];

const festive: Question[] = [
  {
    kind: "multiple",
    id: "q1",
    zh: "年货节想买什么？",
    en: "What would you like for the New Year?",
    required: true,
    most: null,
    options: [
      { id: "o1", zh: "坚果礼盒", en: "Nut boxes" },
      { id: "o2", zh: "腊味", en: "Cured meats" },
      { id: "o3", zh: "糖果糕点", en: "Sweets and cakes" },
    ],
  },
];

/** Rows of the surveys for a demo whose last day is `today`. */
export const surveyRows = (today: Day): Write[] => {
  const row = (id: string, titleZh: string, titleEn: string, questions: Question[]) =>
    insertSurvey.row({
      id,
      title_zh: titleZh,
      title_en: titleEn,
      intro_zh: "一分钟填完，帮我们把货架摆得更合您心意。",
      intro_en: "One minute, and the shelves will suit you better.",
      questions: JSON.stringify(questions),
      points: 20,
      tier_ids: "[]",
      tags: "[]",
      opens_at: startOfDay(addDays(today, -5)),
      closes_at: endOfDay(addDays(today, 40)),
      brand_id: hexin,
      created_by: "stf_lu_xiaoman",
      created_at: startOfDay(addDays(today, -8)),
    });
  const published_at = startOfDay(addDays(today, -6));
  return [
    row("srv_hexin_fresh", "生鲜区，您最看重什么？", "What matters in fresh food?", fresh),
    row("srv_hexin_newyear", "年货节想买什么？", "What for the New Year?", festive),
    setSurveyState.row({ id: "srv_hexin_fresh", state: "published", published_at, revision: 1 }),
  ];
};
