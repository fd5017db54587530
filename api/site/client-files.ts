/** The three built clients, each under its own path: files as they are, every other address of the
 *  client its one page. @module */
import { fileURLToPath } from "node:url";
import { html } from "hono/html";
import type { Context, Hono } from "hono";
import type { Env } from "../http/door.ts";
import { page, readerOf } from "./page.ts";
import { answerFile } from "./static-files.ts";

/** Paths that the clients are served under. */
export const clientPaths = ["card", "kiosk", "console"] as const;

const home = fileURLToPath(new URL("../../", import.meta.url));

const notBuilt = (c: Context<Env>): Promise<Response> => {
  const reader = readerOf(c);
  return page(c, {
    reader,
    path: new URL(c.req.url).pathname,
    title: reader.words.notBuilt,
    body: html`
      <section class="site-section">
        <h1>${reader.words.notBuilt}</h1>
        <p class="site-soft">${reader.words.notBuiltHint}</p>
      </section>
    `,
  }, 503);
};

const answerClient = async (c: Context<Env>, name: string): Promise<Response> => {
  const folder = `${home}dist/${name}`;
  const below = new URL(c.req.url).pathname.slice(name.length + 2);
  const asFile = below === "" ? null : await answerFile(c.req.raw, folder, below);
  if (asFile) return asFile;
  // A missing file stays missing; only addresses of screens answer with the page.
  if (/\.\w+$/.test(below)) return c.notFound();
  return await answerFile(c.req.raw, folder, "index.html") ?? await notBuilt(c);
};

export const clientFiles = (app: Hono<Env>): void => {
  for (const name of clientPaths) {
    app.get(`/${name}`, (c) => c.redirect(`/${name}/${new URL(c.req.url).search}`, 308));
    app.get(`/${name}/*`, (c) => answerClient(c, name));
  }
};
