/** A day in the office, through the console: look a member up and see why, adjust points over a line
 *  that loses the answer, freeze the member and let it go on, publish rules from tomorrow, save a
 *  gift that a colleague changed meanwhile, let a new auditor in, and read it all in the log. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { owingMember } from "../api/demo/people.ts";
import { totpCode } from "../api/staff/totp.ts";
import { openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { maskPhone } from "../shared/cards/mask.ts";
import { zh as gifts } from "../shared/wording/console/gifts/zh.ts";
import { zh as log } from "../shared/wording/console/log/zh.ts";
import { zh as member } from "../shared/wording/console/member/zh.ts";
import { zh as overview } from "../shared/wording/console/overview/zh.ts";
import { en as overviewEn } from "../shared/wording/console/overview/en.ts";
import { zh as programme } from "../shared/wording/console/programme/zh.ts";
import { zh as staff } from "../shared/wording/console/staff/zh.ts";
import { zh as reasons } from "../shared/wording/reasons/zh.ts";
import type { Screen } from "./browser.ts";
import { signInToConsole } from "./console.ts";
import { answeredLate } from "./late-answer.ts";
import { openShop, type Shop } from "./shop.ts";
import { wordsFor } from "./words.ts";

const words = wordsFor("zh-CN");
const { shell } = words.console;
const demoPhone = "13800138000";

let shop: Shop;
let desk: Screen;
beforeAll(async () => {
  shop = await openShop();
  desk = await shop.open("desk", "/console/", "zh-CN");
});
afterAll(() => shop?.close());

const look = (name: string) => shop.look(desk, `office-${name}`, "zh-CN");
const dialog = () => desk.page.getByRole("dialog");
const goTo = async (place: string, heading = place) => {
  const nav = desk.page.getByRole("navigation", { name: shell.nav });
  await nav.getByRole("link", { name: place, exact: true }).click();
  await desk.page.getByRole("heading", { level: 1, name: heading }).waitFor();
};
const press = (name: string) =>
  desk.page.getByRole("button", { name, exact: true }).first().click();
const answer = (name: string) => dialog().getByRole("button", { name, exact: true }).click();
const said = (text: string | RegExp) => desk.page.getByText(text).first().waitFor();

test("the overview stands in either language", async () => {
  await signInToConsole(desk, words, "zhou.qiming");
  await said(overview.salesChart);
  await look("overview");
  await desk.page.getByRole("button", { name: shell.accountMenu("周启明") }).click();
  await desk.page.getByText("English").click();
  await said(overviewEn.salesChart);
  expect(await desk.page.locator("html").getAttribute("lang")).toBe("en");
  await desk.page.getByText("简体中文").click();
  await said(overview.salesChart);
  await desk.page.keyboard.press("Escape");
});

/** The page of the member with this phone is there. */
const shown = (phone: string) =>
  desk.page.getByRole("main").getByText(maskPhone(phone)).first().waitFor();

test("a phone number opens nobody whom an earlier text found, but whom it finds itself", async () => {
  const { keyboard } = desk.page;
  const options = desk.page.getByRole("option");
  await keyboard.press("/");
  await keyboard.type("王");
  await expect.poll(() => options.count()).toBeGreaterThan(1);
  const other = await options.first().textContent();
  await keyboard.press("ControlOrMeta+a");
  await answeredLate(
    desk.page,
    "**/members/search",
    () => keyboard.insertText(owingMember.phone),
    async () => {
      expect(await options.first().textContent()).toBe(other);
      expect(await options.first().getAttribute("aria-disabled")).toBe("true");
      await keyboard.press("Enter");
    },
  );
  await shown(owingMember.phone);
});

test("a slash and a phone number lead to the member, and each entry says why", async () => {
  await desk.page.keyboard.press("/");
  await desk.page.keyboard.type(demoPhone);
  await desk.page.getByRole("option").first().waitFor();
  await desk.page.keyboard.press("Enter");
  await shown(demoPhone);
  await desk.page.getByRole("list", { name: member.history })
    .getByRole("button", { name: reasons.kinds.accrual }).first().click();
  await desk.page.getByRole("list", { name: member.why }).waitFor();
  await look("member");
});

