import type { FestivalId } from "../../calendar/festival.ts";

/** What festivals are called. */
export const zh: { festivals: Record<FestivalId, string>; lunar: string } = {
  festivals: {
    "new-year": "元旦",
    "laba": "腊八节",
    "spring-festival-eve": "除夕",
    "spring-festival": "春节",
    "lantern": "元宵节",
    "valentine": "情人节",
    "womens-day": "妇女节",
    "qingming": "清明节",
    "labour-day": "劳动节",
    "youth-day": "青年节",
    "mothers-day": "母亲节",
    "childrens-day": "儿童节",
    "dragon-boat": "端午节",
    "fathers-day": "父亲节",
    "qixi": "七夕节",
    "zhongyuan": "中元节",
    "teachers-day": "教师节",
    "mid-autumn": "中秋节",
    "national-day": "国庆节",
    "double-ninth": "重阳节",
    "singles-day": "双十一",
    "double-twelve": "双十二",
    "christmas-eve": "平安夜",
    "christmas": "圣诞节",
  },
  lunar: "农历",
};

/** Shape that every language of the calendar has. */
export type CalendarWording = typeof zh;
