import { type Day, startOfDay } from "../../business-day.ts";
import type { FestivalId } from "../../calendar/festival.ts";
import { zh as calendar } from "../calendar/zh.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the page on which a member reads the rules. */
export const zh = {
  title: "怎么赚积分",
  lead: (effectiveFrom: number) =>
    effectiveFrom > 0 ? `现行规则，${f.date(effectiveFrom)}起执行` : "现行规则",
  sections: {
    earning: "消费积分",
    specials: "活动与加倍",
    offset: "用积分付款",
    validity: "有效期",
    grants: "送积分",
  },
  marks: { today: "今天有效", yours: "为您专享", tier: "您的等级" },
  noSpecials: "现在没有活动，消费照常积分。",
  empty: "还没有规则",
  emptyHint: "规则公布后会出现在这里。",
  /** A festival with its first and last day. */
  season: (id: FestivalId, from: Day, to: Day) => {
    const until = from.slice(0, 4) === to.slice(0, 4) ? f.monthDay(startOfDay(to)) : f.day(to);
    return `${calendar.festivals[id]}：${from === to ? f.day(from) : `${f.day(from)}至${until}`}`;
  },
};

/** Shape that every language of the page has. */
export type ProgrammeWording = typeof zh;
