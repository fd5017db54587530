import type { Hono } from "hono";
import * as doors from "../../shared/console/what-if-doors.ts";
import { door, type Env } from "../http/door.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { startWhatIf } from "./start-what-if.ts";
import { cancelWhatIf, followWhatIf, listWhatIfs, showWhatIf } from "./what-ifs.ts";

export const whatIfRoutes = (app: Hono<Env>): void => {
  door(app, doors.startWhatIf, (desk, { body, key }) => startWhatIf(desk, key, body));
  door(app, doors.listWhatIfs, (desk, { query }) => listWhatIfs(desk, query.brandId));
  door(app, doors.followWhatIf, (desk, { params }) => followWhatIf(desk, params.run));
  door(app, doors.showWhatIf, (desk, { params }) => showWhatIf(desk, params.run));
  door(app, doors.cancelWhatIf, (desk, { params }) => cancelWhatIf(desk, params.run));
  door(app, doors.evaluatePlan, (desk, { query }) => evaluatePlan(desk, query.brandId));
};
