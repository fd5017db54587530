/** A head-office day through the screens, in either language: a role put together and given, a
 *  parameter changed, members screened, tagged and taken away as a file, points above the limit with
 *  a second person's approval, and all of it in the log. */
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import type { Language, Screen } from "./browser.ts";
import { signInToConsole } from "./console.ts";
import { days } from "./day-words.ts";
import { answeredLate } from "./late-answer.ts";
import { openShop, type Shop } from "./shop.ts";
import { wordsFor } from "./words.ts";
import { languagesOf } from "./languages.ts";

let shop: Shop;
let desk: Screen;
let second: Screen;
beforeAll(async () => {
  shop = await openShop();
  desk = await shop.open("desk", "/console/", "zh-CN");
  second = await shop.open("desk", "/console/", "zh-CN");
  await signInToConsole(desk, wordsFor("zh-CN"), "zhou.qiming");
  await signInToConsole(second, wordsFor("zh-CN"), "fang.jing");
}, 180_000);
afterAll(() => shop?.close());
afterEach((context) => shop?.keepFailure(context.task));

const speak = async (screen: Screen, language: Language): Promise<void> => {
  const now = await screen.page.locator("html").getAttribute("lang");
  if (now === language) return;
  await screen.page.locator(".account-button").click();
  await screen.page.getByText(language === "en" ? "English" : "简体中文").click();
  await screen.page.keyboard.press("Escape");
};

