/** The first start of a terminal: what it is for, and the code that a manager approves. @module */
import { approvePairing } from "../shared/console/endpoints.ts";
import { call, type Transport } from "../shared/call.ts";
import type { Screen } from "./browser.ts";
import { headOffice, storeId } from "./callers.ts";
import type { Shop } from "./shop.ts";
import type { Words } from "./words.ts";

type Kind = "counter" | "kiosk";

/** Chooses use and name. @returns the code that the screen shows, "ABCD-EFGH" */
export const askForPairing = async (
  screen: Screen,
  words: Words,
  kind: Kind,
): Promise<{ code: string; kind: Kind; label: string }> => {
  const { page } = screen;
  const t = words.kiosk.pairing;
  const label = t.labels[kind][0]!;
  await page.getByRole("radio", { name: t[kind] }).check({ force: true });
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.getByRole("button", { name: t.getCode }).click();
  const shown = page.getByLabel(t.codeLabel, { exact: true });
  await shown.waitFor();
  const code = (await shown.innerText()).replace(/\s/g, "");
  return { code, kind, label };
};

/** Lets a device in for a store, as a manager does at the console. */
export const pair = async (
  screen: Screen,
  words: Words,
  office: Transport,
  kind: Kind,
  storeId: string,
): Promise<void> => {
  const started = screen.page.waitForResponse((answer) =>
    answer.url().endsWith("/api/terminals/pairings")
  );
  const { label, code } = await askForPairing(screen, words, kind);
  const { pairingId } = await (await started).json();
  await call(office, approvePairing, {
    params: { pairing: pairingId },
    body: { code: code.replace("-", ""), storeId, label },
  });
};

/** Opens these terminals and lets them in. The main job does it at the console of a manager; here the
 *  manager asks the API. */
export const letIn = async <K extends Kind>(
  shop: Shop,
  words: Words,
  ...kinds: K[]
): Promise<Record<K, Screen>> => {
  const manager = await headOffice(shop.chain.url, "chen.guilan");
  const opened = await Promise.all(kinds.map(async (kind) => {
    const screen = await shop.open(kind, "/kiosk/", words.language);
    await pair(screen, words, manager, kind, storeId);
    return [kind, screen] as const;
  }));
  return Object.fromEntries(opened) as Record<K, Screen>;
};
