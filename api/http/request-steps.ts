/** What every request goes through before its door: an id, its body, who asks. @module */
import type { Hono } from "hono";
import { makeId } from "../../shared/ids.ts";
import { type House, nobody, openDesk } from "../desk.ts";
import type { Env } from "./door.ts";

export const requestSteps = (app: Hono<Env>, house: House): void => {
  app.use("/api/*", async (c, next) => {
    const now = house.clock();
    const requestId = makeId("session", now, house.chance(12)).slice(4);
    c.set("requestId", requestId);
    c.header("jifu-request", requestId);
    c.set("bodyText", c.req.method === "GET" ? "" : await c.req.text());
    const seen = Number(c.req.header("jifu-level") ?? 0) || 0;
    c.set("desk", openDesk(house, nobody, { now, requestId, seen }));
    await next();
  });
};
