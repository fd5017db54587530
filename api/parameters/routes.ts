import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { changeParameters, showParameters } from "./change-parameters.ts";

export const parametersRoutes = (app: Hono<Env>): void => {
  door(app, doors.showParameters, (desk, { query }) => showParameters(desk, query.brandId));
  door(app, doors.changeParameters, (desk, { body }) => changeParameters(desk, body));
};
