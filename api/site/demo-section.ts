/** The front page's table of who there is in the demo and what they type. @module */
import { html } from "hono/html";
import type { DemoSheet } from "../demo/demo-sheet.ts";
import { en as consoleEn } from "../../shared/wording/console/shell/en.ts";
import { zh as consoleZh } from "../../shared/wording/console/shell/zh.ts";
import { type Html, type Reader } from "./page.ts";

type Row = { name: string; detail: string; values: string[] };

const rows = (title: string, hint: string, list: Row[]): Html =>
  html`
    <section class="sheet-part">
      <h3>${title}</h3>
      <p class="site-soft">${hint}</p>
      <ul>${list.map((row) =>
        html`<li><span><strong>${row.name}</strong> ${row.detail}</span><span>${
          row.values.map((value) =>
            html`
              <code>${value}</code>
            `
          )
        }</span></li>`
      )}</ul>
    </section>
  `;

const roleName = (reader: Reader, role: string): string => {
  const roles: Record<string, string> = (reader.lang === "en" ? consoleEn : consoleZh).roles;
  return roles[role] ?? role;
};

export const demoSection = (reader: Reader, sheet: DemoSheet): Html => {
  const { words, to } = reader;
  const say = words.sheet;
  return html`
    <section class="site-section" aria-labelledby="sheet">
      <h2 id="sheet">${words.sheetTitle}</h2>
      <p class="site-soft">${words.sheetHint} <a href="${to("/outbox")}">${words.outbox
        .name}</a></p>
      <div class="sheet">
    ${rows(
      say.members,
      say.membersHint,
      sheet.members.map((m) => ({
        name: m.name,
        detail: m.brand,
        values: [m.phone, m.cardNumber, `PIN ${m.pin}`],
      })),
    )}
    ${rows(
      say.console,
      say.consoleHint(sheet.password),
      sheet.console.map((p) => ({
        name: p.name,
        detail: roleName(reader, p.role),
        values: [p.login],
      })),
    )}
    ${rows(
      say.keys,
      say.keysHint,
      sheet.posKeys.map((k) => ({ name: k.label, detail: "", values: [k.secret] })),
    )}
    ${rows(
      say.counter,
      say.counterHint,
      sheet.counter.map((p) => ({
        name: p.name,
        detail: `${p.store} · ${roleName(reader, p.role)}`,
        values: [`PIN ${p.pin}`],
      })),
    )}
      </div>
    </section>
  `;
};
