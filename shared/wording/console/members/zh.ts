/** Texts of the list of members. */
export const zh = {
  title: "会员",
  lead: "按手机号、尾号、卡号或姓名查找，结果按入会时间从新到旧排列。",
  search: "查找",
  searchHint: "手机号、尾号 4 位、卡号或姓名",
  tier: "等级",
  allTiers: "全部等级",
  member: "会员",
  phone: "手机号",
  points: "可用积分",
  joined: "入会日期",
  state: "状态",
  states: { active: "正常", frozen: "冻结", closed: "已注销" } as Record<string, string>,
  noPhone: "未留手机号",
  noneTitle: "还没有会员",
  noneText: "会员用手机注册，或由收银员在收银台办理后，会出现在这里。",
  notFound: (text: string) => `没有找到「${text}」`,
  notFoundText: "试试完整的手机号、手机号后 4 位，或卡号。",
};

/** Shape that every language of the list of members has. */
export type MembersWording = typeof zh;
