import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the birthdays ahead. */
export const zh = {
  title: "会员生日",
  lead: "接下来谁过生日，公历、农历都算好。",
  ahead: "往后看",
  days: (count: number) => `${f.count(count)} 天`,
  today: "今天",
  on: (day: string) => f.day(day),
  count: (count: number) => `${f.count(count)} 位`,
  more: (count: number) => `还有 ${f.count(count)} 位`,
  none: "没有会员过生日",
};

/** Shape that every language of these texts has. */
export type BirthdaysWording = typeof zh;
