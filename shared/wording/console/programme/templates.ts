/** Names that new rules start with, in both languages: rules carry both. @module */

const names = {
  "festival": { zh: "节日双倍积分", en: "Double on a festival" },
  "member-day": { zh: "会员日双倍", en: "Member day ×2" },
  "happy-hour": { zh: "欢乐时段 1.5 倍", en: "Happy hour ×1.5" },
  "birthday": { zh: "生日月双倍", en: "Birthday month ×2" },
  "new-product": { zh: "新品首购加赠", en: "First purchase of a new product" },
  "first-purchase": { zh: "首次消费加赠", en: "First purchase" },
  "category": { zh: "分类单独积分", en: "Points of its own for a category" },
  "fixed": { zh: "按件积分", en: "Points per piece" },
  "brackets": { zh: "消费分档积分", en: "Brackets by amount" },
  "blank": { zh: "新规则", en: "New rule" },
};

export const templateNames = {
  ...names,
  /** A rule that was copied. */
  copy: (zh: string, en: string) => ({ zh: `${zh}（副本）`, en: `${en} (copy)` }),
  group: (count: number) => ({ zh: `分组 ${count}`, en: `Group ${count}` }),
};

export type TemplateName = keyof typeof names;
