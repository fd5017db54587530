/** The four clients in a real browser on a CPU slowed down four times: first and largest paint, when
 *  they can be used, how long they take to answer a press; the e-card without network; and how long
 *  the kiosk takes from a code to its member. The built clients, on the real server. @module */
import { findChromium } from "../../e2e/chromium.ts";
import { openBrowser, openScreen, type Screen } from "../../e2e/browser.ts";
import { type Chain, openChain } from "../../e2e/chain.ts";
import { approvePairing, goToTerminals, signInToConsole } from "../../e2e/console.ts";
import { openRoom, signInAtCounter } from "../../e2e/counter.ts";
import { beginVisit } from "../../e2e/kiosk.ts";
import { codePaper, enrol, openTab, readDigits, showDigits } from "../../e2e/phone.ts";
import { scan } from "../../e2e/scanner.ts";
import { askForPairing } from "../../e2e/terminals.ts";
import { wordsFor } from "../../e2e/words.ts";
import { staff } from "../demo/people.ts";
import { atRest, firstVisit, slowDown, timesOf, usableTimes, watchTimes } from "./page-times.ts";
import { median, type Ratio } from "./ratio.ts";

const slowness = 4;
/** What Web Vitals call good; of the offline start and the kiosk, the product's own. */
const limits = { fcp: 1800, lcp: 2500, press: 200, offline: 500, member: 300 };
const words = wordsFor("zh-CN");
const newcomer = { phone: "13655501234", name: "许知远", pin: "725913" };

type Browser = Awaited<ReturnType<typeof openBrowser>>;

const ms = (what: string, value: number, budget: number, detail = ""): Ratio => ({
  what: `${what}, ms`,
  ratio: value,
  budget,
  atLeast: false,
  detail,
});

const paints = (what: string, visits: Awaited<ReturnType<typeof firstVisit>>[]): Ratio[] => {
  const of = (value: (v: typeof visits[number]) => number) => median(visits.map(value));
  // Of a screen without a text or picture that counts the browser names no largest paint: then it is
  // judged by when it can be used, which is later.
  const named = of((v) => v.times.lcp) > 0;
  return [
    ms(`${what}: first paint`, of((v) => v.times.fcp), limits.fcp),
    ms(
      `${what}: largest paint`,
      of((v) => named ? v.times.lcp : v.usableAt),
      limits.lcp,
      named ? `usable after ${of((v) => v.usableAt).toFixed(0)} ms` : "none named: when usable",
    ),
  ];
};

/** Three first visits, each in a browser window without a past. */
const visits = async (
  browser: Browser,
  device: Parameters<typeof openScreen>[1],
  url: string,
  usable: string,
) => {
  const all = [];
  for (let i = 0; i < 3; i++) {
    const visit = await firstVisit(browser, device, url, usable, slowness);
    await visit.screen.context.close();
    all.push(visit);
  }
  return all;
};

const quiet = async () => {};

