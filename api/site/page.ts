/** The frame of every page that the API serves itself. @module */
import { html, raw } from "hono/html";
import type { Context } from "hono";
import { type Lang, LANG_NAMES, langFor, LANGS } from "../../shared/wording/lang.ts";
import { en } from "../../shared/wording/site/en.ts";
import { type SiteWording, zh } from "../../shared/wording/site/zh.ts";
import type { Env } from "../http/door.ts";

export type Html = ReturnType<typeof html>;

/** A page in one language. */
export type Reader = {
  lang: Lang;
  words: SiteWording;
  /** Address of another page of ours that keeps a language chosen by hand. */
  to: (path: string) => string;
};

/** The language asked for by hand (`?lang=`), else what the browser prefers. */
export const readerOf = (c: Context<Env>): Reader => {
  const asked = c.req.query("lang");
  const byHand = (LANGS as readonly string[]).includes(asked ?? "");
  const preferred = (c.req.header("accept-language") ?? "").split(",").map((tag) =>
    tag.split(";")[0]!.trim()
  );
  const lang = langFor([byHand ? asked : null, ...preferred]);
  return {
    lang,
    words: lang === "en" ? en : zh,
    to: (path) => byHand ? `${path}?lang=${lang}` : path,
  };
};

/** The house's seal, drawn once per page and used by reference. */
export const seal = (label = ""): Html =>
  html`<img class="site-seal" src="/site/seal.svg" alt="${label}" width="40" height="40" />`;

type PageParts = {
  reader: Reader;
  path: string;
  title: string;
  body: Html | Promise<Html>;
  /** Own style sheets and scripts, as addresses. */
  styles?: string[];
  scripts?: string[];
};

const languages = (path: string, lang: Lang) =>
  LANGS.map((each) =>
    html`
      <a href="${path}?lang=${each}" lang="${each}" hreflang="${each}"
        ${raw(each === lang ? 'aria-current="true"' : "")}>${LANG_NAMES[each]}</a>
    `
  );

/** A whole document. No inline script or style: the content security policy allows none. */
export const page = async (c: Context<Env>, parts: PageParts, status = 200): Promise<Response> => {
  const { reader, path, title } = parts;
  const { lang, words, to } = reader;
  const document = await html`
    <!doctype html>
    <html lang="${lang}" data-theme="auto">
      <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <title>${title === words.brand ? title : `${title} · ${words.brand}`}</title>
    <link rel="icon" href="/site/seal.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/site/tokens.css">
    <link rel="stylesheet" href="/site/site.css">
    ${(parts.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}">`)}
    ${(parts.scripts ?? []).map((src) => html`<script src="${src}" defer></script>`)}
      </head>
      <body>
        <a class="site-skip" href="#main">${words.skip}</a>
        <header class="site-header">
          <a class="site-brand" href="${to("/")}">${seal()}<span>${words.brand}</span></a>
          <nav class="site-languages" aria-label="Language 语言">${languages(path, lang)}</nav>
        </header>
        <main id="main">${await parts.body}</main>
        <footer class="site-footer">
          <nav aria-label="${words.otherPages}">
            <a href="${to("/")}">${words.home}</a>
            <a href="${to("/docs/")}">${words.docs.name}</a>
            <a href="${to("/problems/")}">${words.problemsTitle}</a>
          </nav>
          <p>${words.brand} · MIT</p>
        </footer>
      </body>
    </html>
  `;
  return c.html(document, status as 200, {
    "cache-control": "no-cache",
    "content-language": lang,
    "vary": "accept-language",
  });
};
