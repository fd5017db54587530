/** What can be refused about grants, referrals and surveys. @module */
import { entry } from "../problem-entry.ts";

export const grantProblems = {
  "grant-off": entry(
    409,
    "该活动未开放",
    "This is not on offer now",
    "看看其他赚积分的方式",
    "See the other ways to earn",
  ),
  "profile-incomplete": entry(
    409,
    "资料还没有填完",
    "The profile is not complete yet",
    "请补全姓名、手机号、生日和性别",
    "Fill in name, phone, birthday and sex",
    "missing",
  ),
  "birthday-kept": entry(
    409,
    "生日每 365 天只能修改一次",
    "The birthday can be changed once in 365 days",
    "如需更正，请到门店服务台办理",
    "The service desk can correct it",
    "from",
  ),
  "referral-unknown": entry(
    409,
    "邀请码无效",
    "This invitation code is not known",
    "请与好友核对，或清空后继续",
    "Check it with your friend, or leave it empty",
  ),
  "referral-self": entry(
    409,
    "不能邀请自己",
    "You cannot invite yourself",
    "请清空邀请码后继续",
    "Leave the invitation code empty",
  ),
  "survey-closed": entry(
    409,
    "问卷已结束",
    "The survey is closed",
    "看看其他问卷",
    "See the other surveys",
  ),
  "survey-answered": entry(
    409,
    "您已经填过这份问卷",
    "You have answered this survey already",
    "每份问卷每人只能填一次",
    "Each member answers a survey once",
  ),
  "survey-published": entry(
    409,
    "问卷已发布，不能再修改",
    "A published survey cannot be changed",
    "请结束它并新建一份",
    "Close it and make a new one",
  ),
};
