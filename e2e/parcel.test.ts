/** A gift that is sent home, through the screens: ordered on the phone, packed and shipped in the
 *  console, followed and received on the phone. */
import type { Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { carrierNames } from "../shared/wording/carriers.ts";
import { en as ordersEn } from "../shared/wording/console/orders/en.ts";
import { zh as ordersZh } from "../shared/wording/console/orders/zh.ts";
import type { Screen } from "./browser.ts";
import { signInToConsole } from "./console.ts";
import { newKey } from "./callers.ts";
import { answeredLate } from "./late-answer.ts";
import { cast, comeWithPoints, goods, mallOn, mallWords } from "./mall.ts";
import * as phoneDoes from "./phone.ts";
import { openShop, type Shop } from "./shop.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const street = "文三路 398 号 2 幢 501 室";

for (const language of languagesOf("zh-CN")) {
  const words = wordsFor(language);
  const mall = mallWords(language);
  const orders = language === "en" ? ordersEn : ordersZh;
  const name = goods[language];
  const member = cast[language];

  describe(`in ${language}`, () => {
    let shop: Shop;
    let phone: Screen;
    let mallOnPhone: ReturnType<typeof mallOn>;
    let spendable = 0;
    let again: Request;
    let desk: Screen;
    beforeAll(async () => void (shop = await openShop()), 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (screen: Screen, at: string) => shop.look(screen, `mall-${at}`, language);

    test("a member comes with points to spend", async () => {
      ({ phone, spendable } = await comeWithPoints(shop, words));
      mallOnPhone = mallOn(phone, language);
      expect(spendable).toBeGreaterThan(10_000);
    }, 120_000);

    test("a gift is sent home: who and where is asked, and what is wrong is said", async () => {
      const { page } = phone;
      await mallOnPhone.toMall();
      await mallOnPhone.openGift(name.towels);
      await mallOnPhone.want();
      await mallOnPhone.sheet.getByRole("radio", { name: mall.ways.delivery }).check({
        force: true,
      });
      await mallOnPhone.sheet.getByRole("button", { name: mall.addressNext }).click();
      await mallOnPhone.sheet.getByText(mall.nameRule).waitFor();
      await look(phone, "address-wrong");
      await mallOnPhone.sheet.getByLabel(mall.name, { exact: true }).fill(member.name);
      await mallOnPhone.sheet.getByLabel(words.common.phone, { exact: true }).fill(member.phone);
      await mallOnPhone.sheet.getByLabel(mall.region).fill("浙江省 杭州市 西湖区");
      await mallOnPhone.sheet.getByLabel(mall.street).fill(street);
      await mallOnPhone.sheet.getByRole("button", { name: mall.addressNext }).click();
      await mallOnPhone.sheet.getByText(street).waitFor();
      await look(phone, "address");
      const asked = page.waitForRequest((each) =>
        each.url().endsWith("/api/members/me/claims") && each.method() === "POST"
      );
      await mallOnPhone.typePin();
      spendable -= 1_900;
      await page.getByText(mall.steps.placed).waitFor();
      await look(phone, "parcel-placed");
      again = await asked;
    }, 90_000);

    test("and another one, to the same place", async () => {
      const answer = await phone.context.request.fetch(again, {
        headers: { ...await again.allHeaders(), "idempotency-key": newKey() },
      });
      expect(answer.status()).toBe(201);
      spendable -= 1_900;
    });

    const dialog = () => desk.page.getByRole("dialog", { name: new RegExp(orders.order) });
    const pack = () => dialog().getByRole("button", { name: orders.pack, exact: true }).click();
    const reveal = async () => {
      await dialog().getByRole("button", { name: orders.reveal }).click();
      const why = desk.page.getByRole("dialog", { name: orders.revealTitle });
      await why.getByRole("button", { name: orders.revealReasons[0]! }).click();
      await look(desk, "reveal");
      await why.getByRole("button", { name: orders.revealSend, exact: true }).click();
      await dialog().getByText(new RegExp(street)).waitFor();
    };

    test("an answer that comes late leaves the order alone that is open by then", async () => {
      desk = await shop.open("desk", "/console/", language);
      await signInToConsole(desk, words, "chen.guilan");
      const { page } = desk;
      const nav = page.getByRole("navigation", { name: words.console.shell.nav });
      await nav.getByRole("link", { name: words.console.shell.giftOrders, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: orders.title }).waitFor();
      const buttons = page.getByRole("row", { name: new RegExp(name.towels) }).getByRole("button");
      await buttons.nth(1).waitFor();
      expect(await page.content()).not.toContain(street);
      await look(desk, "orders");
      const number = await buttons.first().textContent();
      await buttons.nth(1).click();
      await answeredLate(page, "**/gift-orders/*/step", pack, async () => {
        await page.keyboard.press("Escape");
        await buttons.first().click();
        await reveal();
      });
      expect(await dialog().textContent()).toContain(number);
      await dialog().getByText(new RegExp(street)).waitFor();
      await dialog().getByText(mall.orderStates.placed, { exact: true }).waitFor();
    }, 60_000);

    test("the store packs and ships it in the console, once", async () => {
      const { page } = desk;
      await pack();
      await dialog().getByText(mall.orderStates.packed, { exact: true }).waitFor();
      await dialog().getByRole("button", { name: orders.ship, exact: true }).click();
      const ship = page.getByRole("dialog", { name: orders.shipTitle });
      await ship.getByLabel(orders.tracking, { exact: true }).fill("12");
      await ship.getByRole("button", { name: orders.shipSend }).click();
      await ship.getByText(orders.trackingRule).waitFor();
      await look(desk, "ship");
      await ship.getByLabel(orders.tracking, { exact: true }).fill("sf1406220188732");
      await ship.getByRole("button", { name: orders.shipSend }).click();
      await dialog().getByText("SF1406220188732").waitFor();
      expect(await dialog().getByRole("button", { name: orders.ship, exact: true }).count()).toBe(
        0,
      );
      expect(await dialog().getByRole("button", { name: orders.cancel }).count()).toBe(0);
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

    test("nothing was wrong on any screen", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
    });
  });
}