test("points adjusted over a line that loses the answer count once", async () => {
  const figure = desk.page.locator(".figure-hero");
  const before = Number((await figure.textContent())?.replace(/\D/g, ""));
  let sent = 0;
  await desk.page.route("**/adjustments", async (route) => {
    if (++sent > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await press(member.adjust);
  await dialog().getByLabel(member.adjustPoints, { exact: true }).fill("120");
  await answer(member.adjustReasons[0] ?? "");
  await look("adjust");
  await answer(member.adjustSendAdd(120));
  await desk.page.getByText(member.adjustDone(120)).waitFor();
  await expect.poll(() => figure.textContent()).toBe(words.formats.count(before + 120));
  expect(sent).toBe(2);
  const booked = desk.page.getByRole("list", { name: member.history })
    .getByRole("button", { name: `${reasons.kinds.adjustment} ` }).filter({ hasText: "+120" });
  await expect.poll(() => booked.count()).toBe(1);
});

test("a member is frozen with a reason that stands on the page, and let go on", async () => {
  const why = member.freezeReasons[0]!;
  await press(member.freeze);
  await dialog().getByText(member.freezeText).waitFor();
  await look("freeze");
  await answer(why);
  await answer(member.freeze);
  await said(member.freezeDone);
  await said(member.frozenWhy(why));
  await look("frozen");
  await press(member.unfreeze);
  await answer(member.unfreezeReasons[0]!);
  await look("unfreeze");
  await answer(member.unfreeze);
  await said(member.unfreezeDone);
  await expect.poll(() => desk.page.getByText(member.frozenWhy(why)).count()).toBe(0);
  await desk.page.getByRole("button", { name: member.freeze, exact: true }).waitFor();
});

test("rules are written beside what they say, and published from tomorrow", async () => {
  await goTo(shell.programme);
  await press(programme.newDraft);
  await press(programme.changePart(programme.sections.grants));
  const field = dialog().getByLabel(programme.grants.signUpPoints, { exact: true });
  await field.fill("188");
  await said("新会员入会送 188 分");
  await said(/188 points/);
  await look("rules");

  // Back with something unsaved asks, and staying loses nothing.
  await desk.page.goBack();
  await answer(shell.leaveStay);
  expect(await field.inputValue()).toBe("188");

  await answer(programme.panel.done);
  await desk.page.locator('[data-save="saved"]').waitFor();
  await press(programme.publish.open);
  await dialog().getByText(programme.publish.later).click();
  await look("publish");
  await answer(programme.publish.send);
  await desk.page.getByRole("heading", { level: 1, name: programme.title }).waitFor();
  await desk.page.getByRole("tab", { name: programme.views.versions }).click();
  await said(programme.versions.state.coming);
});

test("a gift that a colleague changed meanwhile keeps both changes", async () => {
  await goTo(shell.gifts);
  await desk.page.getByRole("button", { name: /怀旧搪瓷杯/ }).click();
  await desk.page.getByLabel(gifts.points, { exact: true }).fill("860");

  const colleague = await desk.context.newPage();
  await colleague.goto(desk.page.url());
  await colleague.getByLabel(gifts.claimDays, { exact: true }).fill("21");
  await colleague.getByRole("button", { name: gifts.save }).click();
  await colleague.getByText(gifts.saved).waitFor();
  await colleague.close();

  await press(gifts.save);
  await dialog().getByText(shell.changedTitle).waitFor();
  await look("gift-overtaken");
  await answer(shell.changedMine);
  // Nothing can be typed that the save would pass over.
  await answeredLate(desk.page, "**/api/console/gifts/*", () => press(gifts.save), async () => {
    expect(await desk.page.getByLabel(gifts.points, { exact: true }).isDisabled()).toBe(true);
  });
  await said(gifts.saved);
  await desk.page.reload();
  await said(gifts.pricing);
  expect(await desk.page.getByLabel(gifts.points, { exact: true }).inputValue()).toBe("860");
  expect(await desk.page.getByLabel(gifts.claimDays, { exact: true }).inputValue()).toBe("21");
});

test("the log tells who changed what from what to what", async () => {
  await goTo(shell.log);
  const row = desk.page.getByRole("row").filter({ hasText: log.actions["gift.changed"] ?? "" });
  await row.filter({ hasText: "860" }).first().waitFor();
  expect(await row.first().textContent()).toContain("周启明");
  await look("log");
});

test("a new auditor sets up an authenticator, and sees without changing", async () => {
  await goTo(shell.staff);
  await press(staff.add);
  await dialog().getByLabel(staff.name, { exact: true }).fill("顾思源");
  await dialog().getByLabel(staff.login, { exact: true }).fill("gu.siyuan");
  await dialog().getByLabel(staff.role, { exact: true }).selectOption("auditor");
  await dialog().getByLabel(staff.password).fill("a rather long password");
  await answer(staff.save);
  const secret = (await dialog().locator("code").textContent())?.replaceAll(" ", "") ?? "";
  await look("authenticator");
  await answer(staff.totpDone);

  await desk.page.getByRole("button", { name: shell.accountMenu("周启明") }).click();
  await press(shell.signOut);
  const t = words.console.signIn;
  await desk.page.getByLabel(t.login, { exact: true }).fill("gu.siyuan");
  await desk.page.getByLabel(t.password, { exact: true }).fill("a rather long password");
  await desk.page.getByLabel(t.totp, { exact: true }).fill(totpCode(secret, Date.now()));
  await desk.page.getByRole("button", { name: t.send, exact: true }).click();
  const nav = desk.page.getByRole("navigation", { name: shell.nav });
  await nav.waitFor();
  expect(await nav.getByRole("link", { name: shell.keys }).count()).toBe(0);
  await goTo(shell.staff);
  expect(await desk.page.getByRole("button", { name: staff.add }).count()).toBe(0);
  await desk.page.goto(`${shop.chain.url}/console/keys`);
  await said(shell.lostText);
});

test("nothing was wrong on any screen, and the books are right", async () => {
  expect(shop.wrong()).toEqual([]);
  expect(await shop.cspReports()).toEqual([]);
  await shop.chain.stop();
  const db = await openDb({ url: `file:${shop.chain.database}` });
  expect((await verifyLedger(db, Date.now())).findings).toEqual([]);
  db.close();
});
