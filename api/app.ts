/** The map of the house: every room's doors, the steps before them and the answer after them. A new
 *  room adds its line here. @module */
import { Hono } from "hono";
import { approvalsRoutes } from "./approvals/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { cardsRoutes } from "./cards/routes.ts";
import { consoleRoutes } from "./console/routes.ts";
import { exportsRoutes } from "./exports/routes.ts";
import { giftsRoutes } from "./gifts/routes.ts";
import { goodsRoutes } from "./goods/routes.ts";
import { grantsRoutes } from "./grants/routes.ts";
import { surveysRoutes } from "./surveys/routes.ts";
import type { House } from "./desk.ts";
import { answerProblem } from "./http/answer-problem.ts";
import type { Env } from "./http/door.ts";
import { pushRoutes } from "./push/routes.ts";
import { offlineRoutes } from "./offline/routes.ts";
import { salesRoutes } from "./sales/routes.ts";
import { forwardUnsafe } from "./http/forward.ts";
import { requestSteps } from "./http/request-steps.ts";
import { membersRoutes } from "./members/routes.ts";
import { parametersRoutes } from "./parameters/routes.ts";
import { programmeRoutes } from "./programme/routes.ts";
import { nothingHere, siteRoutes } from "./site/routes.ts";
import { readinessRoutes } from "./readiness/routes.ts";
import { staffRoutes } from "./staff/routes.ts";
import { storesRoutes } from "./stores/routes.ts";
import { tagsRoutes } from "./tags/routes.ts";
import { terminalsRoutes } from "./terminals/routes.ts";
import { tiersRoutes } from "./tiers/routes.ts";
import { transfersRoutes } from "./transfers/routes.ts";
import { whatIfRoutes } from "./what-if/routes.ts";

/** Doors of every room. */
const rooms: ((app: Hono<Env>) => void)[] = [
  goodsRoutes,
  salesRoutes,
  membersRoutes,
  cardsRoutes,
  offlineRoutes,
  giftsRoutes,
  grantsRoutes,
  surveysRoutes,
  consoleRoutes,
  storesRoutes,
  terminalsRoutes,
  staffRoutes,
  programmeRoutes,
  whatIfRoutes,
  tiersRoutes,
  transfersRoutes,
  auditRoutes,
  approvalsRoutes,
  parametersRoutes,
  tagsRoutes,
  exportsRoutes,
  pushRoutes,
  readinessRoutes,
];

/** The whole API as one fetch. Needs no server: tests call `app.request(…)`. */
export const createApp = (house: House): Hono<Env> => {
  const app = new Hono<Env>();
  app.onError((error, c) => answerProblem(error, c));
  app.notFound(nothingHere);
  forwardUnsafe(app, house.settings);
  requestSteps(app, house);
  for (const room of rooms) room(app);
  siteRoutes(app, house);
  return app;
};
