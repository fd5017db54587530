/** Door of readiness. @module */
import type { Hono } from "hono";
import { showReadiness as showReadinessDoor } from "../../shared/readiness/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { showReadiness } from "./show-readiness.ts";

export const readinessRoutes = (app: Hono<Env>): void => {
  door(app, showReadinessDoor, (desk) => showReadiness(desk));
};
