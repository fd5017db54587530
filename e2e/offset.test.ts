/** Points that pay at the counter: 100 points are 1 yuan from 200 yuan on, to the exact amount, with
 *  the PIN where a card number was typed; a part comes back, points to points and money to money. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { demoMember, staff } from "../api/demo/people.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { maskName } from "../shared/cards/mask.ts";
import type { Screen } from "./browser.ts";
import * as counterDoes from "./counter.ts";
import { pressDigits } from "./phone.ts";
import { scan } from "./scanner.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const masked = maskName(demoMember.name);
const cashier = staff.find((person) => person.login === "wang.lei")!;

for (const language of languagesOf("zh-CN")) {
  const words = wordsFor(language);
  const t = words.counter.offset;
  const { money } = words.formats;

  describe(`in ${language}`, () => {
    let shop: Shop;
    let counter: Screen;
    let card: string;
    beforeAll(async () => {
      shop = await openShop();
      card = /\b91\d{14}\b/.exec(await (await fetch(shop.chain.url)).text())![0];
      ({ counter } = await letIn(shop, words, "counter"));
      await counterDoes.signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
    }, 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (name: string) => shop.look(counter, name, language);

    test("below 200 yuan the counter says what is missing", async () => {
      const { page } = counter;
      await scan(page, card);
      await counterDoes.memberStrip(counter).getByText(masked, { exact: true }).waitFor();
      await counterDoes.typeAmounts(counter, words, "100");
      const fields = { minSaleFen: 20_000, payableFen: 98_00 };
      await page.getByText(t.whyNot("offset-minimum", fields)).waitFor();
      await look("offset-minimum");
    }, 60_000);

    test("from 200 yuan on, with the PIN, points pay to the exact amount", async () => {
      const { page } = counter;
      await page.keyboard.type("160");
      await page.keyboard.press("Enter");
      await page.locator(".offset-open").waitFor();
      await look("offset-offer");
      await page.keyboard.press("F10");
      const consent = page.getByRole("dialog", { name: t.member });
      await consent.getByText(t.earnOnly).waitFor();
      await look("offset-consent");
      await pressDigits(
        consent.getByRole("group", { name: words.common.keypad }),
        demoMember.pin,
      );
      const dialog = page.getByRole("dialog", { name: t.title });
      const exact = dialog.getByLabel(t.points, { exact: true });
      await exact.fill("1234");
      await dialog.getByText(money(12_34), { exact: true }).waitFor();
      const slider = dialog.getByRole("slider", { name: t.slider });
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      expect(await exact.inputValue()).toBe("1235");
      await page.keyboard.press("ArrowLeft");
      await dialog.getByText(money(242_46), { exact: true }).waitFor();
      await look("offset-choose");
      await exact.fill("99999");
      expect(await dialog.getByRole("button", { name: t.apply }).isDisabled()).toBe(true);
      await look("offset-too-much");
      await exact.fill("1234");
      await page.keyboard.press("Enter");
      await page.locator(".basket-total").getByText(money(242_46), { exact: true }).waitFor();
      await look("offset-chosen");
    }, 90_000);

    test("what was agreed stays though the network goes; until then it is asked anew", async () => {
      const { page, context } = counter;
      const s = words.counter.sale;
      const dialog = page.getByRole("dialog");
      const agreed = async (title: string) => {
        await page.getByRole("dialog", { name: title }).waitFor();
        await dialog.getByText(money(242_46), { exact: true }).waitFor();
        await dialog.getByText(t.wasPaid(1234, money(12_34))).waitFor();
        expect(await dialog.getByText(s.keptThen).count()).toBe(0);
      };
      await page.keyboard.press("F8");
      await agreed(s.confirmTitle);
      await context.setOffline(true);
      await page.getByRole("dialog", { name: s.changedTitle })
        .getByText(t.notOffline(money(254_80))).waitFor();
      expect(await dialog.getByRole("button", { name: s.confirmYes }).count()).toBe(0);
      await look("offset-changed");
      await dialog.getByRole("button", { name: s.confirmNo }).click();
      await context.setOffline(false);
      await page.locator(".basket-total").getByText(money(242_46), { exact: true }).waitFor();

      // On its way when the network goes, and never answered.
      const problem = { type: "/problems/too-busy", status: 503, title: "", retryAfterSeconds: 99 };
      let answer = () => {};
      const over = new Promise<void>((done) => answer = done);
      const door = (url: URL) => url.pathname === "/api/sales";
      await context.route(door, async (route) => {
        if (route.request().method() !== "POST") return await route.fallback();
        await over;
        await route.fulfill({ status: 503, json: problem, contentType: "application/problem+json" })
          .catch(() => {});
      });
      await page.keyboard.press("F8");
      const asked = page.waitForRequest((sent) => door(new URL(sent.url())));
      await dialog.getByRole("button", { name: s.confirmYes }).click();
      await asked;
      await context.setOffline(true);
      await page.locator(".counter-offline").waitFor();
      await agreed(s.confirmTitle);
      await look("offset-sending-cut");
      answer();
      await page.getByText(s.unknownTitle).waitFor();
      await agreed(s.unknownTitle);
      await look("offset-unknown");
      await context.unroute(door);
      await context.setOffline(false);
    }, 60_000);

    test("the money is less by what the points are worth, and the receipt says both", async () => {
      const { page } = counter;
      const booked = page.waitForResponse((answer) =>
        new URL(answer.url()).pathname === "/api/sales" && answer.request().method() === "POST"
      ).then((answer) => answer.json());
      // The same sale, asked about again.
      await page.getByRole("button", { name: words.counter.sale.unknownRetry }).click();
      const receipt = await booked;
      expect(receipt).toMatchObject({
        totalFen: 254_80,
        payFen: 242_46,
        offset: { points: 1234, fen: 12_34 },
      });
      // What points paid earns nothing: gold is 1.2 times 242.46, and what was left of a point.
      const { points } = receipt;
      await counterDoes.saleBrought(counter, words, {
        earned: points.earned,
        balance: points.spendable,
      });
      await page.locator(".done").getByText(t.wasPaid(1234, money(12_34))).first().waitFor();
      await look("offset-done");
      await counterDoes.nextCustomer(counter, words);
    }, 60_000);

    test("a part that comes back gives its points back, and only the rest in money", async () => {
      const { page } = counter;
      const r = words.counter.returns;
      await counterDoes.openRoom(counter, words, "returns");
      await page.locator(".sale-row").first().click();
      await page.getByText(t.wasPaid(1234, money(12_34))).waitFor();
      await page.locator(".return-line").first().getByRole("button", { name: r.moreOf }).click();
      // 98 of 254.80 yuan (gold pays 2 % less), with 4.75 of the 12.34 that points had paid.
      await page.locator(".return-refund").getByText(money(93_25), { exact: true }).waitFor();
      await page.locator(".sale-why > summary").click();
      await page.locator(".sale-why").getByText(words.formats.count(1234)).first().waitFor();
      await look("offset-return");
      await page.getByRole("button", { name: r.go, exact: true }).click();
      await page.getByRole("button", { name: r.yes(money(93_25)) }).click();
      await page.getByRole("heading", { name: r.doneTitle }).waitFor();
      await page.locator(".return-offset-done").getByText(words.formats.signed(475)).waitFor();
      await look("offset-returned");
    }, 60_000);

    test("nothing was wrong on any screen, and every invariant of the ledger holds", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
      const db = await openDb({ url: `file:${shop.chain.database}` });
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
      db.close();
    }, 120_000);
  });
}
