import type { Hono } from "hono";
import { listAudit as auditDoor } from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { listAudit } from "./list-audit.ts";

export const auditRoutes = (app: Hono<Env>): void => {
  door(app, auditDoor, (desk, { query }) => listAudit(desk, query));
};