describe.each(languagesOf("en"))("a head-office day in %s", (language) => {
  const t = days[language];
  const words = wordsFor(language);
  const { shell } = words.console;
  const dialog = (screen = desk) => screen.page.getByRole("dialog");
  const look = (name: string, screen = desk) => shop.look(screen, `day-${name}`, language);
  const goTo = async (place: string, heading: string, screen = desk) => {
    const nav = screen.page.getByRole("navigation", { name: shell.nav });
    await nav.getByRole("link", { name: new RegExp(`^${place}`) }).first().click();
    await screen.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  };
  const act = (name: string, screen = desk) =>
    screen.page.locator(`[data-act="${name}"]`).first().click();
  const answer = (name: string, screen = desk) =>
    dialog(screen).getByRole("button", { name, exact: true }).click();
  const said = (text: string, screen = desk) => screen.page.getByText(text).first().waitFor();
  const roleName = language === "en" ? t.role.en : t.role.zh;
  let member = "";

  test("a role is put together", async () => {
    await speak(desk, language);
    await speak(second, language);
    await goTo(shell.rolesPage, t.roles.title);
    await look("roles");
    await act("add");
    await dialog().getByLabel(t.roles.nameZh, { exact: true }).fill(t.role.zh);
    await dialog().getByLabel(t.roles.nameEn).fill(t.role.en);
    await dialog().getByLabel(t.roles.brand, { exact: true }).selectOption({ index: 1 });
    for (const permission of ["member.look-up", "member.tag", "place.read"] as const) {
      await dialog().getByText(t.roles.can[permission]!, { exact: true }).click();
    }
    await look("role");
    await answer(t.roles.save);
    await said(roleName);
  });

  test("and given to somebody, who then sees what it allows", async () => {
    await goTo(shell.staff, t.staff.title);
    await desk.page.getByRole("button", { name: t.person, exact: true }).click();
    await dialog().getByText(t.staff.changeGrants, { exact: true }).click();
    await dialog().getByLabel(t.staff.role, { exact: true }).selectOption({ label: roleName });
    await look("grants");
    await answer(t.staff.grantsSave);
    await said(t.staff.grantsSaved(t.person));
    await desk.page.getByRole("row", { name: new RegExp(t.person) }).getByText(roleName).waitFor();
  });

  test("a parameter is changed for the whole brand", async () => {
    await goTo(shell.parameters, t.parameters.title);
    await desk.page.getByLabel(t.parameters.names.returnWindowDays, { exact: true }).fill(t.days);
    await look("parameters");
    // Nothing can be typed that the save would pass over.
    await answeredLate(desk.page, "**/api/console/parameters", () => act("save"), async () => {
      const field = desk.page.getByLabel(t.parameters.names.returnWindowDays, { exact: true });
      expect(await field.isDisabled()).toBe(true);
    });
    await said(t.parameters.saved);
  });

  test("members are screened, tagged and taken away as a file", async () => {
    await goTo(shell.members, t.members.title);
    await desk.page.getByRole("row").nth(5).waitFor();
    await look("members");
    await act("tags");
    await dialog().getByLabel(t.members.tagName).fill(t.tag);
    await act("new-tag");
    await dialog().getByText(t.tag, { exact: true }).waitFor();
    await look("tags");
    await desk.page.keyboard.press("Escape");

    await act("screen");
    await dialog().getByLabel(t.members.pointsMin).fill("500");
    await look("screening");
    // What stands there until the answer was counted for others.
    const all = desk.page.locator("[data-act=tag-them]");
    expect(await all.isDisabled()).toBe(false);
    await answeredLate(
      desk.page,
      "**/members/screen",
      () => answer(t.members.screenSend),
      async () => expect(await all.isDisabled()).toBe(true),
    );
    expect(await all.isDisabled()).toBe(false);
    await said(t.members.said.points("500", ""));
    await desk.page.getByRole("columnheader").filter({ hasText: t.members.points })
      .getByRole("button").click();
    // The rows before stand until the new order is there.
    await desk.page.locator("table:not([aria-busy])").waitFor();
    await desk.page.locator(".member-tick input").first().check();
    await said(t.members.chosen(1));
    await act("tag-them");
    await dialog().getByLabel(t.members.tagOne, { exact: true }).selectOption({ label: t.tag });
    await answer(t.members.tagGive);
    await said(t.members.tagged(1));
    await desk.page.locator(".member-tags").getByText(t.tag).first().waitFor();

    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      act("export"),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const file = await readFile(await download.path());
    expect(file.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");

    await act("keep");
    await dialog().getByLabel(t.members.tagName).fill(t.kept);
    await answer(t.members.keep);
    await desk.page.getByText(t.kept).first().waitFor();
    await look("screened");
  });

  test("points above the limit wait for a second person, then count once", async () => {
    await desk.page.locator("tbody .table-link").first().click();
    await said(t.member.spendable);
    member = desk.page.url().split("/").at(-1)!;
    const figure = desk.page.locator(".figure-hero");
    const before = Number((await figure.textContent())?.replace(/\D/g, ""));
    await act("adjust");
    await dialog().getByLabel(t.member.adjustPoints, { exact: true }).fill(String(t.points));
    await answer(t.member.adjustReasons[1] ?? "");
    await look("adjust");
    await answer(t.member.adjustAsk);
    await said(t.member.adjustAsked);
    await desk.page.getByText(t.member.waitsSee).waitFor();
    await look("member");

    // One's own request is not one's own to approve.
    await goTo(shell.approvals, t.approvals.title);
    await said(t.approvals.verdicts.own);
    // The colleague's own screen learns of it by itself, when it is looked at again.
    await goTo(shell.approvals, t.approvals.title, second);
    await second.page.evaluate(() => dispatchEvent(new Event("focus")));
    await second.page.getByRole("button", { name: t.approvals.approve, exact: true }).first()
      .waitFor();
    await look("approvals", second);
    await second.page.getByRole("button", { name: t.approvals.approve, exact: true }).first()
      .click();
    await look("approve", second);
    await answer(t.approvals.approve, second);
    await said(t.approvals.approved, second);

    await desk.page.goto(`${shop.chain.url}/console/members/${member}`);
    await expect.poll(() => figure.textContent()).toBe(words.formats.count(before + t.points));
  });

  test("back leads to the list as it was left", async () => {
    await goTo(shell.members, t.members.title);
    await act("screen");
    await dialog().getByLabel(t.members.pointsMin).fill("700");
    await answer(t.members.screenSend);
    await said(t.members.said.points("700", ""));
    await desk.page.locator("tbody .table-link").first().click();
    await said(t.member.spendable);
    await desk.page.goBack();
    await said(t.members.said.points("700", ""));
  });

  test("the log shows each change, and the keys lead there", async () => {
    await desk.page.locator("h1").click();
    await desk.page.keyboard.press("g");
    await desk.page.keyboard.press("l");
    await desk.page.getByRole("heading", { level: 1, name: t.log.title }).waitFor();
    const shown = async (action: string, who: string) => {
      await desk.page.getByLabel(t.log.what, { exact: true }).selectOption(action);
      await desk.page.getByRole("row").filter({ hasText: t.log.actions[action] ?? action })
        .filter({ hasText: who }).first().waitFor();
    };
    await shown("role.added", "周启明");
    await shown("staff.grants-changed", t.person);
    await shown("parameters.changed", "周启明");
    await desk.page.getByRole("row").filter({ hasText: t.days }).first().waitFor();
    await look("log");
    for (const action of ["tag.added", "tag.given", "list.exported", "approval.asked"]) {
      await shown(action, "周启明");
    }
    await shown("approval.approved", "方静");
    await shown("points.adjusted", "方静");
    // From the member's page the history of that member.
    await desk.page.goto(`${shop.chain.url}/console/log?subject=${member}`);
    await desk.page.getByRole("row").filter({ hasText: t.log.actions["points.adjusted"] ?? "" })
      .first().waitFor();
    await desk.page.getByRole("button", { name: shell.filterClear }).first().click();
  });
});

test("nothing was wrong on any screen, and the books are right", async () => {
  expect(shop.wrong()).toEqual([]);
  expect(await shop.cspReports()).toEqual([]);
  await shop.chain.stop();
  const db = await openDb({ url: `file:${shop.chain.database}` });
  expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
  db.close();
});
