/** What a person does at the console. @module */
import { demoPassword, demoTotpSecret } from "../api/demo/people.ts";
import { totpCode } from "../api/staff/totp.ts";
import type { Screen } from "./browser.ts";
import type { Words } from "./words.ts";

/** Password and the code that an authenticator shows now. A code is good once per person. */
export const signInToConsole = async (screen: Screen, words: Words, login: string) => {
  const { page } = screen;
  const t = words.console.signIn;
  await page.getByLabel(t.login, { exact: true }).fill(login);
  await page.getByLabel(t.password, { exact: true }).fill(demoPassword);
  await page.getByLabel(t.totp, { exact: true }).fill(totpCode(demoTotpSecret, Date.now()));
  await page.getByRole("button", { name: t.send, exact: true }).click();
  await page.getByRole("navigation", { name: words.console.shell.nav }).waitFor();
};

export const goToTerminals = async (screen: Screen, words: Words) => {
  const { shell, terminals } = words.console;
  const nav = screen.page.getByRole("navigation", { name: shell.nav });
  await nav.getByRole("link", { name: shell.terminals, exact: true }).click();
  await screen.page.getByRole("heading", { level: 1, name: terminals.title }).waitFor();
};

/** Lets a device in by the code on its screen.
 *  @param found called when the console shows what the device says it is */
export const approvePairing = async (
  screen: Screen,
  words: Words,
  device: { code: string; kind: "counter" | "kiosk"; label: string },
  found: () => Promise<void> = async () => {},
) => {
  const { page } = screen;
  const t = words.console.terminals;
  await page.getByLabel(t.code, { exact: true }).fill(device.code.toLowerCase());
  await page.getByRole("button", { name: t.find }).click();
  await page.getByText(`${t.kinds[device.kind]} · ${device.label}`).waitFor();
  await found();
  await page.locator("form").getByRole("button", { name: t.approveSend, exact: true }).click();
  const table = page.getByRole("table");
  await table.getByText(device.label, { exact: true }).first().waitFor();
};
