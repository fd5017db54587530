/** Texts of the API keys. */
export const zh = {
  title: "接口密钥",
  lead: "其他收银系统和总部系统通过密钥使用接口。密钥只在创建时显示一次。",
  docs: "接口文档",
  add: "新建密钥",
  label: "用途",
  labelHint: "例如：徐汇店旧收银系统",
  role: "类型",
  roles: { pos: "收银系统（一家门店）", integration: "总部系统" } as Record<string, string>,
  place: "范围",
  brand: "品牌",
  store: "门店",
  storeRule: "请选择门店",
  state: "状态",
  states: { active: "有效", revoked: "已吊销" } as Record<string, string>,
  created: "创建日期",
  lastUsed: "最近使用",
  revoke: "吊销",
  revokeOf: (label: string) => `吊销 ${label}`,
  revokeTitle: (label: string) => `吊销「${label}」？`,
  revokeText: "吊销立即生效，使用它的系统会马上无法访问，且不能恢复。",
  revoked: (label: string) => `${label}已吊销`,
  save: "创建",
  noneTitle: "还没有密钥",
  noneText: "需要接入其他收银系统时，在这里新建。",
  secretTitle: "请立即保存密钥",
  secretText: "密钥只显示这一次。请现在复制到要使用它的系统里，不要通过聊天软件发送。",
  secret: "密钥",
  secretDone: "已经保存好",
};

/** Shape that every language of the API keys has. */
export type KeysWording = typeof zh;
