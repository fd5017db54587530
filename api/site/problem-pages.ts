/** /problems/<code>: where the `type` of every refusal leads, printed from the catalogue. @module */
import { html } from "hono/html";
import type { Context } from "hono";
import { catalogue, isProblemCode, type ProblemCode } from "../../shared/problems.ts";
import type { Env } from "../http/door.ts";
import { type Html, page, readerOf } from "./page.ts";

type Entry = {
  status: number;
  zh: string;
  en: string;
  remedyZh: string;
  remedyEn: string;
  fields?: readonly string[];
};

const entryOf = (code: ProblemCode): Entry => catalogue[code];
const codes = Object.keys(catalogue) as ProblemCode[];

export const problemList = (c: Context<Env>) => {
  const reader = readerOf(c);
  const { words, lang, to } = reader;
  const rows: Html[] = codes.map((code) => {
    const entry = entryOf(code);
    return html`
      <tr>
        <th scope="row"><a href="${to(`/problems/${code}`)}"><code>${code}</code></a></th>
        <td>${entry.status}</td>
        <td>${lang === "en" ? entry.en : entry.zh}</td>
        <td>${lang === "en" ? entry.remedyEn : entry.remedyZh}</td>
      </tr>
    `;
  });
  return page(c, {
    reader,
    path: "/problems/",
    title: words.problemsTitle,
    body: html`
      <section class="site-section">
        <h1>${words.problemsTitle}</h1>
        <p class="site-soft">${words.problemsHint}</p>
        <div class="site-wide" tabindex="0" role="region" aria-label="${words.problemsTitle}">
          <table class="site-table">
            <thead>
              <tr>
                <th scope="col">${words.problemCode}</th>
                <th scope="col">${words.problemStatus}</th>
                <th scope="col">${words.problemWhat}</th>
                <th scope="col">${words.problemRemedy}</th>
              </tr>
            </thead>
            <tbody>${rows}</tbody>
          </table>
        </div>
      </section>
    `,
  });
};

export const problemPage = (c: Context<Env>, code: string): Promise<Response> | null => {
  if (!isProblemCode(code)) return null;
  const reader = readerOf(c);
  const { words, lang, to } = reader;
  const entry = entryOf(code);
  const english = lang === "en";
  const fields = entry.fields ?? [];
  return page(c, {
    reader,
    path: `/problems/${code}`,
    title: english ? entry.en : entry.zh,
    body: html`
      <section class="site-section narrow">
        <p class="problem-code"><code>${code}</code> <span>${entry.status}</span></p>
        <h1>${english ? entry.en : entry.zh}</h1>
        <dl class="facts">
          <div>
            <dt>${words.problemRemedy}</dt>
            <dd>${english ? entry.remedyEn : entry.remedyZh}</dd>
          </div>
          <div>
            <dt>${english ? "中文" : "English"}</dt>
            <dd lang="${english ? "zh-CN" : "en"}">${english ? entry.zh : entry.en}</dd>
          </div>
          <div>
            <dt>${words.problemFields}</dt>
            <dd>${fields.length === 0 ? words.noFields : fields.map((field) =>
              html`
                <code>${field}</code>
              `
            )}</dd>
          </div>
        </dl>
        <p><a href="${to("/problems/")}">${words.problemsAll}</a></p>
      </section>
    `,
  });
};
