/** Climbing, through the screens: head office prices a tier, a member sees how far it is and buys
 *  it with points, the kiosk shows the ladder, the office puts the member into a category, and the
 *  counter takes the discount off each line and says whose it is. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { staff } from "../api/demo/people.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { call } from "../shared/call.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import { recordSale } from "../shared/sales/endpoints.ts";
import { en as consoleEn } from "../shared/wording/console/tiers/en.ts";
import { zh as consoleZh } from "../shared/wording/console/tiers/zh.ts";
import { en as tiersEn } from "../shared/wording/tiers/en.ts";
import { zh as tiersZh } from "../shared/wording/tiers/zh.ts";
import type { Screen } from "./browser.ts";
import { newKey, tillAt } from "./callers.ts";
import { signInToConsole } from "./console.ts";
import * as counterDoes from "./counter.ts";
import * as kioskDoes from "./kiosk.ts";
import * as phoneDoes from "./phone.ts";
import { scan } from "./scanner.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const cashier = staff.find((person) => person.login === "wang.lei")!;

const cast = {
  "zh-CN": {
    who: { phone: "13655503001", name: "姚雨晴", pin: "725913" },
    silver: "银卡会员",
    senior: "老年",
    goods: "云南蓝莓",
  },
  en: {
    who: { phone: "13655503002", name: "Nora Yao", pin: "725913" },
    silver: "Silver",
    senior: "Senior",
    goods: "Blueberries",
  },
};

for (const language of languagesOf("zh-CN")) {
  const words = wordsFor(language);
  const t = language === "en" ? tiersEn : tiersZh;
  const c = language === "en" ? consoleEn : consoleZh;
  const f = words.formats;
  const { who, silver, senior } = cast[language];

  describe(`in ${language}`, () => {
    let shop: Shop;
    let desk: Screen;
    let phone: Screen;
    beforeAll(async () => void (shop = await openShop()), 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (screen: Screen, name: string) => shop.look(screen, `tiers-${name}`, language);

    let shown = "";
    /** A code that was not shown before: each is good once. */
    const showCode = async (): Promise<string> => {
      await phone.page.goto(`${shop.chain.url}/card/`);
      await phoneDoes.codePaper(phone).waitFor();
      let code = await phoneDoes.showDigits(phone, words);
      while (code === shown) {
        await phone.page.waitForTimeout(500);
        code = await phoneDoes.readDigits(phone, words);
      }
      shown = code;
      return code;
    };

    test("head office prices a tier; a ladder that does not rise is not saved", async () => {
      desk = await shop.open("desk", "/console/", language);
      await signInToConsole(desk, words, "lu.xiaoman");
      const { page } = desk;
      const nav = page.getByRole("navigation", { name: words.console.shell.nav });
      await nav.getByRole("link", { name: words.console.shell.tiers, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: c.title }).waitFor();
      await page.getByRole("heading", { name: c.stepTitle(2, silver) }).waitFor();
      await look(desk, "settings");
      const step = page.locator(".panel", {
        has: page.getByRole("heading", { name: c.stepTitle(2, silver) }),
      });
      await step.getByLabel(c.thresholdFen).fill("0");
      await page.locator('[data-act="save"]').click();
      await page.getByText(c.faults["not-above"]).waitFor();
      await look(desk, "settings-wrong");
      await step.getByLabel(c.thresholdFen).fill("1500");
      await step.getByLabel(c.pricePoints).fill("900");
      await page.locator('[data-act="save"]').click();
      await page.getByText(c.saved).waitFor();
    }, 90_000);

    test("the member sees the way up in money and in points, and buys the step", async () => {
      phone = await shop.open("phone", "/card/", language);
      await phoneDoes.enrol(phone, words, shop.chain, who, () => Promise.resolve());
      await phoneDoes.setPin(phone, words, who.pin, () => Promise.resolve());
      await phoneDoes.openTab(phone, words, "card");
      const till = tillAt(shop.chain.url);
      const code = await phoneDoes.showDigits(phone, words);
      const { scanId } = await call(till, openScan, { body: { code } });
      await call(till, recordSale, {
        key: newKey(),
        body: {
          orderNo: `TIERS-${language}`,
          member: { scanId },
          lines: [{ name: "家宴食材", quantityMilli: 1000, amountFen: 1_000_00 }],
          totalFen: 1_000_00,
        },
      });
      await phoneDoes.openTab(phone, words, "points");
      const { page } = phone;
      await page.getByText(t.progress.wayMoney(f.moneyShort(500_00), silver)).first().waitFor();
      await page.getByText(t.progress.orBuy(f.count(900))).first().waitFor();
      await look(phone, "phone-points");
      await page.getByRole("link", { name: t.ladder.open }).click();
      await page.getByRole("heading", { level: 1, name: t.ladder.title }).waitFor();
      await look(phone, "phone-ladder");
      await page.getByRole("button", { name: t.ladder.buyFor(silver) }).click();
      const sheet = page.getByRole("dialog", { name: t.purchase.title });
      await sheet.getByText(f.count(200), { exact: true }).waitFor();
      await look(phone, "phone-buy");
      const keypad = sheet.getByRole("group", { name: words.common.keypad });
      await phoneDoes.pressDigits(keypad, "111222");
      await sheet.getByText(t.purchase.pinTriesLeft(4)).waitFor();
      await phoneDoes.pressDigits(keypad, who.pin);
      await page.getByText(t.purchase.done(silver)).waitFor();
      await page.locator(".tier-step[aria-current]").getByText(silver).waitFor();
      await look(phone, "phone-bought");
      await phoneDoes.openTab(phone, words, "points");
      await page.locator(".balance").getByText(f.count(200), { exact: true }).waitFor();
    }, 150_000);

    test("the office puts the member into a category, with a reason; the log knows", async () => {
      const db = await openDb({ url: `file:${shop.chain.database}` });
      const [row] = await db.execute("select id from member where name = ?", [who.name]);
      db.close();
      const office = await shop.open("desk", "/console/", language);
      await signInToConsole(office, words, "zhou.qiming");
      await office.page.goto(`${shop.chain.url}/console/members/${row!.id}`);
      await office.page.locator('[data-act="set-category"]').click();
      const dialog = office.page.getByRole("dialog", { name: c.member.changeTitle });
      await dialog.getByLabel(c.member.category).selectOption({ label: senior });
      await dialog.getByRole("button", { name: c.member.change, exact: true }).click();
      await dialog.getByText(words.console.shell.required).waitFor();
      await dialog.getByRole("button", { name: c.member.reasons[0]! }).click();
      await look(office, "member-category");
      await dialog.getByRole("button", { name: c.member.change, exact: true }).click();
      await office.page.getByText(c.member.saved).waitFor();
      await office.page.locator(".row-detail", { hasText: c.member.hows.bought! }).waitFor();
      await look(office, "member");
    }, 90_000);

    test("kiosk and counter know: the ladder, and the discount with its reason", async () => {
      const { counter, kiosk } = await letIn(shop, words, "counter", "kiosk");
      await kioskDoes.beginVisit(kiosk, words);
      await scan(kiosk.page, await showCode());
      await kiosk.page.getByText(t.ladder.open).click();
      await kiosk.page.getByRole("heading", { level: 1, name: t.ladder.title }).waitFor();
      await kiosk.page.locator(".tier-step[aria-current]").getByText(silver).waitFor();
      await look(kiosk, "kiosk-ladder");
      await counterDoes.signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
      await scan(counter.page, await showCode());
      await counterDoes.memberStrip(counter).getByText(silver).first().waitFor();
      await counter.page.locator(".product").first().waitFor();
      await counter.page.locator(".product", { hasText: cast[language].goods }).click();
      await counter.page.locator(".basket-off").waitFor();
      await counter.page.locator(".basket-off").getByText(words.counter.sale.memberPrice(6, senior))
        .waitFor();
      await look(counter, "counter-discount");
      await counter.page.keyboard.press("F8");
      await counter.page.getByRole("dialog")
        .getByRole("button", { name: words.counter.sale.confirmYes }).click();
      await counter.page.getByRole("heading", { name: words.counter.done.title }).waitFor();
      await look(counter, "counter-done");
    }, 150_000);

    test("nothing was wrong on any screen, and every invariant of the ledger holds", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
      const db = await openDb({ url: `file:${shop.chain.database}` });
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
      const rows = await db.execute("select off_percent, source from sale_line_discount");
      expect(rows.some((each) => each.source === "category" && each.off_percent === 6)).toBe(true);
      db.close();
    }, 120_000);
  });
}
