/** The gift mall through the screens: 500 points for a main dish and 1,000 for two drinks, a flash
 *  price with its clock, a bundle, points and money at the counter, and a gift that is sent home:
 *  ordered on the phone, shipped in the console, followed and received on the phone. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { demoMember, staff } from "../api/demo/people.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { call } from "../shared/call.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import { recordSale } from "../shared/sales/endpoints.ts";
import { carrierNames } from "../shared/wording/carriers.ts";
import { en as ordersEn } from "../shared/wording/console/orders/en.ts";
import { zh as ordersZh } from "../shared/wording/console/orders/zh.ts";
import { en as mallEn } from "../shared/wording/mall/en.ts";
import { zh as mallZh } from "../shared/wording/mall/zh.ts";
import type { Language, Screen } from "./browser.ts";
import { newKey, tillAt } from "./callers.ts";
import { signInToConsole } from "./console.ts";
import * as counterDoes from "./counter.ts";
import * as kioskDoes from "./kiosk.ts";
import * as phoneDoes from "./phone.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { wordsFor } from "./words.ts";

const cast = {
  "zh-CN": { phone: "13655503001", name: "沈雅琴", pin: "725913" },
  en: { phone: "13655503002", name: "Nora Shen", pin: "725913" },
};
const goods = {
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
const cashier = staff.find((person) => person.login === "wang.lei")!;
const street = "文三路 398 号 2 幢 501 室";

for (const language of ["zh-CN", "en"] as const satisfies Language[]) {
  const words = wordsFor(language);
  const mall = language === "en" ? mallEn : mallZh;
  const orders = language === "en" ? ordersEn : ordersZh;
  const g = words.gifts.gifts;
  const c = words.gifts.claim;
  const name = goods[language];
  const member = cast[language];

  describe(`in ${language}`, () => {
    let shop: Shop;
    let phone: Screen;
    let counter: Screen;
    let kiosk: Screen;
    let spendable = 0;
    beforeAll(async () => void (shop = await openShop()), 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (screen: Screen, at: string) => shop.look(screen, `mall-${at}`, language);
    const nothing = () => Promise.resolve();

    const toMall = async () => {
      await phoneDoes.openTab(phone, words, "gifts");
      await phone.page.getByRole("heading", { level: 1, name: g.title }).waitFor();
      await phone.page.getByRole("radio", { name: mall.allShelves, exact: true })
        .check({ force: true });
    };
    const openGift = async (gift: string) => {
      await phone.page.locator(".gift-tile", { hasText: gift }).click();
      await phone.page.getByRole("heading", { level: 1, name: gift }).waitFor();
    };
    const sheet = () => phone.page.getByRole("dialog", { name: g.confirmTitle });
    const typePin = () =>
      phoneDoes.pressDigits(
        sheet().getByRole("group", { name: words.common.keypad }),
        member.pin,
      );
    /** Claims what stands on the phone's screen. @returns the answer of the API */
    const claimIt = async (points: number) => {
      const { page } = phone;
      const answer = page.waitForResponse((each) =>
        new URL(each.url()).pathname === "/api/members/me/claims" &&
        each.request().method() === "POST" && each.ok()
      ).then((each) => each.json());
      await page.getByRole("button", { name: new RegExp(g.redeem) }).click();
      await sheet().waitFor();
      await typePin();
      const { claim } = await answer;
      expect(claim).toMatchObject({ points });
      spendable -= points;
      await page.getByRole("heading", { level: 1, name: c.title }).waitFor();
      return claim;
    };

    test("a member comes with points to spend", async () => {
      phone = await shop.open("phone", "/card/", language);
      await phoneDoes.enrol(phone, words, shop.chain, member, nothing);
      const till = tillAt(shop.chain.url);
      const code = await phoneDoes.showDigits(phone, words);
      const { scanId } = await call(till, openScan, { body: { code } });
      const receipt = await call(till, recordSale, {
        key: newKey(),
        body: {
          orderNo: `MALL-${language}`,
          member: { scanId },
          lines: [{ name: "年货采购", quantityMilli: 1000, amountFen: 14_000_00 }],
          totalFen: 14_000_00,
        },
      });
      spendable = receipt.points!.spendable;
      expect(spendable).toBeGreaterThan(10_000);
      await phoneDoes.setPin(phone, words, member.pin, nothing);
    }, 120_000);

    test("the menu's shelf: 500 points are a main dish, 1,000 are two drinks", async () => {
      const { page } = phone;
      await toMall();
      await look(phone, "phone");
      await page.getByRole("radio", { name: name.menu }).check({ force: true });
      const tiles = page.locator(".gift-tile");
      await tiles.filter({ hasText: name.noodles }).getByText("500", { exact: true }).waitFor();
      await tiles.filter({ hasText: name.juice }).getByText("1,000", { exact: true }).waitFor();
      await tiles.filter({ hasText: name.juice }).getByText(mall.quantity(2)).waitFor();
      expect(await tiles.count()).toBe(3);
      await look(phone, "menu");
      await openGift(name.noodles);
      await page.getByText(mall.memberDay(2)).waitFor();
      const dish = await claimIt(500);
      await page.getByText(c.show).waitFor();
      expect(dish).toMatchObject({ quantity: 1, moneyFen: 0, way: "pick-up" });
      await toMall();
      await openGift(name.juice);
      const drinks = await claimIt(1_000);
      expect(drinks).toMatchObject({ quantity: 2 });
      await page.getByRole("heading", { level: 2, name: new RegExp(mall.quantity(2)) }).waitFor();
      await look(phone, "drinks");
    }, 120_000);

    test("a flash price with its clock is the one that is paid", async () => {
      const { page } = phone;
      await toMall();
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
      await claimIt(980);
      await toMall();
      await strip.getByText(mall.flashLeft(left - 1)).waitFor();
    }, 90_000);

    test("a bundle has one price and all of its parts", async () => {
      const { page } = phone;
      await openGift(name.bundle);
      for (const part of name.parts) await page.getByText(part, { exact: true }).waitFor();
      await look(phone, "bundle");
      await claimIt(1_400);
    }, 60_000);

    test("an event keeps a place; a coupon says that it is coming", async () => {
      const { page } = phone;
      await toMall();
      await openGift(name.coupon);
      await page.getByText(words.problem("gift-not-yet")).waitFor();
      expect(await page.getByRole("button", { name: new RegExp(g.redeem) }).count()).toBe(0);
      await look(phone, "not-yet");
      await toMall();
      await openGift(name.tasting);
      await page.getByText(mall.placesLeft(20, 20)).waitFor();
      await claimIt(400);
      await page.getByText(mall.ticketEvent).waitFor();
      await look(phone, "ticket");
    }, 90_000);

    test("what is within reach, and by price", async () => {
      const { page } = phone;
      await toMall();
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

    test("a gift is sent home: who and where is asked, and what is wrong is said", async () => {
      const { page } = phone;
      await openGift(name.towels);
      await page.getByRole("button", { name: new RegExp(g.redeem) }).click();
      await sheet().getByRole("radio", { name: mall.ways.delivery }).check({ force: true });
      await sheet().getByRole("button", { name: mall.addressNext }).click();
      await sheet().getByText(mall.nameRule).waitFor();
      await look(phone, "address-wrong");
      await sheet().getByLabel(mall.name, { exact: true }).fill(member.name);
      await sheet().getByLabel(words.common.phone, { exact: true }).fill(member.phone);
      await sheet().getByLabel(mall.region).fill("浙江省 杭州市 西湖区");
      await sheet().getByLabel(mall.street).fill(street);
      await sheet().getByRole("button", { name: mall.addressNext }).click();
      await sheet().getByText(street).waitFor();
      await look(phone, "address");
      await typePin();
      spendable -= 1_900;
      await page.getByText(mall.steps.placed).waitFor();
      await look(phone, "parcel-placed");
    }, 90_000);

    test("the store packs and ships it in the console, once", async () => {
      const desk = await shop.open("desk", "/console/", language);
      await signInToConsole(desk, words, "chen.guilan");
      const { page } = desk;
      const nav = page.getByRole("navigation", { name: words.console.shell.nav });
      await nav.getByRole("link", { name: words.console.shell.giftOrders, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: orders.title }).waitFor();
      const row = page.getByRole("row", { name: new RegExp(name.towels) });
      await row.waitFor();
      expect(await page.content()).not.toContain(street);
      await look(desk, "orders");
      await row.getByRole("button").click();
      const dialog = page.getByRole("dialog", { name: new RegExp(orders.order) });
      await dialog.getByRole("button", { name: orders.reveal }).click();
      const why = page.getByRole("dialog", { name: orders.revealTitle });
      await why.getByRole("button", { name: orders.revealReasons[0]! }).click();
      await look(desk, "reveal");
      await why.getByRole("button", { name: orders.revealSend, exact: true }).click();
      await dialog.getByText(new RegExp(street)).waitFor();
      await dialog.getByRole("button", { name: orders.pack, exact: true }).click();
      await dialog.getByText(mall.orderStates.packed, { exact: true }).waitFor();
      await dialog.getByRole("button", { name: orders.ship, exact: true }).click();
      const ship = page.getByRole("dialog", { name: orders.shipTitle });
      await ship.getByLabel(orders.tracking, { exact: true }).fill("12");
      await ship.getByRole("button", { name: orders.shipSend }).click();
      await ship.getByText(orders.trackingRule).waitFor();
      await look(desk, "ship");
      await ship.getByLabel(orders.tracking, { exact: true }).fill("sf1406220188732");
      await ship.getByRole("button", { name: orders.shipSend }).click();
      await dialog.getByText("SF1406220188732").waitFor();
      expect(await dialog.getByRole("button", { name: orders.ship, exact: true }).count()).toBe(0);
      expect(await dialog.getByRole("button", { name: orders.cancel }).count()).toBe(0);
      await look(desk, "shipped");
      await desk.context.close();
    }, 120_000);

    test("the phone shows carrier and number, and says that it has come", async () => {
      const { page } = phone;
      await page.reload();
      await page.getByText("SF1406220188732").waitFor();
      await page.getByText(carrierNames[language].sf).waitFor();
      await page.getByRole("button", { name: mall.showAddress }).click();
      await page.getByText(new RegExp(street)).waitFor();
      await look(phone, "parcel-shipped");
      await page.getByRole("button", { name: mall.received }).click();
      await page.getByRole("dialog", { name: mall.receivedAsk })
        .getByRole("button", { name: mall.receivedYes }).click();
      await page.locator(".order-steps").getByText(mall.steps.received).waitFor();
      await look(phone, "parcel-received");
      await phoneDoes.openTab(phone, words, "points");
      await page.locator(".balance").getByText(words.formats.count(spendable), { exact: true })
        .waitFor();
    }, 90_000);

    test(
      "the kiosk gives two drinks for 1,000 points, and the counter hands them over",
      async () => {
        const card = /\b91\d{14}\b/.exec(await (await fetch(shop.chain.url)).text())![0];
        ({ counter, kiosk } = await letIn(shop, words, "chen.guilan"));
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
        await counter.page.getByText(words.counter.claims.handedOver).waitFor();
      },
      180_000,
    );

    test("the counter takes the money before it hands points plus money over", async () => {
      const t = words.counter.claims;
      const { page } = counter;
      await phoneDoes.openTab(phone, words, "gifts");
      await openGift(name.cooker);
      await phone.page.getByText(mall.moneyHint(16_800)).first().waitFor();
      const cooker = await claimIt(5_000);
      await phone.page.getByText(mall.ticketMoney(16_800)).waitFor();
      await counterDoes.findClaim(counter, words, cooker.code);
      await page.getByText(words.formats.money(16_800)).first().waitFor();
      await page.getByRole("button", { name: t.handOver }).click();
      const dialog = page.getByRole("dialog", { name: t.payTitle(16_800) });
      await dialog.getByRole("radio", { name: t.tenders.card }).check({ force: true });
      await look(counter, "counter-money");
      await dialog.getByRole("button", { name: t.payYes }).click();
      await page.getByText(t.handedOver).waitFor();
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
