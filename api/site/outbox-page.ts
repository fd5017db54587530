/** /outbox: what the demo has sent, live. The list itself comes from the outbox's own door; the
 *  script only draws it. @module */
import { html } from "hono/html";
import type { Context } from "hono";
import type { Env } from "../http/door.ts";
import { page, readerOf } from "./page.ts";

/** @param withCode show the console's one-time code too */
export const outboxPage = (c: Context<Env>, withCode: boolean) => {
  const reader = readerOf(c);
  const { words } = reader;
  const said = JSON.stringify({
    channels: words.channels,
    states: words.states,
    to: words.to,
    empty: words.outboxEmpty,
    lost: words.outboxLost,
  });
  return page(c, {
    reader,
    path: "/outbox",
    title: words.outboxTitle,
    body: html`<section class="site-section">
<h1>${words.outboxTitle}</h1>
<p class="site-soft">${words.outboxHint}</p>
${
      withCode
        ? html`<h2 class="totp-title">${words.totpTitle}</h2>
<p class="site-soft">${words.totpHint}</p>
<p class="totp" id="code" aria-live="polite"></p>`
        : ""
    }
<p class="outbox-lost" id="lost" role="status"></p>
<div class="outbox" id="messages" data-words="${said}"></div>
</section>`,
    styles: ["/site/outbox.css"],
    scripts: ["/site/outbox.js"],
  });
};
