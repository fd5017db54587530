import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

/** Texts of signing in and enrolling, and the terms. */
export const joinZh = {
  join: {
    welcome: "欢迎来到积福",
    lead: "一张卡，天天攒福气",
    benefits: [
      "会员码离线可用，每 15 秒更新",
      "每一分怎么来的，点开就明白",
      "到期先提醒，积分不白过期",
    ],
    brand: "选择品牌",
    brandStores: (count: number) => `${f.count(count)} 家门店`,
    getCode: "获取验证码",
    phoneWrong: "请输入 11 位手机号",
    codeTitle: "输入验证码",
    codeSent: (phone: string) => `已发送到 ${phone}`,
    codeResend: "重新发送",
    codeResendIn: (seconds: number) => `${seconds} 秒后可重新发送`,
    codeTriesLeft: (count: number) => `验证码不正确，还可以试 ${count} 次`,
    changePhone: "换个手机号",
    profileTitle: "最后一步",
    profileLead: "怎么称呼您？",
    name: "姓名",
    nameHint: "门店小票和消息里会这样称呼您",
    nameMissing: "请填写姓名",
    birthday: "生日",
    birthdayHint: "之后可以在“我的”里修改",
    calendarSolar: "公历",
    calendarLunar: "农历",
    calendarLabel: "历法",
    invite: "邀请码",
    inviteHint: "好友给您的 8 位邀请码",
    inviteWrong: "邀请码为 8 位字母和数字",
    invitedBy: (name: string) => `${name} 邀请您加入`,
    invitedPoints: (points: number) => `入会并首次消费后，您将获得 ${f.count(points)} 积分`,
    leapMonth: "闰月出生",
    lunarMonth: "农历月",
    lunarDay: "农历日",
    notGiven: "不填",
    lunarMonths: [
      "正月",
      "二月",
      "三月",
      "四月",
      "五月",
      "六月",
      "七月",
      "八月",
      "九月",
      "十月",
      "冬月",
      "腊月",
    ],
    lunarDayName: (day: number) =>
      day === 10
        ? "初十"
        : day === 20
        ? "二十"
        : day === 30
        ? "三十"
        : `${["初", "十", "廿"][Math.floor(day / 10)]}${"一二三四五六七八九"[day % 10 - 1]}`,
    terms: "我已阅读并同意会员章程",
    termsOpen: "查看会员章程",
    termsTitle: "会员章程",
    termsMissing: "请先同意会员章程",
    create: "开卡",
    devicesTitle: "已在三部手机上登录",
    devicesLead: "请选择退出其中一部，再在这里登录。",
    deviceSeen: (at: number) => `最近使用 ${f.dateTime(at)}`,
    deviceReplace: "退出并在此登录",
    deviceOut: "退出它",
    doneTitle: (name: string) => `${name}，欢迎加入`,
    donePoints: (count: number) => `开卡礼 ${f.count(count)} 积分已到账`,
    doneLead: "出示会员码即可积分",
    showCard: "出示会员码",
    backTitle: "欢迎回来",
  },
  terms: [
    [
      "积分怎么来",
      "在本品牌任一门店消费时出示会员码，按当时公布的规则积分；每笔积分的算法可在“积分”里点开查看。",
    ],
    ["积分怎么用", "积分可兑换礼品。先到期的积分先用。积分不能兑换现金。"],
    [
      "积分何时过期",
      "每批积分在获得时就确定到期日，之后规则变化不会让它提前到期。到期前会提醒您。",
    ],
    ["退货", "退货时按退货金额扣回当时获得的积分；已用掉的部分记为欠分，以后获得的积分先补足。"],
    [
      "您的信息",
      "手机号加密保存，仅用于登录、通知和门店识别。您可以随时在“我的”里查看、修改，或到服务台办理注销。",
    ],
  ] as [string, string][],
};

/** Shape that every language of these texts has. */
export type JoinWording = typeof joinZh;
