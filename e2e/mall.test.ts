/** The gift mall through the screens: 500 points for a main dish and 1,000 for two drinks, a flash
 *  price with its clock, a bundle, an event, and points and money at the counter. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { demoMember, staff } from "../api/demo/people.ts";
import { verifyLedger } from "../api/points/verify.ts";
import type { Screen } from "./browser.ts";
import * as counterDoes from "./counter.ts";
import * as kioskDoes from "./kiosk.ts";
import { comeWithPoints, goods, mallOn, mallWords } from "./mall.ts";
import * as phoneDoes from "./phone.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const cashier = staff.find((person) => person.login === "wang.lei")!;

for (const language of languagesOf("en")) {
  const words = wordsFor(language);
  const mall = mallWords(language);
  const g = words.gifts.gifts;
  const c = words.gifts.claim;
  const name = goods[language];

  describe(`in ${language}`, () => {
    let shop: Shop;
    let phone: Screen;
    let mallOnPhone: ReturnType<typeof mallOn>;
    let spendable = 0;
    let counter: Screen;
    let kiosk: Screen;
    beforeAll(async () => void (shop = await openShop()), 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (screen: Screen, at: string) => shop.look(screen, `mall-${at}`, language);
    /** Claims what stands on the phone's screen, at this price. */
    const claimed = async (points: number) => {
      const claim = await mallOnPhone.claimIt();
      expect(claim).toMatchObject({ points });
      spendable -= points;
      return claim;
    };

    test("a member comes with points to spend", async () => {
      ({ phone, spendable } = await comeWithPoints(shop, words));
      mallOnPhone = mallOn(phone, language);
      expect(spendable).toBeGreaterThan(10_000);
    }, 120_000);

    test("the menu's shelf: 500 points are a main dish, 1,000 are two drinks", async () => {
      const { page } = phone;
      await mallOnPhone.toMall();
      await look(phone, "phone");
      await page.getByRole("radio", { name: name.menu }).check({ force: true });
      const tiles = page.locator(".gift-tile");
      await tiles.filter({ hasText: name.noodles }).getByText("500", { exact: true }).waitFor();
      await tiles.filter({ hasText: name.juice }).getByText("1,000", { exact: true }).waitFor();
      await tiles.filter({ hasText: name.juice }).getByText(mall.quantity(2)).waitFor();
      expect(await tiles.count()).toBe(3);
      await look(phone, "menu");
      await mallOnPhone.openGift(name.noodles);
      await page.getByText(mall.memberDay(2)).waitFor();
      const dish = await claimed(500);
      await page.getByText(c.show).waitFor();
      expect(dish).toMatchObject({ quantity: 1, moneyFen: 0, way: "pick-up" });
      await mallOnPhone.toMall();
      await mallOnPhone.openGift(name.juice);
      const drinks = await claimed(1_000);
      expect(drinks).toMatchObject({ quantity: 2 });
      await page.getByRole("heading", { level: 2, name: new RegExp(mall.quantity(2)) }).waitFor();
      await look(phone, "drinks");
    }, 120_000);

    test("a flash price with its clock is the one that is paid", async () => {
      const { page } = phone;
      await mallOnPhone.toMall();
      const strip = page.locator(".flash-strip");
      const clock = strip.getByRole("timer").first();
      const before = await clock.innerText();
      await expect.poll(() => clock.innerText(), { timeout: 5_000 }).not.toBe(before);
      const said = /(\d+) (?:left|份)/.exec(await strip.innerText());
      const left = Number(said![1]);
      await strip.getByText(name.flash).click();
      await page.getByRole("heading", { level: 1, name: name.flash }).waitFor();
      await page.getByText(mall.flashLeft(left)).waitFor();
      await page.locator("s", { hasText: "1,400" }).waitFor();
      await look(phone, "flash");
      await claimed(980);
      await mallOnPhone.toMall();
      await strip.getByText(mall.flashLeft(left - 1)).waitFor();
    }, 90_000);

    test("in the place of a picture that cannot be had stands a present", async () => {
      const { page } = phone;
      await page.route("**/*.svg", (route) => route.abort());
      await mallOnPhone.toMall();
      await page.reload();
      await page.locator('.gift-tile img[src^="data:image/svg"]').first().waitFor();
      await look(phone, "no-pictures");
      await page.unroute("**/*.svg");
    }, 60_000);

    test("a bundle has one price and all of its parts", async () => {
      const { page } = phone;
      await mallOnPhone.openGift(name.bundle);
      for (const part of name.parts) await page.getByText(part, { exact: true }).waitFor();
      await look(phone, "bundle");
      await claimed(1_400);
    }, 60_000);

    test("an event keeps a place; a coupon says that it is coming", async () => {
      const { page } = phone;
      await mallOnPhone.toMall();
      await mallOnPhone.openGift(name.coupon);
      await page.getByText(words.problem("gift-not-yet")).waitFor();
      expect(await page.getByRole("button", { name: new RegExp(g.redeem) }).count()).toBe(0);
      await look(phone, "not-yet");
      await mallOnPhone.toMall();
      await mallOnPhone.openGift(name.tasting);
      await page.getByText(mall.placesLeft(20, 20)).waitFor();
      await claimed(400);
      await page.getByText(mall.ticketEvent).waitFor();
      await look(phone, "ticket");
    }, 90_000);

    test("what is within reach, and by price", async () => {
      const { page } = phone;
      await mallOnPhone.toMall();
      await page.getByLabel(mall.sort, { exact: true }).selectOption("down");
      const all = await page.locator(".gift-tile").count();
      await page.getByRole("switch", { name: mall.within }).check({ force: true });
      const prices = await page.locator(".gift-tile .gift-cost b").allInnerTexts();
      const points = prices.map((price) => Number(price.replaceAll(",", "")));
      expect(points.length).toBeLessThan(all);
      expect(points.every((each) => each <= spendable)).toBe(true);
      expect(points).toEqual([...points].sort((a, b) => b - a));
      await page.getByRole("switch", { name: mall.within }).uncheck({ force: true });
      await page.getByLabel(mall.sort, { exact: true }).selectOption("house");
    }, 60_000);

    test(
      "the kiosk gives two drinks for 1,000 points, and the counter hands them over",
      async () => {
        const card = /\b91\d{14}\b/.exec(await (await fetch(shop.chain.url)).text())![0];
        ({ counter, kiosk } = await letIn(shop, words, "counter", "kiosk"));
        await counterDoes.signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
        const { page } = kiosk;
        await kioskDoes.beginVisit(kiosk, words);
        await kioskDoes.typeCard(kiosk, words, card);
        await kioskDoes.openPlace(kiosk, words, "gifts");
        await page.getByRole("radio", { name: name.menu }).check({ force: true });
        await look(kiosk, "kiosk-menu");
        await page.locator(".gift-card", { hasText: name.juice }).click();
        await kioskDoes.wantGift(kiosk, words);
        await phoneDoes.pressDigits(kioskDoes.pinKeys(kiosk, words), demoMember.pin);
        await kioskDoes.wantGift(kiosk, words);
        const drinks = await kioskDoes.takeTicket(kiosk, words);
        await page.getByText(new RegExp(mall.quantity(2))).first().waitFor();
        await look(kiosk, "kiosk-ticket");
        await counterDoes.openRoom(counter, words, "claims");
        await counterDoes.findClaim(counter, words, drinks);
        await counterDoes.handOver(counter, words);
        await counter.page.locator(".claim-over").getByText(words.counter.claims.handedOver)
          .waitFor();
      },
      180_000,
    );

    test("the counter takes the money before it hands points plus money over", async () => {
      const t = words.counter.claims;
      const { page } = counter;
      await phoneDoes.openTab(phone, words, "gifts");
      await mallOnPhone.openGift(name.cooker);
      await phone.page.getByText(mall.moneyHint(16_800)).first().waitFor();
      const cooker = await claimed(5_000);
      await phone.page.getByText(mall.ticketMoney(16_800)).waitFor();
      await counterDoes.findClaim(counter, words, cooker.code);
      await page.getByText(words.formats.money(16_800)).first().waitFor();
      await page.getByRole("button", { name: t.handOver }).click();
      const dialog = page.getByRole("dialog", { name: t.payTitle(16_800) });
      await dialog.getByRole("radio", { name: t.tenders.card }).check({ force: true });
      await look(counter, "counter-money");
      await dialog.getByRole("button", { name: t.payYes }).click();
      await page.locator(".claim-over").getByText(t.handedOver).waitFor();
    }, 90_000);

    test("nothing was wrong on any screen, and the books are in order", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
      const db = await openDb({ url: `file:${shop.chain.database}` });
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
      const paid = await db.execute("select money_fen, tender from claim_payment");
      expect(paid).toEqual([{ money_fen: 16_800, tender: "card" }]);
      db.close();
    }, 60_000);
  });
}
