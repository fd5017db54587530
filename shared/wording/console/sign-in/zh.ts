import { formatsOf } from "../../format.ts";

const f = formatsOf("zh-CN");

/** Texts of the console's sign-in. */
export const zh = {
  title: "登录",
  welcome: "欢迎回来",
  lead: "管理会员、积分、礼品与门店",
  motto: "店里的一点一滴，\n都是积下的福。",
  login: "账号",
  password: "密码",
  totp: "动态码",
  totpHint: "身份验证器应用中的 6 位数字",
  totpRule: "请输入 6 位数字",
  send: "登录",
  or: "或",
  passkey: "用通行密钥登录",
  wrong: "账号、密码或动态码不正确",
  wrongHint: "动态码每 30 秒更换一次；若确认无误，请核对手机的时间。",
  locked: "尝试次数过多，登录已锁定",
  lockedUntil: (at: number) => `请在 ${f.time(at)} 之后再试，或请管理员协助。`,
  passkeyFailed: "没有完成：浏览器中途取消，或这台设备上没有通行密钥。",
};

/** Shape that every language of the sign-in has. */
export type SignInWording = typeof zh;
