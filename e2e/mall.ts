/** The gift mall on the phone: a member with points to spend, and what they do there. @module */
import { call } from "../shared/call.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import type { ClaimView } from "../shared/gifts/endpoints.ts";
import { recordSale } from "../shared/sales/endpoints.ts";
import { en as mallEn } from "../shared/wording/mall/en.ts";
import { zh as mallZh } from "../shared/wording/mall/zh.ts";
import type { Language, Screen } from "./browser.ts";
import { newKey, tillAt } from "./callers.ts";
import * as phoneDoes from "./phone.ts";
import type { Shop } from "./shop.ts";
import { type Words, wordsFor } from "./words.ts";

export const cast = {
  "zh-CN": { phone: "13655503001", name: "沈雅琴", pin: "725913" },
  en: { phone: "13655503002", name: "Nora Shen", pin: "725913" },
};
export const goods = {
  "zh-CN": {
    menu: "和信小馆",
    noodles: "红烧牛肉面",
    juice: "鲜榨果汁",
    flash: "薰衣草洗衣液 3 千克",
    bundle: "早餐组合",
    parts: ["鲜鸡蛋 30 枚", "怀旧搪瓷杯"],
    towels: "纯棉毛巾三件套",
    cooker: "智能电饭煲 4 升（积分加现金）",
    tasting: "龙井新茶品鉴会",
    coupon: "满 50 减 10 元券",
  },
  en: {
    menu: "Hexin Kitchen",
    noodles: "Braised beef noodles",
    juice: "Fresh juice",
    flash: "Lavender detergent 3 kg",
    bundle: "Breakfast bundle",
    parts: ["Tray of 30 eggs", "Enamel mug"],
    towels: "Set of three cotton towels",
    cooker: "Rice cooker 4 l (points and money)",
    tasting: "Longjing tea tasting",
    coupon: "10 yuan off from 50",
  },
};
/** Texts of the mall. */
export const mallWords = (language: Language) => language === "en" ? mallEn : mallZh;

/** Enrols on a phone, buys for 14,000 yuan and sets a PIN. @returns phone and points to spend */
export const comeWithPoints = async (
  shop: Shop,
  words: Words,
): Promise<{ phone: Screen; spendable: number }> => {
  const member = cast[words.language];
  const phone = await shop.open("phone", "/card/", words.language);
  await phoneDoes.enrol(phone, words, shop.chain, member, () => Promise.resolve());
  const till = tillAt(shop.chain.url);
  const code = await phoneDoes.showDigits(phone, words);
  const { scanId } = await call(till, openScan, { body: { code } });
  const receipt = await call(till, recordSale, {
    key: newKey(),
    body: {
      orderNo: `MALL-${words.language}`,
      member: { scanId },
      lines: [{ name: "年货采购", quantityMilli: 1000, amountFen: 14_000_00 }],
      totalFen: 14_000_00,
    },
  });
  await phoneDoes.setPin(phone, words, member.pin, () => Promise.resolve());
  return { phone, spendable: receipt.points!.spendable };
};

/** What a member does in the mall of this phone. */
export const mallOn = (phone: Screen, language: Language) => {
  const words = wordsFor(language);
  const g = words.gifts.gifts;
  const { page } = phone;
  const sheet = page.getByRole("dialog", { name: g.confirmTitle });
  const typePin = () =>
    phoneDoes.pressDigits(
      sheet.getByRole("group", { name: words.common.keypad }),
      cast[language].pin,
    );
  return {
    sheet,
    typePin,
    /** The gifts, all shelves. */
    toMall: async () => {
      await phoneDoes.openTab(phone, words, "gifts");
      await page.getByRole("heading", { level: 1, name: g.title }).waitFor();
      await page.getByRole("radio", { name: mallWords(language).allShelves, exact: true })
        .check({ force: true });
    },
    openGift: async (gift: string) => {
      await page.locator(".gift-tile", { hasText: gift }).click();
      await page.getByRole("heading", { level: 1, name: gift }).waitFor();
    },
    /** "Claim it", as long as nothing else is asked. */
    want: () => page.getByRole("button", { name: new RegExp(g.redeem) }).click(),
    /** Claims what stands on the screen. @returns the claim that was booked */
    claimIt: async (): Promise<ClaimView> => {
      const answer = page.waitForResponse((each) =>
        new URL(each.url()).pathname === "/api/members/me/claims" &&
        each.request().method() === "POST" && each.ok()
      ).then((each) => each.json());
      await page.getByRole("button", { name: new RegExp(g.redeem) }).click();
      await sheet.waitFor();
      await typePin();
      const { claim } = await answer;
      await page.getByRole("heading", { level: 1, name: words.gifts.claim.title }).waitFor();
      return claim;
    },
  };
};
