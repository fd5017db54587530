import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the terminals. */
export const zh = {
  title: "终端",
  lead: "自助机和收银台。新设备屏幕上会显示 8 位配对码，在这里批准后即可使用。",
  approve: "批准新终端",
  approveText: "输入新设备屏幕上的配对码，核对设备后选择它所在的门店。",
  code: "配对码",
  codeHint: "设备屏幕上的 8 位字母，大小写均可",
  codeRule: "请输入 8 位配对码",
  find: "查看设备",
  found: "找到设备",
  kinds: { kiosk: "自助机", counter: "收银台" },
  kind: "类型",
  label: "名称",
  labelHint: "例如：1 号收银台",
  store: "门店",
  expires: (at: number) => `${f.time(at)} 前有效`,
  approveSend: "批准",
  approveOther: "换一个配对码",
  approved: (label: string) => `${label}已批准，设备马上就能使用`,
  state: "状态",
  states: { active: "使用中", revoked: "已停用" },
  lastSeen: "最近联网",
  approvedBy: "批准",
  approvedByText: (by: string, at: number) => `${by} · ${f.date(at)}`,
  revoke: "停用",
  revokeOf: (label: string) => `停用 ${label}`,
  revokeTitle: (label: string) => `停用「${label}」？`,
  revokeText: "停用后，这台设备立即不能使用，需要重新配对才能恢复。",
  revoked: (label: string) => `${label}已停用`,
  noneTitle: "还没有终端",
  noneText: "在收银台或自助机上打开积福，用屏幕上的配对码在这里批准。",
  showRevoked: "显示已停用的终端",
};

/** Shape that every language of the terminals has. */
export type TerminalsWording = typeof zh;
