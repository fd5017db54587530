/** The map of the house: every room's doors, the steps before them and the answer after them. A new
 *  room adds its line here. @module */
import { Hono } from "hono";
import { Problem } from "../shared/problems.ts";
import { goodsRoutes } from "./goods/routes.ts";
import type { House } from "./desk.ts";
import { answerProblem } from "./http/answer-problem.ts";
import type { Env } from "./http/door.ts";
import { salesRoutes } from "./sales/routes.ts";
import { requestSteps } from "./http/request-steps.ts";

/** Doors of every room. */
const rooms: ((app: Hono<Env>) => void)[] = [goodsRoutes, salesRoutes];

/** The whole API as one fetch. Needs no server: tests call `app.request(…)`. */
export const createApp = (house: House): Hono<Env> => {
  const app = new Hono<Env>();
  app.onError((error, c) => answerProblem(error, c));
  app.notFound((c) => answerProblem(new Problem("not-found"), c));
  requestSteps(app, house);
  for (const room of rooms) room(app);
  return app;
};
