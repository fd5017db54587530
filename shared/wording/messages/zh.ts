import type { MessageFields, MessageKind } from "../../push/message.ts";
import { carrierName } from "../carriers.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("zh-CN");

/** Title and body of a message of every kind. The body stands alone: an SMS is the body only. */
export type MessagesWording = {
  [Kind in MessageKind]: (fields: MessageFields[Kind]) => { title: string; body: string };
};

/** The last day on which points still count that stop counting at `lapsesAt`. */
const lastDay = (lapsesAt: number): string => f.date(lapsesAt - 1);

/** Texts of the messages that leave the house. */
export const zh: MessagesWording = {
  "otp": ({ code, minutes, brandNameZh }) => ({
    title: "验证码",
    body: `【${brandNameZh ?? "积福"}】验证码 ${code}，${
      f.count(minutes)
    } 分钟内有效。请勿告诉任何人，门店员工也不会向您索要。`,
  }),
  "join-asked": ({ brandNameZh }) => ({
    title: "完成入会",
    body:
      `【${brandNameZh}】有人在门店自助机用这个号码申请入会。如是您本人，请在 7 天内打开会员卡页面，用此号码登录即可完成；如非本人，请忽略，您不会成为会员。`,
  }),
  "device-added": ({ label, at }) => ({
    title: "新手机登录了您的会员卡",
    body: `${
      f.dateTime(at)
    }，“${label}”登录了您的会员卡。如非本人，请立即在会员卡的“我的手机”中移除。`,
  }),
  "points-earned": ({ points, balance, storeNameZh }) => ({
    title: `积分到账 ${f.signed(points)}`,
    body: `${storeNameZh ? `${storeNameZh}：` : ""}获得 ${f.count(points)} 积分，可用 ${
      f.count(balance)
    } 积分。`,
  }),
  "points-returned": ({ points, balance, debt, storeNameZh }) => ({
    title: "退货积分已扣回",
    body: `${storeNameZh ? `${storeNameZh}：` : ""}扣回 ${f.count(points)} 积分，可用 ${
      f.count(balance)
    } 积分${debt ? `；尚欠 ${f.count(debt)} 积分，将从之后的积分中补足` : ""}。`,
  }),
  "claim-made": ({ giftNameZh, points, storeNameZh, expiresAt, occasion }) => ({
    title: occasion ? `生日快乐！送您：${giftNameZh}` : `已兑换：${giftNameZh}`,
    body: `${giftNameZh}已${
      occasion ? "作为生日礼为您备好" : `用 ${f.count(points)} 积分兑换`
    }，请于 ${lastDay(expiresAt)}前到${storeNameZh}出示兑换码领取。`,
  }),
  "claim-handed-over": ({ giftNameZh, storeNameZh, occasion }) =>
    occasion
      ? {
        title: `生日快乐！送您：${giftNameZh}`,
        body: `生日礼${giftNameZh}已送到您的账户。`,
      }
      : {
        title: `已领取：${giftNameZh}`,
        body: `您已${storeNameZh ? `在${storeNameZh}` : ""}领取${giftNameZh}。感谢光临！`,
      },
  "order-placed": ({ giftNameZh, points }) => ({
    title: `已兑换：${giftNameZh}`,
    body: `${giftNameZh}已用 ${f.count(points)} 积分兑换，我们会尽快打包寄出。`,
  }),
  "order-shipped": ({ giftNameZh, carrier, tracking }) => ({
    title: `已发货：${giftNameZh}`,
    body: `${giftNameZh}已由${carrierName("zh-CN", carrier)}寄出，单号 ${tracking}。`,
  }),
  "event-booked": ({ giftNameZh, at, venueZh }) => ({
    title: `名额已预留：${giftNameZh}`,
    body: `${f.dateTime(at)}，${venueZh}。入场时请出示兑换码，期待您的到来！`,
  }),
  "claim-lapsed": ({ giftNameZh, points }) => ({
    title: "兑换单已过期",
    body: `${giftNameZh}未在期限内领取${
      points === 0 ? "" : `，${f.count(points)} 积分已退回原批次`
    }。`,
  }),
  "claim-cancelled": ({ giftNameZh, points }) => ({
    title: "兑换单已取消",
    body: `${giftNameZh}的兑换已取消${
      points === 0 ? "" : `，${f.count(points)} 积分已退回原批次`
    }。`,
  }),
  "lapse-soon": ({ points, lapsesAt, lapsesLastAt = lapsesAt }) => ({
    title: `${f.count(points)} 积分即将过期`,
    body: `您有 ${f.count(points)} 积分将${
      lastDay(lapsesLastAt) === lastDay(lapsesAt)
        ? `在 ${lastDay(lapsesAt)}之后`
        : `从 ${lastDay(lapsesAt)}到 ${lastDay(lapsesLastAt)}陆续`
    }过期，去看看能换什么吧。`,
  }),
  "seal": ({ day, root, heads }) => ({
    title: `积福账本封签 ${day}`,
    body: `${f.day(day)}的账本封签，共 ${f.count(heads)} 个账户有变动。\n\n${root}\n\n` +
      `请妥善保存此邮件：日后可用它核对账本是否被改动。`,
  }),
  "grant": ({ points, balance, titleZh }) => ({
    title: `${titleZh} ${f.signed(points)}`,
    body: `${titleZh}：${points < 0 ? "收回" : "赠送"} ${f.count(Math.abs(points))} 积分，可用 ${
      f.count(balance)
    } 积分。`,
  }),
  "adjustment": ({ points, balance, reason }) => ({
    title: `积分调整 ${f.signed(points)}`,
    body: `${points < 0 ? "扣减" : "增加"} ${f.count(Math.abs(points))} 积分（${reason}），可用 ${
      f.count(balance)
    } 积分。`,
  }),
};
