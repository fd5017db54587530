import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { nameParts } from "./name-parts.ts";
import { publishRules } from "./publish-rules.ts";
import { showProgramme } from "./show-programme.ts";

export const programmeRoutes = (app: Hono<Env>): void => {
  door(app, doors.showProgramme, (desk, { query }) => showProgramme(desk, query.brandId));
  door(app, doors.publishRules, (desk, { body, key }) => publishRules(desk, key, body));
  door(
    app,
    doors.showRuleNames,
    (desk, { query }) => nameParts(desk, query.brandId, query.products ?? ""),
  );
};
