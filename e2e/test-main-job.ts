/** The main job, as a customer, a cashier and a manager do it: enrol on the phone, earn at the
 *  counter whose camera sees the phone's own screen, redeem at the kiosk, fetch the gift, bring
 *  goods back; also without network on the phone. One file for each language runs it. @module */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { staff } from "../api/demo/people.ts";
import { openDb } from "../api/db/open.ts";
import { verifyLedger } from "../api/points/verify.ts";
import { maskName } from "../shared/cards/mask.ts";
import type { Language, Screen } from "./browser.ts";
import { approvePairing, goToTerminals, signInToConsole } from "./console.ts";
import * as counterDoes from "./counter.ts";
import * as kioskDoes from "./kiosk.ts";
import * as phoneDoes from "./phone.ts";
import { openShop, type Shop } from "./shop.ts";
import { askForPairing } from "./terminals.ts";
import { wordsFor } from "./words.ts";

const cast = {
  "zh-CN": {
    manager: "chen.guilan",
    cashier: "wang.lei",
    member: { phone: "13612345670", name: "周晓梅", pin: "725913" },
    gift: "怀旧搪瓷杯",
  },
  en: {
    manager: "shen.haibo",
    cashier: "luo.yong",
    member: { phone: "13787654321", name: "Grace Chen", pin: "481602" },
    gift: "Enamel mug",
  },
};
const giftPoints = 800;

