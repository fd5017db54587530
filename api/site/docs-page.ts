/** /docs/: the API description, drawn by swagger-ui from our own origin. @module */
import { html } from "hono/html";
import type { Context } from "hono";
import type { Env } from "../http/door.ts";
import { page, readerOf } from "./page.ts";

/** Files of swagger-ui that the page uses, from the package as it is. */
export const swaggerFiles = ["swagger-ui.css", "swagger-ui-bundle.js"];

export const docsPage = (c: Context<Env>) => {
  const reader = readerOf(c);
  const { words } = reader;
  return page(c, {
    reader,
    path: "/docs/",
    title: words.docsTitle,
    body: html`
      <section class="site-section">
        <h1>${words.docsTitle}</h1>
        <p class="site-soft">${words.docsHint} <a href="/api/openapi.json">${words.docsFile}</a></p>
        <div id="api"></div>
      </section>
    `,
    styles: ["/docs/swagger-ui.css", "/site/docs.css"],
    scripts: ["/docs/swagger-ui-bundle.js", "/site/docs.js"],
  });
};
