/** Doors of the goods. @module */
import type { Hono } from "hono";
import * as doors from "../../shared/goods/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { listGoods } from "./list-goods.ts";
import { putCategories, putProducts } from "./put-goods.ts";

export const goodsRoutes = (app: Hono<Env>): void => {
  door(app, doors.listGoods, (desk, { query }) => listGoods(desk, query));
  door(app, doors.putCategories, (desk, { body }) => putCategories(desk, body));
  door(app, doors.putProducts, (desk, { body }) => putProducts(desk, body));
};
