import type { Carrier } from "../gifts/order.ts";

/** Names of the carriers that gifts are sent with; "own" is the store's own delivery. */
export const carrierNames: Record<"zh-CN" | "en", Record<Carrier, string>> = {
  "zh-CN": {
    sf: "顺丰速运",
    zto: "中通快递",
    yto: "圆通速递",
    sto: "申通快递",
    yunda: "韵达快递",
    jd: "京东快递",
    ems: "邮政 EMS",
    own: "门店配送",
  },
  en: {
    sf: "SF Express",
    zto: "ZTO Express",
    yto: "YTO Express",
    sto: "STO Express",
    yunda: "Yunda Express",
    jd: "JD Express",
    ems: "China Post EMS",
    own: "Store delivery",
  },
};

/** The carrier's name; an unknown key stands for itself. */
export const carrierName = (language: "zh-CN" | "en", carrier: string): string =>
  carrierNames[language][carrier as Carrier] ?? carrier;
