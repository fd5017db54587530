import { describe, expect, test } from "vitest";
import type { MessageFields, MessageKind } from "../../shared/push/message.ts";
import { noticeBytesMax, noticeOf, wordMessage } from "./word-message.ts";

const at = Date.UTC(2026, 5, 30, 16);
const gift = { giftNameZh: "龙井绿茶 250 克", giftNameEn: "Longjing tea 250 g" };
const store = { storeNameZh: "春禾超市人民路店", storeNameEn: "Chunhe Renmin Rd" };
const samples: { [K in MessageKind]: MessageFields[K] } = {
  "otp": { code: "604173", minutes: 5, brandNameZh: "春禾", brandNameEn: "Chunhe" },
  "join-asked": { brandNameZh: "春禾", brandNameEn: "Chunhe" },
  "device-added": { label: "小米 15", at },
  "points-earned": { points: 1, balance: 1288, ...store },
  "points-returned": { points: 20, balance: 0, debt: 8, ...store },
  "claim-made": { points: 500, expiresAt: at, ...gift, ...store },
  "claim-handed-over": { ...gift, ...store },
  "order-placed": { points: 800, ...gift },
  "order-shipped": { carrier: "SF Express", tracking: "SF1402233556", ...gift },
  "event-booked": { at, venueZh: "人民路店二楼", venueEn: "Renmin Rd, 2nd floor", ...gift },
  "claim-lapsed": { points: 500, ...gift },
  "claim-cancelled": { points: 500, ...gift },
  "lapse-soon": { points: 300, lapsesAt: at },
  "seal": { day: "2026-06-14", root: "kZ3r", heads: 41 },
  "adjustment": { points: -50, balance: 1200, reason: "重复积分" },
  "grant": { points: 20, balance: 1220, titleZh: "问卷奖励", titleEn: "Survey reward" },
};

describe.each(["zh-CN", "en"])("%s", (language) => {
  test.each(Object.keys(samples) as MessageKind[])("%s is said in full", (kind) => {
    const { title, body } = wordMessage(kind, samples[kind], language);
    for (const text of [title, body]) {
      expect(text.length).toBeGreaterThan(3 * Number(language === "en"));
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    }
    const chinese = /[\u4e00-\u9fff]/.test(body.replaceAll("小米", "").replaceAll("重复积分", ""));
    expect(chinese).toBe(language === "zh-CN");
  });
});

test("the day named is the last one on which the points count", () => {
  expect(wordMessage("lapse-soon", samples["lapse-soon"], "zh-CN").body).toContain("6月30日之后");
  expect(wordMessage("claim-made", samples["claim-made"], "en").body).toContain("by 30 Jun 2026");
});

test("what was given for a birthday speaks of no points", () => {
  const given = { ...samples["claim-made"], points: 0, occasion: "birthday" } as const;
  const lapsed = { ...samples["claim-lapsed"], points: 0 };
  expect(wordMessage("claim-made", given, "zh-CN").title).toContain("生日快乐");
  expect(wordMessage("claim-made", given, "en").title).toContain("Happy birthday");
  for (const language of ["zh-CN", "en"]) {
    expect(wordMessage("claim-made", given, language).body).not.toMatch(/积分|point/);
    expect(wordMessage("claim-lapsed", lapsed, language).body).not.toMatch(/积分|point/);
  }
});

test("a reader of an unknown language reads zh-CN", () => {
  expect(wordMessage("otp", samples.otp, "fr").body).toContain("验证码 604173");
});

describe("a notice", () => {
  test("opens the page it is about, and replaces what has the same tag", () => {
    const notice = noticeOf("claim-made", { title: "a", body: "b" }, "claim");
    const words = { title: "a", body: "b" };
    expect(notice).toEqual({ ...words, url: "claims", tag: "claim", lang: "zh-CN" });
  });

  test.each(["汉", "x", "😀", "\u0001"])(
    "of any length fits, cut between characters: %j",
    (letter) => {
      const body = letter.repeat(6_000);
      const notice = noticeOf("lapse-soon", { title: "积分", body }, "lapse");
      const bytes = new TextEncoder().encode(JSON.stringify(notice)).length;
      expect(bytes).toBeLessThanOrEqual(noticeBytesMax);
      expect(bytes).toBeGreaterThan(noticeBytesMax / 2);
      expect(notice.body.endsWith("…")).toBe(true);
      expect(JSON.stringify(notice)).not.toMatch(/\\ud[89a-f]/i);
    },
  );

  test("that fits is left alone", () => {
    const body = "汉".repeat(1_000);
    expect(noticeOf("lapse-soon", { title: "积分", body }, "lapse").body).toBe(body);
  });
});
