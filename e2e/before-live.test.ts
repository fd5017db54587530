/** A draft before anybody earns by it: tried on a basket, kept as a case, replayed over the chain's own
 *  sales, approved by a second person, in force. Then a draft that breaks the case is stopped until
 *  somebody accepts the new outcome with a reason. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../api/points/verify.ts";
import { openDb } from "../api/db/open.ts";
import { en as approvalsEn } from "../shared/wording/console/approvals/en.ts";
import { zh as approvalsZh } from "../shared/wording/console/approvals/zh.ts";
import { en as logEn } from "../shared/wording/console/log/en.ts";
import { zh as logZh } from "../shared/wording/console/log/zh.ts";
import { en as parametersEn } from "../shared/wording/console/parameters/en.ts";
import { zh as parametersZh } from "../shared/wording/console/parameters/zh.ts";
import { en as programmeEn } from "../shared/wording/console/programme/en.ts";
import { zh as programmeZh } from "../shared/wording/console/programme/zh.ts";
import { en as tryItEn } from "../shared/wording/console/try-it/en.ts";
import { zh as tryItZh } from "../shared/wording/console/try-it/zh.ts";
import { en as whatIfEn } from "../shared/wording/console/what-if/en.ts";
import { zh as whatIfZh } from "../shared/wording/console/what-if/zh.ts";
import type { Screen } from "./browser.ts";
import { signInToConsole } from "./console.ts";
import { openShop, type Shop } from "./shop.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

for (const language of languagesOf("zh-CN")) {
  const inEnglish = language === "en";
  const words = wordsFor(language);
  const { shell } = words.console;
  const t = inEnglish ? programmeEn : programmeZh;
  const tryIt = inEnglish ? tryItEn : tryItZh;
  const whatIf = inEnglish ? whatIfEn : whatIfZh;
  const approvals = inEnglish ? approvalsEn : approvalsZh;
  const parameters = inEnglish ? parametersEn : parametersZh;
  const log = inEnglish ? logEn : logZh;

  describe(`in ${language}`, () => {
    let shop: Shop;
    /** Who writes the draft, and who approves it. */
    let writer: Screen;
    let second: Screen;
    beforeAll(async () => {
      shop = await openShop();
      writer = await shop.open("desk", "/console/", language);
      second = await shop.open("desk", "/console/", language);
      await signInToConsole(writer, words, "lu.xiaoman");
      await signInToConsole(second, words, "zhou.qiming");
    }, 180_000);
    afterEach(({ task }) => shop.keepFailure(task));
    afterAll(() => shop?.close());

    const look = (screen: Screen, name: string) =>
      shop.look(screen, `before-live-${name}`, language);
    const goTo = async (screen: Screen, place: string, heading = place) => {
      const nav = screen.page.getByRole("navigation", { name: shell.nav });
      // Beside the word stands how many wait, once the frame has asked.
      await nav.getByRole("link", { name: new RegExp(`^${place}( *\\d.*)?$`) }).click();
      await screen.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    };
    const act = (screen: Screen, name: string) =>
      screen.page.locator(`[data-act="${name}"]`).first().click();
    const dialog = (screen: Screen) => screen.page.getByRole("dialog");
    const said = (screen: Screen, text: string | RegExp) =>
      screen.page.getByText(text).first().waitFor();
    const button = (screen: Screen, name: string) =>
      dialog(screen).getByRole("button", { name, exact: true });

    /** A draft of what holds, in which so many yuan are a point. */
    const newDraft = async (yuan: string) => {
      await goTo(writer, shell.programme, t.title);
      await act(writer, "new-draft");
      await act(writer, "edit-earning");
      const panel = writer.page.locator("dialog[open].side-panel");
      await panel.getByLabel(t.basePart.every, { exact: true }).fill(yuan);
      await panel.locator('[data-act="panel-done"]').click();
      await panel.waitFor({ state: "detached" });
      await writer.page.locator('[data-save="saved"]').waitFor();
    };
    let draftUrl = "";

    test("head office wants a second person for new rules", async () => {
      await goTo(second, shell.parameters, parameters.title);
      await second.page.getByRole("switch", { name: parameters.names.publishNeedsSecond }).check();
      await act(second, "save");
      await said(second, parameters.saved);
    });

    test("a draft is tried on a basket, and the trial is kept as a case", async () => {
      await newDraft("5");
      draftUrl = writer.page.url();
      await writer.page.getByRole("main").getByRole("link", { name: shell.tryIt, exact: true })
        .click();
      await writer.page.getByRole("heading", { level: 1, name: tryIt.title }).waitFor();
      await act(writer, "add-amount");
      await said(writer, /¥5(?!\d)/);
      const points = await writer.page.locator(".try-points").textContent();
      expect(Number(points?.replace(/\D/g, ""))).toBeGreaterThanOrEqual(20);
      await look(writer, "try-it");
      await act(writer, "save-case");
      await dialog(writer).getByLabel(tryIt.name, { exact: true }).fill("100 元一单");
      await look(writer, "save-case");
      await button(writer, tryIt.save).click();
      await said(writer, tryIt.sameAll(1));
    });

    test("the chain's own sales of a year go through it, beside the rules in force then", async () => {
      await writer.page.goto(draftUrl);
      await writer.page.getByRole("main").getByRole("link", { name: shell.whatIf, exact: true })
        .click();
      await writer.page.getByRole("heading", { level: 1, name: whatIf.title }).waitFor();
      await writer.page.getByRole("button", { name: whatIf.lastYear, exact: true }).click();
      await look(writer, "what-if");
      await act(writer, "start");
      await said(writer, whatIf.howTitle);
      const rows = writer.page.getByRole("table", { name: whatIf.byMonth }).getByRole("row");
      expect(await rows.count()).toBeGreaterThan(3);
      await look(writer, "what-if-outcome");
      await writer.page.getByRole("main").getByText(whatIf.byStore, { exact: true }).click();
      await writer.page.getByRole("table", { name: whatIf.byStore }).waitFor();
    });

    test("a second person sees what changes line by line and approves it", async () => {
      await writer.page.goto(draftUrl);
      await act(writer, "publish");
      await said(writer, t.publish.casesFine(1));
      await look(writer, "publish");
      await button(writer, t.publish.sendForApproval).click();
      await writer.page.getByRole("heading", { level: 1, name: t.title }).waitFor();
      await goTo(second, shell.approvals, approvals.title);
      await said(second, approvals.publication.atOnce);
      await second.page.locator(".changes ins").first().waitFor();
      await look(second, "approve");
      await second.page.getByRole("button", { name: approvals.approve, exact: true }).click();
      await button(second, approvals.approve).click();
      await said(second, approvals.noneTitle);
      await writer.page.reload();
      await writer.page.getByRole("tab", { name: t.views.versions }).click();
      await said(writer, new RegExp(t.versions.approved("周启明")));
    });

    test("a draft that breaks the case is stopped until the new outcome is accepted", async () => {
      await newDraft("1");
      draftUrl = writer.page.url();
      await act(writer, "publish");
      await said(writer, t.publish.cases(1));
      await expect.poll(() => button(writer, t.publish.sendForApproval).isDisabled()).toBe(true);
      await look(writer, "stopped");
      await button(writer, words.common.cancel).click();
      await writer.page.getByRole("main").getByRole("link", { name: shell.tryIt, exact: true })
        .click();
      await said(writer, tryIt.changedSome(1));
      await writer.page.getByRole("button", { name: tryIt.acceptNamed("100 元一单") }).click();
      await button(writer, tryIt.acceptOffers[0]!).click();
      await button(writer, tryIt.accept).click();
      await said(writer, tryIt.sameAll(1));
      await writer.page.goto(draftUrl);
      await act(writer, "publish");
      await said(writer, t.publish.casesFine(1));
      await button(writer, t.publish.sendForApproval).click();
      await writer.page.getByRole("heading", { level: 1, name: t.title }).waitFor();
    });

    test("the log tells of each step, and nothing was wrong on any screen", async () => {
      await goTo(second, shell.log, log.title);
      for (
        const action of [
          "draft.saved",
          "case.saved",
          "what-if.started",
          "approval.asked",
          "rules.published",
          "case.accepted",
        ]
      ) await second.page.getByRole("table").getByText(log.actions[action]!).first().waitFor();
      await goTo(second, shell.plan);
      await second.page.getByRole("table").first().waitFor();
      await look(second, "plan");
      expect(shop.wrong()).toEqual([]);
      const db = await openDb({ url: `file:${shop.chain.database}` });
      expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
      db.close();
    });
  });
}
