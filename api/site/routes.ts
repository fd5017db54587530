/** Everything that is not the API itself: the clients, the front page, pictures, pages about
 *  refusals, the API description, and in the demo the outbox. @module */
import { fileURLToPath } from "node:url";
import { html } from "hono/html";
import type { Context, Hono } from "hono";
import { Problem } from "../../shared/problems.ts";
import { demoSheet, demoTotp } from "../demo/demo-sheet.ts";
import type { House } from "../desk.ts";
import { answerProblem } from "../http/answer-problem.ts";
import type { Env } from "../http/door.ts";
import { methodsAt } from "../http/wrong-method.ts";
import { clientFiles } from "./client-files.ts";
import { docsPage, swaggerFiles } from "./docs-page.ts";
import { frontPage } from "./front-page.ts";
import { openApi } from "./openapi.ts";
import { outboxPage } from "./outbox-page.ts";
import { page, readerOf } from "./page.ts";
import { problemList, problemPage } from "./problem-pages.ts";
import { answerFile } from "./static-files.ts";

const home = fileURLToPath(new URL("../../", import.meta.url));
const folders = {
  site: `${home}api/site/assets`,
  pictures: `${home}shared/ui/pictures`,
  tokens: `${home}shared/ui/style`,
  swagger: `${home}node_modules/swagger-ui-dist`,
};

/** What stands where nothing is: a page for people, a problem for programs. */
export const nothingHere = (c: Context<Env>): Response | Promise<Response> => {
  const forPeople = c.req.method === "GET" && !c.req.path.startsWith("/api/") &&
    (c.req.header("accept") ?? "").includes("text/html");
  if (!forPeople) {
    const allowed = methodsAt(c.req.path);
    if (allowed.length === 0) return answerProblem(new Problem("not-found"), c);
    c.header("allow", allowed.join(", "));
    return answerProblem(new Problem("method-refused"), c);
  }
  const reader = readerOf(c);
  const { words, to } = reader;
  return page(c, {
    reader,
    path: "/",
    title: words.notFound,
    body: html`
      <section class="site-section">
        <h1>${words.notFound}</h1>
        <p class="site-soft">${words.notFoundHint} <a href="${to("/")}">${words.home}</a></p>
      </section>
    `,
  }, 404);
};

const fileOr404 = async (c: Context<Env>, folder: string, below: string): Promise<Response> =>
  await answerFile(c.req.raw, folder, below) ?? await c.notFound();

const ownFiles = (app: Hono<Env>): void => {
  app.get("/site/tokens.css", (c) => fileOr404(c, folders.tokens, "tokens.css"));
  app.get("/site/:file", (c) => fileOr404(c, folders.site, c.req.param("file")));
  app.get("/pictures/:file", (c) => fileOr404(c, folders.pictures, c.req.param("file")));
  app.get("/favicon.ico", (c) => c.redirect("/site/seal.svg", 301));
  app.get("/docs/:file", (c) => {
    const file = c.req.param("file");
    return swaggerFiles.includes(file) ? fileOr404(c, folders.swagger, file) : c.notFound();
  });
};

const outbox = (app: Hono<Env>, house: House): void => {
  if (!house.settings.demo) return;
  app.get("/outbox", async (c) => outboxPage(c, await demoSheet(house) !== null));
  app.get("/outbox/code", async (c) => {
    if (await demoSheet(house) === null) return nothingHere(c);
    return c.json({ code: demoTotp(house.clock()) }, 200, { "cache-control": "no-store" });
  });
};

export const siteRoutes = (app: Hono<Env>, house: House): void => {
  ownFiles(app);
  clientFiles(app);
  outbox(app, house);
  app.get("/", async (c) => {
    const { demo } = house.settings;
    return frontPage(c, demo, demo ? await demoSheet(house) : null);
  });
  app.get("/problems", (c) => c.redirect("/problems/", 308));
  app.get("/problems/", problemList);
  app.get("/problems/:code", (c) => problemPage(c, c.req.param("code")) ?? nothingHere(c));
  app.get("/docs", (c) => c.redirect("/docs/", 308));
  app.get("/docs/", docsPage);
  app.get("/api/openapi.json", (c) => c.json(openApi(), 200, { "cache-control": "no-cache" }));
};
