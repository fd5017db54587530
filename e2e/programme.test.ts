/** Head office sets the programme on its screens: 10 yuan a point, double near a festival, a member
 *  day in one group with it, +50 for a first new product, points of its own for a category, a
 *  quarter's validity. It sees what they say, loses nothing, publishes; a till books that. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { posKeys } from "../api/demo/people.ts";
import { addDays, dayOf, endOfDay } from "../shared/business-day.ts";
import { weekdayOf } from "../shared/calendar/festival.ts";
import { call } from "../shared/call.ts";
import { listGoods } from "../shared/goods/endpoints.ts";
import { lastValidDay } from "../shared/points/validity.ts";
import { recordSale } from "../shared/sales/endpoints.ts";
import { en as calendarEn } from "../shared/wording/calendar/en.ts";
import { zh as calendarZh } from "../shared/wording/calendar/zh.ts";
import { en } from "../shared/wording/console/programme/en.ts";
import { zh } from "../shared/wording/console/programme/zh.ts";
import type { Screen } from "./browser.ts";
import { newKey, tillAt } from "./callers.ts";
import { signInToConsole } from "./console.ts";
import { nearest, theEditor } from "./programme-editor.ts";
import { openShop, type Shop } from "./shop.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

for (const language of languagesOf("en")) {
  const words = wordsFor(language);
  const { shell } = words.console;
  const t = language === "en" ? en : zh;
  const fruitName = language === "en" ? "Fruit of its own" : "水果另计";
  const festivalName = (language === "en" ? calendarEn : calendarZh).festivals;

  describe(`in ${language}`, () => {
    let shop: Shop;
    let desk: Screen;
    let card: string;
    const today = dayOf(Date.now());
    beforeAll(async () => {
      shop = await openShop();
      card = /\b91\d{14}\b/.exec(await (await fetch(shop.chain.url)).text())![0];
      desk = await shop.open("desk", "/console/", language);
      await signInToConsole(desk, words, "zhou.qiming");
    }, 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());

    const editor = theEditor(() => desk, () => shop, language);
    const { look, field, panel, says, act, done, saved, add, rule } = editor;

    test("the programme stands there part by part, with its calendar", async () => {
      const nav = desk.page.getByRole("navigation", { name: shell.nav });
      await nav.getByRole("link", { name: shell.programme, exact: true }).click();
      await desk.page.getByRole("heading", { level: 1, name: t.title }).waitFor();
      await desk.page.getByRole("heading", { name: t.sections.offset }).waitFor();
      await look("in-force");
      await desk.page.getByRole("tab", { name: t.views.calendar }).click();
      await desk.page.locator(`[data-day="${today}"]`).waitFor();
      await look("calendar");
    });

    test("10 yuan are a point, a part of a point is dropped, good for a quarter", async () => {
      await act("new-draft");
      await act("edit-earning");
      await field(t.basePart.every).fill("10");
      const tiers = panel().locator(".fields-tiers input");
      for (let i = 0; i < await tiers.count(); i++) await tiers.nth(i).fill("1");
      await panel().getByRole("switch", { name: t.basePart.carry }).uncheck();
      await says(/¥10/);
      await look("earning");
      await done();
      await act("edit-validity");
      await field(t.validityPart.kind).selectOption("quarter-end");
      await field(t.validityPart.quarters).fill("1");
      await look("validity");
      await done();
      await saved();
    });

    test("double near a festival, with the dates that it means", async () => {
      const { id, ahead } = nearest(today);
      await add("festival");
      await field(t.rule.nameZh).fill("节日双倍");
      await field(t.rule.nameEn).fill("Festival double");
      const chips = panel().locator('[data-condition="festivals"] .chip');
      await chips.filter({ hasText: festivalName["mid-autumn"] }).click();
      await chips.filter({ hasText: festivalName[id] }).first().click();
      await field(ahead >= 0 ? t.when.daysBefore : t.when.daysAfter).fill(String(Math.abs(ahead)));
      await panel().getByRole("list", { name: t.when.dates }).getByText(festivalName[id], {
        exact: true,
      }).waitFor();
      await says(festivalName[id]);
      await look("rule-festival");
      await done();
    });

    test("a member day goes into one group with it: the best of both counts", async () => {
      await add("member-day");
      await field(t.rule.nameZh).fill("会员日三倍");
      await field(t.rule.nameEn).fill("Member day triple");
      await field(t.gives.times).fill("3");
      const days = panel().locator('[data-condition="weekdays"] .chip');
      await days.nth(2).click();
      await days.nth(weekdayOf(today) - 1).click();
      if (weekdayOf(today) === 3) await days.nth(2).click();
      await done();
      await act("add-group");
      await field(t.rule.nameZh).fill("节日与会员日");
      await field(t.rule.nameEn).fill("Festivals and member days");
      for (const name of [/节日双倍|Festival double/, /会员日三倍|Member day triple/]) {
        await panel().locator(".chip").filter({ hasText: name }).click();
      }
      await look("group");
      await done();
      await desk.page.locator(".rule-group").getByText(/会员日三倍|Member day triple/).first()
        .waitFor();
    });

    test("+50 for a first new product, points of its own for a category", async () => {
      await add("new-product");
      const search = panel().getByPlaceholder(t.pick.findProduct);
      await panel().getByText(t.lines.chosen, { exact: true }).click();
      await search.fill("五常稻花香米");
      await panel().getByRole("list", { name: t.pick.found }).getByRole("checkbox").first().check();
      await look("rule-product");
      await done();

      await add("category");
      await field(t.rule.nameZh).fill("水果另计");
      await field(t.rule.nameEn).fill("Fruit of its own");
      await panel().getByText(t.lines.chosen, { exact: true }).click();
      await panel().getByPlaceholder(t.pick.findCategory).fill(
        language === "en" ? "Fruit" : "水果",
      );
      await panel().getByRole("checkbox", {
        name: language === "en" ? /^Fruit\b(?! and)/ : /^水果/,
      })
        .check();
      await field(t.gives.every).fill("5");
      await says(/¥5/);
      await look("rule-category");
      await done();
      await saved();
      await look("draft");
    });

    test("a mistaken Back asks, a reload loses nothing, what was deleted comes back", async () => {
      const { page } = desk;
      const fruit = rule(fruitName);
      await fruit.locator(".card-main").click();
      await field(t.gives.every).fill("4");
      await page.keyboard.press("Escape");
      const question = page.getByRole("dialog", { name: shell.leaveTitle });
      await question.getByRole("button", { name: t.panel.keepTyping }).click();
      await expect.poll(() => page.locator("dialog[open]").count()).toBe(1);
      expect(await field(t.gives.every).inputValue()).toBe("4");
      await page.keyboard.press("Escape");
      await question.getByRole("button", { name: t.panel.dropTyped }).click();
      await page.reload();
      await fruit.getByText(/¥5/).first().waitFor();

      await fruit.getByRole("button", { name: t.stack.remove(fruitName) }).click();
      await fruit.waitFor({ state: "detached" });
      await act("undo-removal");
      await fruit.waitFor();
      await page.keyboard.press("Control+Shift+Z");
      await fruit.waitFor({ state: "detached" });
      await page.keyboard.press("Control+Z");
      await fruit.waitFor();
      await saved();
    });

    test("what contradicts itself is said and cannot be published", async () => {
      const name = /新品首购加赠|First purchase of a new product/;
      await desk.page.locator(".rule-card").filter({ hasText: name }).locator(".card-main").click();
      await panel().getByText(t.lines.all, { exact: true }).click();
      await panel().locator(".finding-refused").first().waitFor();
      await done();
      await act("publish");
      const dialog = desk.page.getByRole("dialog", { name: t.publish.title });
      await dialog.getByText(t.publish.blocked).waitFor();
      expect(await dialog.getByRole("button", { name: t.publish.send }).isDisabled()).toBe(true);
      await look("refused");
      await desk.page.keyboard.press("Escape");
      await desk.page.getByRole("button", { name: t.editor.undo, exact: true }).click();
      await desk.page.locator(".finding-refused").waitFor({ state: "detached" });
      await saved();
    });

    test("published at once, line by line against what held", async () => {
      await act("publish");
      const dialog = desk.page.getByRole("dialog", { name: t.publish.title });
      await dialog.getByText(t.changed.added).first().waitFor();
      await look("publish");
      await dialog.getByRole("button", { name: t.publish.send, exact: true }).click();
      await desk.page.getByRole("heading", { level: 1, name: t.title }).waitFor();
      await desk.page.locator(".in-force").getByText(t.inForceSince(3, Date.now())).waitFor();
      await look("published");
      await desk.page.getByRole("tab", { name: t.views.calendar }).click();
      await desk.page.locator(`[data-day="${today}"] .day-rule`).first().waitFor();
      await look("calendar-now");
    });

    test("a till books what the screens said", async () => {
      const till = tillAt(shop.chain.url, posKeys[0].secret);
      const product = async (search: string) =>
        (await call(till, listGoods, { query: { search } })).products[0]!;
      const [rice, oranges] = [await product("五常稻花香米"), await product("广西沃柑")];
      const sell = async (orderNo: string, riceBags: number) => {
        const lines = [
          { sku: rice.sku, quantityMilli: riceBags * 1000, amountFen: riceBags * rice.priceFen },
          { sku: oranges.sku, quantityMilli: 2_000, amountFen: 2 * oranges.priceFen },
          { name: "杂货", quantityMilli: 1_000, amountFen: 100_00 },
        ];
        const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
        return await call(till, recordSale, {
          key: newKey(),
          body: { orderNo, member: { card }, lines, totalFen },
        });
      };
      // The member day's three times goes before the festival's two; fruit counts 5 yuan a point.
      const earned = (riceBags: number) =>
        (riceBags * rice.priceFen / 1_000 + 2 * oranges.priceFen / 500 + 100_00 / 1_000) * 3;
      const first = await sell("PRG-1", 1);
      expect(first.points!.earned).toBe(Math.floor(earned(1) + 50));
      // The new product was new once.
      const second = await sell("PRG-2", 1);
      expect(second.points!.earned).toBe(Math.floor(earned(1)));
      // Good to the end of the quarter after this one, to its last day.
      const last = lastValidDay({ kind: "quarter-end", quarters: 1 }, Date.now())!;
      expect(first.points!.lapsesAt).toBe(endOfDay(last));
      expect(addDays(last, 1)).toMatch(/-(01|04|07|10)-01$/);
    });

    test("the old rules can come back, compared with what holds", async () => {
      const { page } = desk;
      await page.getByRole("tab", { name: t.views.versions }).click();
      await page.getByRole("button", { name: t.versions.version(2) }).click();
      await look("compared");
      await act("again");
      const dialog = page.getByRole("dialog", { name: t.versions.againTitle(2) });
      await dialog.getByRole("button", { name: t.versions.reasons[0]!, exact: true }).click();
      await dialog.getByRole("button", { name: t.publish.send, exact: true }).click();
      await page.getByRole("button", { name: t.versions.version(4) }).waitFor();
      await page.getByText(t.versions.repeats(2)).first().waitFor();
    });

    test("nothing was wrong on any screen", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
    });
  });
}
