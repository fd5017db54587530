import { endOfDay, startOfDay } from "../../shared/business-day.ts";
import { listBirthdays } from "../../shared/grants/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import {
  addSurvey,
  changeSurvey,
  listSurveyAnswers,
  listSurveys,
  publishSurvey,
  showSurvey,
  showSurveyResults,
  type SurveyDetail,
} from "../../shared/surveys/endpoints.ts";
import { BirthdaysScreen } from "../birthdays/screen.tsx";
import { SurveysScreen } from "../surveys/screen.tsx";
import { SurveyScreen } from "../surveys/survey-screen.tsx";
import { brands } from "./data/places.ts";
import { type Door, door } from "./doors.ts";
import { type BenchState, inTurn, pause, press } from "./state.ts";

const path = "/console/surveys";
const brandId = brands[0]!.id;

const draft: SurveyDetail = {
  id: "srv_0190000001",
  brandId,
  state: "draft",
  revision: 1,
  publishedAt: null,
  answers: 0,
  body: {
    titleZh: "生鲜区，您最看重什么？",
    titleEn: "What matters most to you in fresh food?",
    introZh: "一分钟三道题，帮我们把菜摆得更合您心意。",
    introEn: "",
    points: 20,
    tierIds: [],
    tags: ["老客户"],
    opensAt: startOfDay("2026-11-20"),
    closesAt: endOfDay("2027-01-10"),
    questions: [
      {
        kind: "multiple",
        id: "q1",
        zh: "您最看重哪些？",
        en: "What matters most?",
        required: true,
        most: 2,
        options: [
          { id: "o1", zh: "新鲜", en: "Freshness" },
          { id: "o2", zh: "价格", en: "Price" },
          { id: "o3", zh: "产地可查", en: "Known origin" },
        ],
      },
      {
        kind: "rating",
        id: "q2",
        zh: "请给生鲜区打分",
        en: "Please rate it",
        required: true,
        top: "5",
      },
      { kind: "text", id: "q3", zh: "还想对我们说什么？", en: "Anything else?", required: false },
    ],
  },
};
const open: SurveyDetail = {
  ...draft,
  state: "published",
  revision: 2,
  publishedAt: 0,
  answers: 128,
};

const row = (s: SurveyDetail, id: string, titleZh: string, titleEn: string) => ({
  id,
  brandId,
  titleZh,
  titleEn,
  points: s.body.points,
  questions: s.body.questions.length,
  opensAt: s.body.opensAt,
  closesAt: s.body.closesAt,
  state: s.state,
  answers: s.answers,
});

const counted = (id: string, answered: number, counts: Record<string, number>) => ({
  id,
  answered,
  counts,
});

const texts = ["早上的青菜特别好", "希望多些有机的", "收银可以再快一点"];

const doors = (survey: SurveyDetail): Door[] => [
  door(listSurveys, () => ({
    surveys: [
      row(draft, "srv_0190000003", "年货节想买什么？", "What for the New Year?"),
      row(open, "srv_0190000001", open.body.titleZh, open.body.titleEn),
      row({ ...open, state: "closed" }, "srv_0190000002", "门店营业时间意见", "Opening hours"),
    ],
    nextBefore: "srv_0190000002",
  })),
  door(showSurvey, () => survey),
  door(addSurvey, ({ body }) => ({ ...draft, body: body.survey })),
  door(changeSurvey, ({ body }) => ({ ...draft, revision: 2, body: body.survey })),
  door(publishSurvey, () => {
    throw new Problem("changed-meanwhile");
  }),
  door(showSurveyResults, () => ({
    answers: 128,
    points: 2_560,
    questions: [
      counted("q1", 128, { o1: 104, o2: 71, o3: 39 }),
      counted("q2", 128, { "5": 60, "4": 41, "3": 18, "2": 6, "1": 3 }),
      counted("q3", 3, {}),
    ],
  })),
  door(listSurveyAnswers, () => ({
    rows: texts.map((text, i) => ({ n: i + 1, at: 0, answers: { q3: [text] } })),
    nextAfter: null,
  })),
];

const none = [door(listSurveys, () => ({ surveys: [], nextBefore: null }))];
const nobody = [
  door(showSurvey, () => ({ ...open, answers: 0 })),
  door(showSurveyResults, () => ({ answers: 0, points: 0, questions: [] })),
];
const list = () => <SurveysScreen />;
const one = () => <SurveyScreen survey="srv_0190000001" />;
const fresh = () => <SurveyScreen survey="new" />;

const celebrating = [door(listBirthdays, () => ({
  days: [
    {
      on: "2026-11-22",
      total: 1,
      members: [{
        memberId: "mem_0190000001",
        nameMasked: "陈**",
        birthday: { on: "1988-11-22", calendar: "solar" as const },
      }],
    },
    {
      on: "2026-11-24",
      total: 23,
      members: [
        {
          memberId: "mem_0190000002",
          nameMasked: "林**",
          birthday: { on: "0000-10-16", calendar: "lunar" as const },
        },
        {
          memberId: "mem_0190000003",
          nameMasked: "周*",
          birthday: { on: "1984-10-16", calendar: "lunar-leap" as const },
        },
      ],
    },
  ],
}))];
const quiet = [door(listBirthdays, () => ({ days: [] }))];
const birthdays = () => <BirthdaysScreen />;

/** Birthdays ahead. Surveys: the list, a draft, the results. */
export const surveyStates: readonly BenchState[] = [
  { name: "birthdays", path: "/console/birthdays", doors: celebrating, draw: birthdays },
  { name: "birthdays/none", path: "/console/birthdays", doors: quiet, draw: birthdays },
  { name: "birthdays/loading", path: "/console/birthdays", mood: "slow", draw: birthdays },
  { name: "surveys", path, doors: doors(draft), draw: list },
  { name: "surveys/auditor", path, role: "auditor", doors: doors(draft), draw: list },
  { name: "surveys/none", path, doors: none, draw: list },
  { name: "surveys/loading", path, mood: "slow", draw: list },
  { name: "surveys/down", path, mood: "down", draw: list },
  { name: "survey/new", path, doors: doors(draft), draw: fresh },
  {
    name: "survey/new-wrong",
    path,
    doors: doors(draft),
    draw: fresh,
    act: inTurn(() => press("save"), pause(100)),
  },
  { name: "survey/draft", path, doors: doors(draft), draw: one },
  { name: "survey/read-only", path, role: "auditor", doors: doors(draft), draw: one },
  { name: "survey/publish", path, doors: doors(draft), draw: one, act: () => press("publish") },
  { name: "survey/results", path, doors: doors(open), draw: one },
  { name: "survey/close", path, doors: doors(open), draw: one, act: () => press("close") },
  { name: "survey/nobody", path, doors: nobody, draw: one },
  {
    name: "survey/lost",
    path,
    doors: [],
    draw: () => <SurveyScreen survey="srv_0190000009" />,
  },
];
