/** What the earn pages of the bench show. @module */
import { roundAround } from "../../shared/grants/check-in.ts";
import { defaultGrantRules } from "../../shared/grants/grant-rules.ts";
import type { Earn, MySurvey } from "../earn/data.ts";
import { daysFromNow } from "./people.ts";

export const today = "2026-11-22";
const checkInRules = defaultGrantRules.checkIn!;

export const earned = (
  last: { day: string; streak: number } | null,
): NonNullable<Earn["checkIn"]> => ({
  points: 1,
  streak: last?.streak ?? 0,
  doneToday: last?.day === today,
  round: roundAround(checkInRules, last, today),
  days: ["2026-10-30", "2026-11-03", "2026-11-20", "2026-11-21", ...(last ? [last.day] : [])],
});

export const data: Earn = {
  today,
  monthPoints: 86,
  checkIn: earned({ day: "2026-11-21", streak: 2 }),
  surveys: [
    {
      id: "srv_0190000001",
      titleZh: "生鲜区，您最看重什么？",
      titleEn: "What matters most to you in fresh food?",
      points: 20,
      questions: 4,
      closesAt: daysFromNow(8),
      answered: false,
    },
    {
      id: "srv_0190000002",
      titleZh: "门店营业时间意见",
      titleEn: "Opening hours",
      points: 10,
      questions: 2,
      closesAt: daysFromNow(3),
      answered: true,
    },
  ],
  profile: { points: 20, missing: ["birthday", "sex"], done: false },
  referral: {
    referrerPoints: 30,
    friendPoints: 30,
    minSaleFen: 5_000,
    waitDays: 7,
    maxPerMonth: 10,
    paidThisMonth: 1,
    friends: [
      {
        nameMasked: "周**",
        joinedAt: daysFromNow(-1),
        state: "waits-for-purchase",
        at: null,
        points: 0,
      },
      {
        nameMasked: "赵*",
        joinedAt: daysFromNow(-4),
        state: "waits-until",
        at: daysFromNow(4),
        points: 30,
      },
      {
        nameMasked: "陈**",
        joinedAt: daysFromNow(-19),
        state: "paid",
        at: daysFromNow(-9),
        points: 30,
      },
      {
        nameMasked: "吴**",
        joinedAt: daysFromNow(-29),
        state: "taken-back",
        at: daysFromNow(-20),
        points: 0,
      },
    ],
  },
  share: { points: 2, maxPerDay: 3, paidToday: 1 },
  birthday: { points: 100, on: "2027-09-15", when: "day" },
  festivals: [{ festivalId: "spring-festival", on: "2027-02-06", points: 66 }],
};

export const survey: MySurvey = {
  id: "srv_0190000001",
  titleZh: "生鲜区，您最看重什么？",
  titleEn: "What matters most to you in fresh food?",
  introZh: "一分钟四道题，帮我们把菜摆得更合您心意。",
  introEn: "Four questions, one minute: help us fill the shelves your way.",
  questions: [
    {
      kind: "single",
      id: "often",
      zh: "您多久来一次生鲜区？",
      en: "How often do you buy fresh food here?",
      required: true,
      options: [
        { id: "a", zh: "几乎每天", en: "Almost daily" },
        { id: "b", zh: "每周两三次", en: "Two or three times a week" },
        { id: "c", zh: "偶尔", en: "Now and then" },
      ],
    },
    {
      kind: "multiple",
      id: "care",
      zh: "您最看重哪些？",
      en: "What matters most?",
      required: true,
      most: 2,
      options: [
        { id: "a", zh: "新鲜", en: "Freshness" },
        { id: "b", zh: "价格", en: "Price" },
        { id: "c", zh: "产地可查", en: "Known origin" },
      ],
    },
    {
      kind: "rating",
      id: "rate",
      zh: "请给生鲜区打分",
      en: "Please rate the fresh food section",
      required: true,
      top: "10",
    },
    { kind: "text", id: "say", zh: "还想对我们说什么？", en: "Anything else?", required: false },
  ],
  points: 20,
  closesAt: daysFromNow(8),
  answered: false,
};
