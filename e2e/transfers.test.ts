/** Points that pass on, through the screens: a friend is sent some and takes them, a code is taken
 *  back, the manager gives from the store's budget, the member gives some back to the store, and
 *  head office sets limits and budgets. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { staff } from "../api/demo/people.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { maskName } from "../shared/cards/mask.ts";
import { en as budgetsEn } from "../shared/wording/console/budgets/en.ts";
import { zh as budgetsZh } from "../shared/wording/console/budgets/zh.ts";
import { en as transfersEn } from "../shared/wording/transfers/en.ts";
import { zh as transfersZh } from "../shared/wording/transfers/zh.ts";
import type { Screen } from "./browser.ts";
import { signInToConsole } from "./console.ts";
import * as counterDoes from "./counter.ts";
import * as phoneDoes from "./phone.ts";
import { scan } from "./scanner.ts";
import { openShop, type Shop } from "./shop.ts";
import { letIn } from "./terminals.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const manager = staff.find((person) => person.login === "chen.guilan")!;

const cast = {
  "zh-CN": {
    sender: { phone: "13655504001", name: "顾晓岚", pin: "725913" },
    friend: { phone: "13655504002", name: "程一诺", pin: "481602" },
    store: "人民路店",
  },
  en: {
    sender: { phone: "13655504003", name: "Alice Gu", pin: "725913" },
    friend: { phone: "13655504004", name: "Peter Cheng", pin: "481602" },
    store: "Renmin Road",
  },
};

for (const language of languagesOf("en")) {
  const words = wordsFor(language);
  const t = language === "en" ? transfersEn : transfersZh;
  const b = language === "en" ? budgetsEn : budgetsZh;
  const f = words.formats;
  const { sender, friend } = cast[language];

  describe(`in ${language}`, () => {
    let shop: Shop;
    let phone: Screen;
    let other: Screen;
    beforeAll(async () => void (shop = await openShop()), 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (screen: Screen, name: string) => shop.look(screen, `transfers-${name}`, language);
    const toTransfers = async (screen: Screen) => {
      await phoneDoes.openTab(screen, words, "points");
      await screen.page.getByText(t.open).click();
      await screen.page.getByRole("heading", { level: 1, name: t.title }).waitFor();
    };
    const has = async (screen: Screen, points: number) => {
      await phoneDoes.openTab(screen, words, "points");
      await screen.page.locator(".balance").getByText(f.count(points), { exact: true }).waitFor();
    };
    const openTab = (screen: Screen, name: string) =>
      screen.page.getByRole("radio", { name: new RegExp(`^${name}`) }).check({ force: true });

    test("a member sends a friend points, by phone and with the PIN", async () => {
      phone = await shop.open("phone", "/card/", language);
      await phoneDoes.enrol(phone, words, shop.chain, sender, () => Promise.resolve());
      await phoneDoes.setPin(phone, words, sender.pin, () => Promise.resolve());
      await toTransfers(phone);
      const { page } = phone;
      await page.getByRole("button", { name: t.send.next }).click();
      await page.getByText(t.send.wrongPhone).waitFor();
      await page.getByText(t.send.wrongPoints).waitFor();
      await look(phone, "send-wrong");
      await page.getByLabel(t.send.byPhone, { exact: true }).last().fill(friend.phone);
      await page.getByLabel(t.send.points, { exact: true }).fill("40");
      await page.getByRole("button", { name: t.send.next }).click();
      const sheet = page.getByRole("dialog", { name: t.send.confirmTitle });
      await sheet.getByText(f.count(60), { exact: true }).waitFor();
      await look(phone, "send-confirm");
      const keypad = sheet.getByRole("group", { name: words.common.keypad });
      await phoneDoes.pressDigits(keypad, sender.pin);
      await page.getByText(t.history.toPhone(friend.phone.slice(-4))).waitFor();
      await page.getByText(t.history.states.waiting!, { exact: true }).waitFor();
      await look(phone, "sent");
      await has(phone, 60);
    }, 150_000);

    test("the friend, who was no member yet, joins and takes them", async () => {
      other = await shop.open("phone", "/card/", language);
      await phoneDoes.enrol(other, words, shop.chain, friend, () => Promise.resolve());
      await toTransfers(other);
      await other.page.getByText(t.receive.from(maskName(sender.name))).waitFor();
      await look(other, "receive");
      await other.page.getByRole("button", { name: t.receive.accept }).click();
      await other.page.getByText(t.receive.accepted(f.count(40))).waitFor();
      await has(other, 140);
      await toTransfers(phone);
      await openTab(phone, t.history.title);
      await phone.page.getByText(t.history.states.accepted!, { exact: true }).waitFor();
      await look(phone, "taken");
    }, 120_000);

    test("a code is made, and what nobody took is taken back", async () => {
      const { page } = phone;
      await openTab(phone, t.send.title);
      await page.getByRole("radio", { name: t.send.byCode }).check({ force: true });
      await page.getByLabel(t.send.points, { exact: true }).fill("20");
      await page.getByRole("button", { name: t.send.next }).click();
      const sheet = page.getByRole("dialog", { name: t.send.confirmTitle });
      await phoneDoes.pressDigits(
        sheet.getByRole("group", { name: words.common.keypad }),
        sender.pin,
      );
      await page.locator(".gift-code").waitFor();
      await look(phone, "code");
      await page.getByRole("button", { name: t.history.cancel, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: t.history.cancel, exact: true })
        .click();
      await page.getByText(t.history.cancelled).first().waitFor();
      await has(phone, 60);
    }, 120_000);

    test("head office sets the limits and a store's points", async () => {
      const desk = await shop.open("desk", "/console/", language);
      await signInToConsole(desk, words, "zhou.qiming");
      const { page } = desk;
      const nav = page.getByRole("navigation", { name: words.console.shell.nav });
      await nav.getByRole("link", { name: words.console.shell.budgets, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: b.title }).waitFor();
      await page.getByRole("row", { name: new RegExp(cast[language].store) }).first().waitFor();
      await look(desk, "budgets");
      await page.getByLabel(b.perGift, { exact: true }).fill("5");
      await page.getByText(b.limitsRule).waitFor();
      await page.getByLabel(b.perGift, { exact: true }).fill("800");
      await page.locator('[data-act="save-transfers"]').click();
      await page.getByText(b.saved).waitFor();
      await page.getByRole("row", { name: new RegExp(cast[language].store) })
        .getByText(b.set, { exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(b.change, { exact: true }).fill("500");
      await dialog.getByRole("button", { name: b.reasons[1]! }).click();
      await look(desk, "set-budget");
      await dialog.getByRole("button", { name: b.setDo, exact: true }).click();
      await page.getByText(b.setDone).waitFor();
      await page.getByText(f.count(10_500), { exact: true }).first().waitFor();
      await page.getByRole("row", { name: new RegExp(cast[language].store) })
        .locator(".table-link").click();
      await page.getByRole("heading", { name: new RegExp(cast[language].store) }).waitFor();
      await look(desk, "moves");
    }, 90_000);

    test("the manager gives from the store's points; the member gives some back", async () => {
      const { counter } = await letIn(shop, words, "counter");
      await counterDoes.signInAtCounter(counter, words, { ...manager, pin: manager.pin! });
      await counterDoes.openRoom(counter, words, "budget");
      const { page } = counter;
      await page.getByRole("heading", { level: 1, name: t.budget.room }).waitFor();
      await look(counter, "counter-nobody");
      await phoneDoes.openTab(phone, words, "card");
      await phoneDoes.codePaper(phone).waitFor();
      await scan(page, await phoneDoes.showDigits(phone, words));
      await counterDoes.memberStrip(counter).getByText(maskName(sender.name)).first().waitFor();
      const give = page.locator(".panel", {
        has: page.getByRole("heading", { name: t.budget.give }),
      });
      await give.getByRole("button", { name: t.budget.giveDo, exact: true }).click();
      await give.getByText(t.budget.wrongPoints).waitFor();
      await give.getByLabel(t.budget.points, { exact: true }).fill("70");
      await give.getByRole("button", { name: t.budget.reasons[0]! }).click();
      await look(counter, "counter-give");
      await give.getByRole("button", { name: t.budget.giveDo, exact: true }).click();
      await page.getByText(t.budget.given(f.count(70))).waitFor();
      await counterDoes.memberStrip(counter).getByText(f.count(130), { exact: true }).waitFor();
      const back = page.locator(".panel", {
        has: page.getByRole("heading", { name: t.budget.back }),
      });
      await back.getByLabel(t.budget.points, { exact: true }).fill("30");
      await back.getByRole("button", { name: t.budget.backDo, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: t.budget.backDo, exact: true })
        .click();
      await page.getByText(t.budget.tookBack(f.count(30))).waitFor();
      await page.getByText(f.count(10_460), { exact: true }).first().waitFor();
      await look(counter, "counter-back");
      await has(phone, 100);
      await look(phone, "history");
    }, 150_000);

    test("nothing was wrong on any screen, and every invariant of the ledger holds", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
      const db = await openDb({ url: `file:${shop.chain.database}` });
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
      db.close();
    }, 120_000);
  });
}
