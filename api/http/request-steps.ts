/** What every request goes through before its door: headers, an id, the body within its limit, where
 *  it comes from, and who asks. @module */
import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { makeId } from "../../shared/ids.ts";
import { identify } from "../access/identify.ts";
import { type House, openDesk } from "../desk.ts";
import { addressOf } from "./address.ts";
import { bodyLimit, readBody } from "./body.ts";
import { cspReports } from "./csp-reports.ts";
import type { Env } from "./door.ts";
import { checkOrigin } from "./origin.ts";
import { awaitBody, recogniseCaller } from "./overload.ts";
import { securityHeaders } from "./security-headers.ts";

/** Mounts the steps; call it before any door. */
export const requestSteps = (app: Hono<Env>, house: House): void => {
  app.use("*", securityHeaders(house.settings));
  app.use("/api/*", async (c, next) => {
    const requestId = makeId("session", house.clock(), house.chance(12)).slice(4);
    c.set("requestId", requestId);
    c.header("jifu-request", requestId);
    // A terminal or phone whose clock is wrong learns the time from any answer, a refusal too.
    c.header("jifu-time", String(house.clock()));
    await next();
  });
  cspReports(app, house);
  app.use("/api/*", async (c, next) => {
    await openRequest(c, house);
    await next();
  });
};

const openRequest = async (c: Context<Env>, house: House): Promise<void> => {
  const { settings } = house;
  const now = house.clock();
  const url = new URL(c.req.url);
  const method = c.req.method;
  const header = (name: string) => c.req.header(name);
  checkOrigin(method, header, settings);
  const body = method === "GET" || method === "HEAD"
    ? ""
    : await awaitBody(c.req.raw, () => readBody(c.req.raw, bodyLimit(method, url.pathname)));
  c.set("bodyText", body);
  const cookies = getCookie(c);
  const actor = await identify(house, {
    method,
    pathWithQuery: url.pathname + url.search,
    body,
    now,
    header,
    cookie: (name) => cookies[name],
  });
  if (actor.role !== "nobody") recogniseCaller(c.req.raw);
  c.set(
    "desk",
    openDesk(house, actor, {
      now,
      requestId: c.get("requestId"),
      seen: Number(header("jifu-level") ?? 0) || 0,
      address: addressOf(c.env, header("x-forwarded-for"), settings.trustProxy),
      language: header("accept-language")?.startsWith("en") ? "en" : "zh-CN",
    }),
  );
};
