import type { FestivalId } from "../../calendar/festival.ts";
import { en as calendarEn } from "../calendar/en.ts";
import { zh as calendarZh } from "../calendar/zh.ts";

/** What a grant is called in the history, in both languages: it is kept with the entry. */
export type GrantTitle = { zh: string; en: string };

/** Titles of the grants; a survey brings its own. */
export const grantTitles = {
  birthday: { zh: "生日礼", en: "Birthday gift" },
  referrer: { zh: "邀请好友", en: "Friend invited" },
  friend: { zh: "受邀入会礼", en: "Invitation gift" },
  share: { zh: "分享有礼", en: "Link shared" },
  checkIn: { zh: "每日签到", en: "Daily check-in" },
  profile: { zh: "完善资料", en: "Profile completed" },
  recharge: { zh: "充值赠分", en: "Recharge points" },
  forfeit: { zh: "邀请奖励收回", en: "Invitation gift taken back" },
} as const satisfies Record<string, GrantTitle>;

export const festivalTitle = (id: FestivalId): GrantTitle => ({
  zh: `${calendarZh.festivals[id]}礼`,
  en: `${calendarEn.festivals[id]} gift`,
});

export const birthdayGiftTitle = (nameZh: string, nameEn: string): GrantTitle => ({
  zh: `${grantTitles.birthday.zh}：${nameZh}`,
  en: `${grantTitles.birthday.en}: ${nameEn || nameZh}`,
});

export const surveyTitle = (titleZh: string, titleEn: string): GrantTitle => ({
  zh: `问卷：${titleZh}`,
  en: `Survey: ${titleEn || titleZh}`,
});