/** Describes the whole of it in one language. */
export const mainJob = (language: Language): void => {
  const words = wordsFor(language);
  const { manager, member, gift } = cast[language];
  const cashier = staff.find((person) => person.login === cast[language].cashier)!;
  const masked = maskName(member.name);
  let shop: Shop;
  let phone: Screen;
  let counter: Screen;
  let kiosk: Screen;
  let claimCode: string;

  beforeAll(async () => void (shop = await openShop()));
  afterEach(({ task }) => shop.keepFailure(task));
  afterAll(() => shop?.close());

  const look = (screen: Screen, name: string) => shop.look(screen, name, language);
  /** Holds the phone before the camera until something is recognised. */
  const holdUpPhone = async (recognised: () => Promise<void>) => {
    await shop.camera.pointAt(phoneDoes.codePaper(phone));
    await recognised();
    await shop.camera.lookAway();
  };
  const ringUp = async (yuan: string[], totalFen: number, earned: number, balance: number) => {
    await counterDoes.openCounterCamera(counter, words);
    await holdUpPhone(() => counterDoes.memberShows(counter, words, masked, balance - earned));
    await counterDoes.typeAmounts(counter, words, ...yuan);
    const preview = counter.page.locator(".will-earn");
    await preview.getByText(words.formats.signed(earned), { exact: true }).waitFor();
    await look(counter, `counter-sale-${totalFen}`);
    const told = phone.page.getByText(words.card.card.gained(earned)).first().waitFor();
    await counterDoes.takePayment(counter, words, totalFen);
    await counterDoes.saleBrought(counter, words, { earned, balance });
    await look(counter, `counter-done-${totalFen}`);
    await told;
    await phoneDoes.cardShows(phone, words, balance);
    await counterDoes.nextCustomer(counter, words);
  };

  test("a manager lets a counter and a kiosk in by the codes on their screens", async () => {
    [counter, kiosk] = await Promise.all([
      shop.open("counter", "/kiosk/", language),
      shop.open("kiosk", "/kiosk/", language),
    ]);
    const desk = await shop.open("desk", "/console/", language);
    await look(desk, "console-sign-in");
    await signInToConsole(desk, words, manager);
    await look(desk, "console-overview");
    await goToTerminals(desk, words);
    await look(counter, "counter-pairing");
    const counterAsks = await askForPairing(counter, words, "counter");
    await look(counter, "counter-pairing-code");
    await approvePairing(desk, words, counterAsks, () => look(desk, "console-pairing"));
    await look(kiosk, "kiosk-pairing");
    const kioskAsks = await askForPairing(kiosk, words, "kiosk");
    await look(kiosk, "kiosk-pairing-code");
    await approvePairing(desk, words, kioskAsks);
    await look(desk, "console-terminals");
    await counter.page.getByRole("heading", { name: words.counter.signIn.title }).waitFor();
    await look(counter, "counter-sign-in");
    await counterDoes.signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
    await look(counter, "counter-sale-empty");
    await kiosk.page.getByRole("button", { name: words.kiosk.attract.start }).waitFor();
    await look(kiosk, "kiosk-attract");
    await desk.context.close();
  }, 180_000);

  test("a newcomer enrols on the phone, sets a PIN and shows the card", async () => {
    phone = await shop.open("phone", "/card/", language);
    await phoneDoes.enrol(phone, words, shop.chain, member, (name) => look(phone, name));
    await phoneDoes.cardShows(phone, words, 100);
    await phoneDoes.setPin(phone, words, member.pin, (name) => look(phone, name));
    await phoneDoes.openTab(phone, words, "card");
    await phoneDoes.codePaper(phone).waitFor();
    await look(phone, "phone-card");
  }, 120_000);

  test("the counter's camera reads the phone; the sale's points show on it at once", async () => {
    await ringUp(["88"], 88_00, 88, 188);
    await ringUp(["1000", "112"], 1_112_00, 1_112, 1_300);
  }, 120_000);

  test("the kiosk reads the phone, shows the account and gives a gift for points", async () => {
    await kioskDoes.beginVisit(kiosk, words);
    await kioskDoes.kioskCamera(kiosk);
    await look(kiosk, "kiosk-identify");
    await holdUpPhone(() => kioskDoes.accountShows(kiosk, words, masked, 1_300));
    await kiosk.page.getByText(words.kiosk.home.recent).waitFor();
    await look(kiosk, "kiosk-home");
    for (const place of ["lots", "history"] as const) {
      await kioskDoes.openPlace(kiosk, words, place);
      await kiosk.page.getByRole("heading", { level: 1, name: words.kiosk[place].title }).waitFor();
      await look(kiosk, `kiosk-${place}`);
    }
    await kioskDoes.openPlace(kiosk, words, "gifts");
    await kiosk.page.locator(".gift-card").first().waitFor();
    await look(kiosk, "kiosk-gifts");
    await kioskDoes.openGift(kiosk, words, gift);
    await look(kiosk, "kiosk-gift");
    await kioskDoes.wantGift(kiosk, words);
    await look(kiosk, "kiosk-swap");
    claimCode = await kioskDoes.takeTicket(kiosk, words);
    expect(claimCode).toMatch(/^\d{20}$/);
    await kiosk.page.locator(".stub").getByText(words.kiosk.ticket.spent(giftPoints)).waitFor();
    await look(kiosk, "kiosk-ticket");
    await phoneDoes.cardShows(phone, words, 500);
    await kiosk.page.getByRole("button", { name: words.kiosk.ticket.finish }).click();
  }, 120_000);

  test("the claim is in the phone, with the same code as on the ticket", async () => {
    await phoneDoes.openTab(phone, words, "gifts");
    await look(phone, "phone-gifts");
    await phoneDoes.openClaim(phone, words, gift);
    const open = words.gifts.claim.states.open!;
    await phone.page.locator(".badge").getByText(open, { exact: true }).waitFor();
    expect((await phone.page.locator(".claim-digits").innerText()).replace(/\D/g, ""))
      .toBe(claimCode);
    await look(phone, "phone-claim");
  }, 60_000);

  test("the gift is handed over once; a second counter is refused", async () => {
    const second = { ...counter, page: await counter.context.newPage() };
    await second.page.goto(`${shop.chain.url}/kiosk/`);
    for (const each of [counter, second]) {
      await counterDoes.openRoom(each, words, "claims");
      await counterDoes.findClaim(each, words, claimCode);
      await each.page.getByRole("heading", { level: 2, name: gift }).waitFor();
    }
    await look(counter, "counter-claim");
    await counterDoes.handOver(counter, words);
    await counter.page.getByText(words.counter.claims.handedOverHint).waitFor();
    await look(counter, "counter-claim-over");
    await counterDoes.handOver(second, words);
    await second.page.getByText(words.problem("claim-used")).waitFor();
    await look(second, "counter-claim-refused");
    await second.page.close();
    const over = words.gifts.claim.states["handed-over"]!;
    await phone.page.locator(".badge").getByText(over, { exact: true }).waitFor();
  }, 60_000);

  test("goods come back: their points are taken off, and the phone says so", async () => {
    await phoneDoes.openTab(phone, words, "points");
    await phoneDoes.balanceShows(phone, words, 500);
    await phone.page.getByText(words.card.points.live, { exact: true }).waitFor();
    await phone.page.getByRole("link", { name: gift }).waitFor();
    await look(phone, "phone-points");
    const t = words.counter.returns;
    const { page } = counter;
    await counterDoes.openRoom(counter, words, "returns");
    await page.locator(".sale-row", { hasText: words.formats.money(1_112_00) }).first().click();
    const second = page.getByRole("group", { name: t.quantity }).nth(1);
    await second.getByRole("button", { name: t.moreOf }).click();
    await page.getByRole("button", { name: t.reasons[1]! }).click();
    await look(counter, "counter-return");
    await page.getByRole("button", { name: t.go, exact: true }).click();
    await page.getByRole("button", { name: t.yes(words.formats.money(112_00)) }).click();
    await page.getByRole("heading", { name: t.doneTitle }).waitFor();
    await page.getByText(words.formats.signed(-112), { exact: true }).waitFor();
    await look(counter, "counter-return-done");
    await phoneDoes.balanceShows(phone, words, 388);
    await phone.page.getByRole("link", { name: words.formats.signed(-112) }).click();
    await phone.page.getByRole("heading", { name: words.card.entry.title }).waitFor();
    await look(phone, "phone-entry");
    await page.keyboard.press("Enter");
  }, 60_000);

  test("without network the card still rotates and the counter takes it", async () => {
    await phoneDoes.openTab(phone, words, "card");
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await phone.context.setOffline(true);
    await phone.page.reload();
    await phone.page.getByText(words.card.card.offlineOk).waitFor();
    const before = await phoneDoes.showDigits(phone, words);
    await look(phone, "phone-offline");
    await expect.poll(() => phoneDoes.readDigits(phone, words), { timeout: 30_000 })
      .not.toBe(before);
    await counterDoes.openRoom(counter, words, "sale");
    await counterDoes.openCounterCamera(counter, words);
    await look(counter, "counter-camera");
    await holdUpPhone(() => counterDoes.memberShows(counter, words, masked, 388));
    await counterDoes.typeAmounts(counter, words, "6.50");
    await counterDoes.takePayment(counter, words, 6_50);
    await counterDoes.saleBrought(counter, words, { earned: 6, balance: 394 });
    await phoneDoes.cardShows(phone, words, 388);
    await phone.context.setOffline(false);
    await phoneDoes.cardShows(phone, words, 394);
  }, 90_000);

  test("nothing was wrong on any screen, and nothing the security policy forbids was tried", async () => {
    expect(shop.wrong()).toEqual([]);
    expect(await shop.cspReports()).toEqual([]);
  });

  test("the ledger proves itself afterwards", async () => {
    await shop.chain.stop();
    const db = await openDb({ url: `file:${shop.chain.database}` });
    const proof = await verifyLedger(db, Date.now());
    db.close();
    expect(proof.findings).toEqual([]);
    expect(proof.entries).toBeGreaterThan(10_000);
  });
};
