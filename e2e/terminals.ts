/** The first start of a terminal: what it is for, and the code that a manager approves. @module */
import type { Screen } from "./browser.ts";
import { approvePairing, goToTerminals, signInToConsole } from "./console.ts";
import type { Shop } from "./shop.ts";
import type { Words } from "./words.ts";

/** Chooses use and name. @returns the code that the screen shows, "ABCD-EFGH" */
export const askForPairing = async (
  screen: Screen,
  words: Words,
  kind: "counter" | "kiosk",
): Promise<{ code: string; kind: "counter" | "kiosk"; label: string }> => {
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

/** Lets a counter and a kiosk in, with the console of a manager beside them. */
export const letIn = async (
  shop: Shop,
  words: Words,
  manager: string,
): Promise<{ counter: Screen; kiosk: Screen }> => {
  const [counter, kiosk, desk] = await Promise.all([
    shop.open("counter", "/kiosk/", words.language),
    shop.open("kiosk", "/kiosk/", words.language),
    shop.open("desk", "/console/", words.language),
  ]);
  await signInToConsole(desk, words, manager);
  await goToTerminals(desk, words);
  await approvePairing(desk, words, await askForPairing(counter, words, "counter"));
  await approvePairing(desk, words, await askForPairing(kiosk, words, "kiosk"));
  await desk.context.close();
  return { counter, kiosk };
};
