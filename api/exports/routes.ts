import type { Hono } from "hono";
import { exportList as exportDoor } from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { exportList } from "./export-list.ts";

export const exportsRoutes = (app: Hono<Env>): void => {
  door(app, exportDoor, (desk, { body }) => exportList(desk, body));
};