/** The e-card: enrolled at full speed, then its rooms at a quarter of it, then without network. */
const card = async (browser: Browser, chain: Chain): Promise<Ratio[]> => {
  const ratios = paints(
    "e-card, first visit",
    await visits(browser, "phone", `${chain.url}/card/`, "input"),
  );
  const screen = await openScreen(browser, "phone", `${chain.url}/card/`);
  const { page, context } = screen;
  context.setDefaultTimeout(60_000);
  await enrol(screen, words, chain, newcomer, quiet);
  await watchTimes(screen, [".code-paper"]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await slowDown(screen, slowness);
  const tabs = ["points", "gifts", "me", "card"] as const;
  ratios.push(
    await presses("e-card: longest press of its tabs", screen, ".code-paper", async () => {
      for (const tab of tabs) await answered(screen, () => openTab(screen, words, tab));
    }),
  );
  for (const rate of [1, slowness]) {
    await slowDown(screen, rate);
    await context.setOffline(true);
    const starts: number[] = [];
    for (let i = 0; i < 5; i++) {
      await page.reload();
      starts.push((await usableTimes(page, ".code-paper")).usableAt);
    }
    await context.setOffline(false);
    const what = `e-card: offline start to the code${rate > 1 ? ", slowed" : ""}`;
    ratios.push(ms(what, median(starts), rate > 1 ? limits.lcp : limits.offline));
  }
  await slowDown(screen, 1);
  ratios.push(...await atTerminals(browser, chain, screen));
  await context.close();
  return ratios;
};

/** Lets a counter and a kiosk in, which stay what they are when they start anew. */
const terminals = async (browser: Browser, chain: Chain) => {
  const open = async (device: "counter" | "kiosk" | "desk", path: string) => {
    const screen = await openScreen(browser, device, chain.url + path);
    screen.context.setDefaultTimeout(60_000);
    return screen;
  };
  const [counter, kiosk, desk] = [
    await open("counter", "/kiosk/"),
    await open("kiosk", "/kiosk/"),
    await open("desk", "/console/"),
  ];
  await signInToConsole(desk, words, "chen.guilan");
  await goToTerminals(desk, words);
  await approvePairing(desk, words, await askForPairing(counter, words, "counter"));
  await approvePairing(desk, words, await askForPairing(kiosk, words, "kiosk"));
  await kiosk.page.getByRole("button", { name: words.kiosk.attract.start }).waitFor();
  return { counter, kiosk, desk };
};

/** Presses something and waits until all of its answer is on the screen. */
const answered = async (screen: Screen, press: () => Promise<void>): Promise<void> => {
  await press();
  await screen.page.waitForTimeout(600);
};

/** Three rounds of presses, each on a page started anew: the longest of each, the median of those.
 *  One frame that the machine held back decides nothing. */
const presses = async (
  what: string,
  screen: Screen,
  usable: string,
  round: () => Promise<void>,
): Promise<Ratio> => {
  const longest: number[] = [];
  for (let i = 0; i < 3; i++) {
    await screen.page.reload();
    await usableTimes(screen.page, usable);
    await atRest(screen.page);
    await round();
    longest.push((await timesOf(screen.page)).press);
  }
  return ms(what, median(longest), limits.press, `of the rounds ${longest.join(", ")}`);
};

const startAnew = async (screen: Screen, usable: string): Promise<Ratio[]> => {
  await watchTimes(screen, [usable, ".member-card"]);
  await slowDown(screen, slowness);
  const starts = [];
  for (let i = 0; i < 3; i++) {
    await screen.page.reload();
    starts.push({ screen, ...await usableTimes(screen.page, usable) });
  }
  return paints(usable, starts);
};

const atTerminals = async (browser: Browser, chain: Chain, phone: Screen): Promise<Ratio[]> => {
  const { counter, kiosk, desk } = await terminals(browser, chain);
  const ratios: Ratio[] = [];
  const named = (what: string, list: Ratio[]): Ratio[] =>
    list.map((r) => ({ ...r, what: r.what.replace(/^[^:]*/, what) }));
  const cashier = staff.find((person) => person.login === "wang.lei")!;
  await signInAtCounter(counter, words, { ...cashier, pin: cashier.pin! });
  ratios.push(...named("counter, started anew", await startAnew(counter, "nav button")));
  const rooms = ["returns", "claims", "sale"] as const;
  ratios.push(
    await presses("counter: longest press of its rooms", counter, "nav button", async () => {
      for (const room of rooms) await answered(counter, () => openRoom(counter, words, room));
    }),
  );
  ratios.push(...named("kiosk, started anew", await startAnew(kiosk, "button")));
  await slowDown(kiosk, 1);
  ratios.push(await codeToMember(kiosk, phone));
  ratios.push(...named(
    "console, first visit",
    paints(
      "console",
      await visits(browser, "desk", `${chain.url}/console/`, "input"),
    ),
  ));
  ratios.push(...named("console overview, started anew", await startAnew(desk, "#main h1")));
  for (const screen of [counter, kiosk, desk]) await screen.context.close();
  return ratios;
};

/** From the last key of a code to the member's points on the screen: request, answer, drawing. The
 *  kiosk has asked for the code and stands still, as it does while a member takes out the phone. */
const codeToMember = async (kiosk: Screen, phone: Screen): Promise<Ratio> => {
  const { page } = kiosk;
  const took: number[] = [];
  let last = "";
  await codePaper(phone).waitFor();
  for (let i = 0; i < 5; i++) {
    let code = i === 0 ? await showDigits(phone, words) : await readDigits(phone, words);
    while (code === last) {
      await phone.page.waitForTimeout(500);
      code = await readDigits(phone, words);
    }
    last = code;
    await page.reload();
    await beginVisit(kiosk, words);
    await atRest(page);
    await scan(page, code);
    const { times } = await usableTimes(page, ".member-card");
    took.push(times.seen[".member-card"]! - times.enterAt);
  }
  return ms("kiosk: code to member", median(took), limits.member, `most ${Math.max(...took)}`);
};

export const clients = async (): Promise<Ratio[]> => {
  if (!findChromium()) return [];
  const [chain, browser] = [await openChain(), await openBrowser()];
  try {
    return await card(browser, chain);
  } finally {
    await browser.close();
    await chain.close();
  }
};
