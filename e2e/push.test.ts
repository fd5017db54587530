/** A sale at the till becomes a notification on the phone: the real server, a real browser and the
 *  real service worker, with a push service of our own between them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { posKeys } from "../api/demo/people.ts";
import { newKey } from "../api/test-house.ts";
import { call, type Transport } from "../shared/call.ts";
import { enrolByStaff } from "../shared/members/endpoints.ts";
import { showMyNotices } from "../shared/push/endpoints.ts";
import { recordSale } from "../shared/sales/endpoints.ts";
import { zh as common } from "../shared/wording/common/zh.ts";
import { joinZh } from "../shared/wording/card/join-zh.ts";
import { devices } from "./browser.ts";
import { type Chain, openChain } from "./chain.ts";
import { findChromium, noChromium } from "./chromium.ts";
import { openPushService, type PushService } from "./push-service.ts";

const phoneNumber = "13912345678";

let folder: string;
let service: PushService;
let chain: Chain;
let context: BrowserContext;
let page: Page;
let card: string;

/** The till of another maker. */
const till = (): Transport => ({
  client: "pos",
  fetch: (path, init) =>
    fetch(chain.url + path, {
      method: init.method,
      headers: { ...init.headers, authorization: `Bearer ${posKeys[0]!.secret}` },
      ...(init.body === undefined ? {} : { body: init.body }),
    }),
});

/** The phone's own page asks, so the cookies are the browser's. */
const phone = (): Transport => ({
  client: "pwa",
  fetch: async (path, init) => {
    const { signal: _, ...rest } = init;
    const { status, body } = await page.evaluate(async ([to, how]) => {
      const answer = await fetch(to, how);
      return { status: answer.status, body: await answer.text() };
    }, [path, rest] as const);
    return { status, headers: new Headers(), text: () => Promise.resolve(body) };
  },
});

const sell = (fen: number) =>
  call(till(), recordSale, {
    key: newKey(),
    body: {
      orderNo: newKey(),
      member: { card },
      lines: [{ name: "散装鸡蛋", quantityMilli: 1000, amountFen: fen }],
      totalFen: fen,
    },
  });

/** What the phone shows now. */
const notifications = (): Promise<{ title: string; body: string; tag: string; url: string }[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const shown = await registration.getNotifications();
    return shown.map(({ title, body, tag, data }) => ({ title, body, tag, url: data.url }));
  });

const until = async <T>(look: () => Promise<T>, is: (found: T) => boolean): Promise<T> => {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (is(found)) return found;
    if (Date.now() > end) {
      throw new Error(
        `Not in time: ${JSON.stringify({ found, ...service, root: undefined })}\n${chain.said()}`,
      );
    }
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** The till enrols her, then she signs in on her phone. */
const signIn = async (): Promise<void> => {
  const enrolled = await call(till(), enrolByStaff, {
    key: newKey(),
    body: { phone: phoneNumber, name: "周晓梅" },
  });
  card = enrolled.cardNumber;
  await page.getByLabel(common.phone, { exact: true }).fill(phoneNumber);
  await page.getByRole("button", { name: joinZh.join.getCode }).click();
  const code = await chain.codeFor(phoneNumber);
  await page.getByLabel(common.code, { exact: true }).fill(code);
  await page.locator(".code-paper").waitFor();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jifu-push-"));
  service = await openPushService();
  const root = join(folder, "root.pem");
  await writeFile(root, service.root);
  // Deno would ask its makers for a newer version; what is left is what our own code asks for.
  const deno = { DENO_CERT: root, DENO_NO_UPDATE_CHECK: "1" };
  chain = await openChain({ ...service.settings, ...deno });
  const executablePath = findChromium();
  if (!executablePath) throw new Error(noChromium);
  // Pushes need a profile on disk: a window that forgets everything gets no subscription.
  context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", ...service.switches],
    ...devices.phone,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    permissions: ["notifications"],
  });
  page = await context.newPage();
  await page.goto(`${chain.url}/card/`);
  await signIn();
});
afterAll(async () => {
  await context?.close();
  await chain?.close();
  await service?.close();
  await rm(folder, { recursive: true, force: true });
});

test("the member switches notifications on", async () => {
  await page.goto(`${chain.url}/card/notices`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.getByRole("switch").first().click();
  await until(() => call(phone(), showMyNotices, {}), (notices) => notices.subscribed);
});

/** Sells, and waits until the phone says so. */
const sellAndSee = async () => {
  const from = Date.now();
  const { earned, spendable } = (await sell(8_800)).points!;
  const body = `可用 ${spendable.toLocaleString("en")} 积分`;
  const all = await until(notifications, (all) => all.some((n) => n.body.includes(body)));
  return { ms: Date.now() - from, earned, shown: all.find((n) => n.body.includes(body))! };
};

test("a sale shows on the phone within two seconds, and says the same as the receipt", async () => {
  let seen = await sellAndSee();
  // Beside other journeys one may have to wait for a core.
  for (let i = 0; i < 2 && seen.ms >= 2_000; i++) seen = await sellAndSee();
  const { ms, earned, shown } = seen;
  expect(ms).toBeLessThan(2_000);
  expect(earned).toBeGreaterThan(0);
  expect(shown.title).toContain(`+${earned}`);
  expect(shown.url).toMatch(/^points/);
  const sent = service.accepted.at(-1)!;
  expect(sent.headers["content-encoding"]).toBe("aes128gcm");
  expect(sent.body.includes(Buffer.from(shown.title))).toBe(false);
  expect([service.refused, new Set(service.reached)]).toEqual([
    [],
    new Set(["jmt17.google.com:443"]),
  ]);
});

test("it comes with no page open", async () => {
  const before = service.accepted.length;
  await page.goto("about:blank");
  await sell(1_200);
  await until(() => Promise.resolve(service.accepted.length), (n) => n === before + 1);
  await page.goto(`${chain.url}/card/`);
  await until(notifications, (all) => all.some((n) => n.title.includes("+12")));
});

test("a phone that is gone is forgotten at the first answer that says so", async () => {
  service.forget();
  await sell(1_000);
  await until(() => call(phone(), showMyNotices, {}), (notices) => !notices.subscribed);
  expect(service.refused).toEqual(["410 gone"]);
});
