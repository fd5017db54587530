/** Browsers tell here what the content security policy stopped: each is a mistake of ours or an
 *  attack. @module */
import type { Hono } from "hono";
import { Problem } from "../../shared/problems.ts";
import type { House } from "../desk.ts";
import { readBody } from "./body.ts";
import type { Env } from "./door.ts";

const keptMax = 50;
const bytesMax = 8 * 1024;
/** Reports logged per minute and process: a browser can send as many as it likes. */
const loggedMax = 20;

/** Opens the door for reports; in the demo the last ones can be read, for the browser tests. */
export const cspReports = (app: Hono<Env>, house: House): void => {
  const kept: unknown[] = [];
  let count = 0;
  let logged = { minute: 0, times: 0 };

  app.post("/api/csp-reports", async (c) => {
    const text = await readBody(c.req.raw, bytesMax);
    count++;
    if (house.settings.demo) {
      kept.push(text);
      if (kept.length > keptMax) kept.shift();
    }
    const minute = Math.floor(house.clock() / 60_000);
    if (logged.minute !== minute) logged = { minute, times: 0 };
    if (logged.times++ < loggedMax) {
      console.warn(JSON.stringify({ level: "warn", what: "csp-report", count, report: text }));
    }
    return c.body(null, 204);
  });

  app.get("/api/csp-reports", (c) => {
    if (!house.settings.demo) throw new Problem("not-found");
    return c.json({ count, reports: kept });
  });
};
