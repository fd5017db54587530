/** Why a purchase earned what it earned, or nothing: +50 for a first new product, which a second one
 *  does not bring, and a gift card that earns nothing; the same words at the counter, at the kiosk and
 *  in the office. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hexinNew, hexinProducts } from "../api/demo/goods-hexin.ts";
import { demoMember, staff } from "../api/demo/people.ts";
import { maskName } from "../shared/cards/mask.ts";
import { en } from "../shared/wording/reasons/en.ts";
import { zh } from "../shared/wording/reasons/zh.ts";
import type { Screen } from "./browser.ts";
import { signInToConsole } from "./console.ts";
import * as counterDoes from "./counter.ts";
import * as kioskDoes from "./kiosk.ts";
import { scan } from "./scanner.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const masked = maskName(demoMember.name);
const cashier = staff.find((person) => person.login === "wang.lei")!;
const giftCard = hexinProducts.find((product) => product.categoryCode === "vouchers")!;

const rule = { ruleId: "new-arrivals", nameZh: "新品首购", nameEn: "First try of a new product" };

for (const language of languagesOf("zh-CN")) {
  const words = wordsFor(language);
  const reasons = language === "en" ? en : zh;
  const names = { tier: String, category: String, line: String, version: () => 2 };
  const nameOf = (product: typeof giftCard) => language === "en" ? product.nameEn : product.nameZh;
  const bonus = reasons.sentence(
    { code: "rule-bonus", ...rule, micro: 50_000_000, ns: [1] },
    { ...names, line: () => hexinNew.nameZh },
  );
  const again = reasons.sentence({ code: "rule-missed", ...rule, condition: "once" }, names);
  const nothing = reasons.sentence(
    { code: "line-gift-card", n: 1 },
    { ...names, line: () => giftCard.nameZh },
  );

  describe(`in ${language}`, () => {
    let shop: Shop;
    let counter: Screen;
    let kiosk: Screen;
    let card: string;
    beforeAll(async () => {
      shop = await openShop();
      card = /\b91\d{14}\b/.exec(await (await fetch(shop.chain.url)).text())![0];
      ({ counter, kiosk } = await letIn(shop, words, "counter", "kiosk"));
      await counterDoes.signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
    }, 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());

    /** Rings one thing up for the member. @returns what the server booked */
    const buy = async (product: typeof giftCard, live: (page: Screen["page"]) => Promise<void>) => {
      const { page } = counter;
      await scan(page, card);
      await counterDoes.memberStrip(counter).getByText(masked, { exact: true }).waitFor();
      await scan(page, product.barcode!);
      await page.locator(".basket-line", { hasText: nameOf(product) }).waitFor();
      await page.locator(".will-earn-why > summary").click();
      await live(page);
      await page.keyboard.press("F8");
      const booked = page.waitForResponse((answer) =>
        new URL(answer.url()).pathname === "/api/sales" && answer.request().method() === "POST"
      );
      await page.getByRole("button", { name: words.counter.sale.confirmYes }).click();
      const receipt = await (await booked).json();
      await page.getByRole("heading", { name: words.counter.done.title }).waitFor();
      await counterDoes.nextCustomer(counter, words);
      return receipt;
    };

    test("the first of a new product brings 50, said before and after it is paid", async () => {
      const receipt = await buy(hexinNew, async (page) => {
        await page.locator(".why").getByText("50", { exact: false }).first().waitFor();
        await shop.look(counter, "why-live", language);
      });
      // 6.76 yuan (gold pays 2 % less) at 1.2 points, and 50.
      expect(receipt.points.earned - 50).toBeLessThanOrEqual(9);
      expect(receipt.points.earned).toBeGreaterThanOrEqual(58);
    }, 60_000);

    test("the second does not, and a gift card earns nothing", async () => {
      const second = await buy(hexinNew, async (page) => {
        await page.locator(".why").getByText(again).waitFor();
      });
      expect(second.points.earned).toBeLessThan(20);
      const nil = await buy(giftCard, async (page) => {
        await page.locator(".will-earn").getByText("0").first().waitFor();
      });
      expect(nil.points.earned).toBe(0);
    }, 90_000);

    test("the counter's list marks it, and opens into the reasons", async () => {
      const { page } = counter;
      await counterDoes.openRoom(counter, words, "returns");
      await page.locator(".sale-row", { hasText: reasons.noneShort }).first().click();
      await page.locator(".sale-why > summary").click();
      await page.locator(".sale-why").getByText(reasons.none).waitFor();
      await page.locator(".sale-why").getByText(nothing).waitFor();
      await shop.look(counter, "why-counter", language);
    }, 60_000);

    test("the kiosk's history says the same", async () => {
      const { page } = kiosk;
      await kioskDoes.beginVisit(kiosk, words);
      await kioskDoes.kioskCamera(kiosk);
      await kioskDoes.typeCard(kiosk, words, card);
      await page.getByRole("heading", { level: 1, name: words.kiosk.home.hello(masked) }).waitFor();
      await page.getByRole("button", { name: words.kiosk.home.how }).click();
      const rules = page.locator(".told li");
      await rules.filter({ hasText: language === "en" ? rule.nameEn : rule.nameZh }).waitFor();
      await shop.look(kiosk, "rules-kiosk", language);
      await kioskDoes.openPlace(kiosk, words, "history");
      await page.getByText(reasons.noneShort).first().click();
      await page.locator(".entry-why").getByText(reasons.none).waitFor();
      await page.locator(".entry-why").getByText(nothing).waitFor();
      await shop.look(kiosk, "why-kiosk", language);
      const rows = page.locator(".history .row");
      await rows.nth(1).click();
      await page.locator(".entry-why").getByText(reasons.missed).waitFor();
      await page.locator(".entry-why").getByText(again).waitFor();
      await rows.nth(2).click();
      await page.locator(".entry-why").getByText(bonus).waitFor();
      await shop.look(kiosk, "why-kiosk-bonus", language);
    }, 60_000);

    test("and so does the office", async () => {
      const desk = await shop.open("desk", "/console/", language);
      const { page } = desk;
      await signInToConsole(desk, words, "zhou.qiming");
      await page.keyboard.press("/");
      await page.keyboard.type(card);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      const row = page.getByRole("button", { name: new RegExp(reasons.noneShort) }).first();
      await row.click();
      await page.locator(".why-told").getByText(reasons.none).waitFor();
      await page.locator(".why-told").getByText(nothing).waitFor();
      await shop.look(desk, "why-office", language);
      await desk.context.close();
    }, 60_000);

    test("nothing was wrong on any screen", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
    });
  });
}
