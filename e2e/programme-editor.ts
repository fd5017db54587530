/** What a person does at the editor of the programme. @module */
import { daysBetween } from "../shared/business-day.ts";
import { festivalDay, festivalIds } from "../shared/calendar/festival.ts";
import type { Language, Screen } from "./browser.ts";
import type { Shop } from "./shop.ts";

/** The festival nearest to today, and how many days it is to it. */
export const nearest = (today: string) => {
  const year = Number(today.slice(0, 4));
  return festivalIds.flatMap((id) =>
    [year - 1, year, year + 1].map((y) => ({ id, ahead: daysBetween(today, festivalDay(id, y)) }))
  ).sort((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead))[0]!;
};

/** @param desk the screen, once it is open */
export const theEditor = (desk: () => Screen, shop: () => Shop, language: Language) => {
  const look = (name: string) => shop().look(desk(), `programme-${name}`, language);
  const panel = () => desk().page.locator("dialog[open].side-panel");
  const field = (label: string) => panel().getByLabel(label, { exact: true });
  const says = (text: string | RegExp) =>
    panel().locator("[data-sentence]").getByText(text).first().waitFor();
  const act = (name: string) => desk().page.locator(`[data-act="${name}"]`).click();
  const done = async () => {
    await panel().locator('[data-act="panel-done"]').click();
    await panel().waitFor({ state: "detached" });
  };
  const saved = () => desk().page.locator('[data-save="saved"]').waitFor();
  const add = async (template: string) => {
    await act("add-rule");
    await desk().page.locator(`[data-template="${template}"]`).click();
    await panel().waitFor();
  };
  const rule = (name: string) => desk().page.locator(".rule-card").filter({ hasText: name });
  return { look, panel, field, says, act, done, saved, add, rule };
};
