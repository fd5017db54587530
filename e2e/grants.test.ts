/** Points without buying, through the screens: head office writes and publishes a survey, a member
 *  answers it for 20, checks in, completes the profile and invites a friend, who joins by the link
 *  and buys: 30 and 30. What is returned is taken back from both. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { call } from "../shared/call.ts";
import { openScan } from "../shared/cards/endpoints.ts";
import { recordSale, returnSale } from "../shared/sales/endpoints.ts";
import { earnEn } from "../shared/wording/card/earn-en.ts";
import { earnZh } from "../shared/wording/card/earn-zh.ts";
import { en as programmeEn } from "../shared/wording/programme/en.ts";
import { zh as programmeZh } from "../shared/wording/programme/zh.ts";
import { en as surveysEn } from "../shared/wording/console/surveys/en.ts";
import { zh as surveysZh } from "../shared/wording/console/surveys/zh.ts";
import { grantTitles } from "../shared/wording/grants/titles.ts";
import type { Screen } from "./browser.ts";
import { newKey, tillAt } from "./callers.ts";
import { signInToConsole } from "./console.ts";
import { answeredLate } from "./late-answer.ts";
import * as phoneDoes from "./phone.ts";
import { openShop, type Shop } from "./shop.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

const cast = {
  "zh-CN": {
    member: { phone: "13655501001", name: "周晓梅", pin: "725913" },
    friend: { phone: "13655501002", name: "何立春", pin: "481602" },
  },
  en: {
    member: { phone: "13655502001", name: "Grace Chen", pin: "725913" },
    friend: { phone: "13655502002", name: "Owen Lin", pin: "481602" },
  },
};

for (const language of languagesOf("zh-CN")) {
  const words = wordsFor(language);
  const t = language === "en" ? earnEn : earnZh;
  const s = language === "en" ? surveysEn : surveysZh;
  const titleOf = (title: { zh: string; en: string }) => language === "en" ? title.en : title.zh;
  const surveyTitle = language === "en" ? "Your way to the store" : "您怎么来店里";
  const { member, friend } = cast[language];

  describe(`in ${language}`, () => {
    let shop: Shop;
    let desk: Screen;
    let phone: Screen;
    let other: Screen;
    let saleId: string;
    beforeAll(async () => void (shop = await openShop()), 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());
    const look = (screen: Screen, name: string) => shop.look(screen, `grants-${name}`, language);
    const toEarn = async () => {
      await phoneDoes.openTab(phone, words, "points");
      await phone.page.getByRole("link", { name: words.card.points.earn }).click();
      await phone.page.getByRole("heading", { level: 1, name: t.earn.title }).waitFor();
    };
    const has = async (screen: Screen, points: number) => {
      await phoneDoes.openTab(screen, words, "points");
      // The points may carry the brand's own name, so the balance is found by where it stands.
      await screen.page.locator(".balance")
        .getByText(words.formats.count(points), { exact: true }).waitFor();
    };

    test("head office writes a survey for 20 points and publishes it", async () => {
      desk = await shop.open("desk", "/console/", language);
      await signInToConsole(desk, words, "lu.xiaoman");
      const { page } = desk;
      const nav = page.getByRole("navigation", { name: words.console.shell.nav });
      await nav.getByRole("link", { name: words.console.shell.surveys, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: s.title }).waitFor();
      await look(desk, "surveys");
      await page.getByRole("link", { name: s.add }).click();
      await page.getByRole("heading", { level: 1, name: s.newTitle }).waitFor();
      await page.getByRole("button", { name: s.save, exact: true }).click();
      await page.getByText(s.questionsRule).waitFor();
      await look(desk, "survey-wrong");
      await page.getByLabel(s.titleZh, { exact: true }).fill("您怎么来店里");
      await page.getByLabel(s.titleEn).fill("Your way to the store");
      await page.getByLabel(s.textZh, { exact: true }).fill("您通常怎么来？");
      await page.getByLabel(s.textEn).fill("How do you come here?");
      await page.getByLabel(s.optionZh(1), { exact: true }).fill("走路");
      await page.getByLabel(s.optionEn(1)).fill("On foot");
      await page.getByLabel(s.optionZh(2), { exact: true }).fill("开车");
      await page.getByLabel(s.optionEn(2)).fill("By car");
      const save = page.getByRole("button", { name: s.save, exact: true });
      // Nothing can be typed that the save would pass over.
      await answeredLate(page, "**/api/console/surveys", () => save.click(), async () => {
        expect(await page.getByLabel(s.titleZh, { exact: true }).isDisabled()).toBe(true);
      });
      await page.getByRole("heading", { level: 1, name: surveyTitle }).waitFor();
      await look(desk, "survey-draft");
      await page.locator('[data-act="publish"]').click();
      await page.getByRole("dialog").getByText(s.publishText(20)).waitFor();
      await look(desk, "survey-publish");
      await page.getByRole("dialog").getByRole("button", { name: s.publish, exact: true }).click();
      await page.getByText(s.noAnswers, { exact: true }).waitFor();
      await look(desk, "survey-open");
    }, 120_000);

    test("a member checks in once a day, and sees what tomorrow brings", async () => {
      phone = await shop.open("phone", "/card/", language);
      await phoneDoes.enrol(phone, words, shop.chain, member, () => Promise.resolve());
      await toEarn();
      await look(phone, "earn");
      await phone.page.getByRole("button", { name: t.earn.checkIn(1) }).click();
      await phone.page.getByText(t.earn.checkedIn).waitFor();
      await phone.page.getByText(t.earn.streak(1)).waitFor();
      await phone.page.getByText(t.earn.dayDone(1, 1)).waitFor();
      await phone.page.getByText(t.earn.dayAhead(3, 3)).waitFor();
      await phone.page.getByText(t.earn.dayAhead(7, 11)).waitFor();
      await phone.page.getByRole("button", { name: t.earn.calendar }).click();
      await look(phone, "calendar");
      await phone.page.keyboard.press("Escape");
      expect(await phone.page.getByRole("button", { name: t.earn.checkIn(1) }).count()).toBe(0);
    }, 90_000);

    test("how points are earned can be read", async () => {
      const { page } = phone;
      const p = language === "en" ? programmeEn : programmeZh;
      await page.getByRole("link", { name: words.card.points.how }).click();
      await page.getByRole("heading", { level: 1, name: p.title }).waitFor();
      await page.getByRole("heading", { level: 2, name: p.sections.earning }).waitFor();
      const lines = page.locator(".told li");
      expect(await lines.count()).toBeGreaterThan(8);
      await look(phone, "rules");
      await page.getByRole("button", { name: words.common.back, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: t.earn.title }).waitFor();
    }, 60_000);

    test("the survey brings 20 at once, and once", async () => {
      await phone.page.getByRole("link", { name: surveyTitle }).click();
      await phone.page.getByRole("heading", { level: 1, name: surveyTitle }).waitFor();
      await phone.page.getByRole("button", { name: t.survey.submit(20) }).click();
      await phone.page.getByText(t.survey.missing).waitFor();
      await look(phone, "survey-missing");
      const onFoot = language === "en" ? "On foot" : "走路";
      await phone.page.getByLabel(onFoot, { exact: true }).check();
      await look(phone, "survey");
      await phone.page.getByRole("button", { name: t.survey.submit(20) }).click();
      await phone.page.getByText(t.survey.thanksPoints(20)).waitFor();
      await look(phone, "survey-thanks");
      await phone.page.getByRole("link", { name: t.survey.back }).click();
      await phone.page.getByText(t.earn.answered, { exact: true }).waitFor();
      await has(phone, 121);
      const row = phone.page.getByText(new RegExp(surveyTitle)).first();
      await row.waitFor();
      await row.click();
      await phone.page.getByText(words.formats.signed(20)).first().waitFor();
      await look(phone, "survey-entry");
      await desk.page.reload();
      await desk.page.getByText(s.resultsLead(1, 20)).waitFor();
      await look(desk, "survey-results");
    }, 120_000);

    test("a profile that is complete brings 20", async () => {
      await phoneDoes.openTab(phone, words, "me");
      await phone.page.getByRole("link", { name: words.card.me.profile }).click();
      const { page } = phone;
      await page.getByLabel(words.join.birthday).fill("1990-02-03");
      await page.getByLabel(words.card.profile.sex).selectOption("female");
      await look(phone, "profile");
      await page.getByRole("button", { name: words.common.save, exact: true }).click();
      await page.getByText(t.earn.got(20)).waitFor();
      await has(phone, 141);
    }, 60_000);

    test("a friend joins by the invitation's link", async () => {
      await toEarn();
      await phone.page.getByRole("link", { name: t.earn.referral }).click();
      const letters = phone.page.locator(".invite-letters .numbers");
      await letters.waitFor();
      await look(phone, "invite");
      const code = (await letters.innerText()).replace(/\s/g, "");
      other = await shop.open("phone", `/card/?invite=${code}`, language);
      await other.page.getByText(words.join.invitedPoints(30)).waitFor();
      await look(other, "invited");
      await phoneDoes.enrol(other, words, shop.chain, friend, () => Promise.resolve());
      await phone.page.reload();
      await phone.page.getByText(new RegExp(t.referral.states["waits-for-purchase"])).waitFor();
      await look(phone, "invite-waits");
    }, 120_000);

    test("the friend's first purchase brings 30 and 30, once", async () => {
      const till = tillAt(shop.chain.url);
      const code = await phoneDoes.showDigits(other, words);
      const { scanId } = await call(till, openScan, { body: { code } });
      const receipt = await call(till, recordSale, {
        key: newKey(),
        body: {
          orderNo: `GRANT-${language}`,
          member: { scanId },
          lines: [{ name: "五常大米 5kg", quantityMilli: 1000, amountFen: 6_000 }],
          totalFen: 6_000,
        },
      });
      saleId = receipt.saleId;
      await has(other, 100 + 60 + 30);
      await other.page.getByText(titleOf(grantTitles.friend)).first().waitFor();
      await look(other, "friend-paid");
      await has(phone, 141 + 30);
      await phone.page.getByText(titleOf(grantTitles.referrer)).first().waitFor();
      await look(phone, "referrer-paid");
    }, 120_000);

    test("a return takes it back from both", async () => {
      await call(tillAt(shop.chain.url), returnSale, {
        key: newKey(),
        params: { sale: saleId },
        body: {},
      });
      await has(other, 100);
      await has(phone, 141);
      await phone.page.getByText(titleOf(grantTitles.forfeit)).first().waitFor();
      await look(phone, "taken-back");
    }, 120_000);

    test("nothing was wrong on any screen, and every invariant of the ledger holds", async () => {
      expect(shop.wrong()).toEqual([]);
      expect(await shop.cspReports()).toEqual([]);
      const db = await openDb({ url: `file:${shop.chain.database}` });
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
      db.close();
    }, 120_000);
  });
}
