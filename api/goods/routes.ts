/** Doors of the goods. @module */
import type { Hono } from "hono";
import {
  changeProduct as changeDoor,
  listConsoleGoods as listDoor,
} from "../../shared/console/endpoints.ts";
import * as doors from "../../shared/goods/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { changeProduct } from "./change-product.ts";
import { listConsoleGoods, listGoods } from "./list-goods.ts";
import { putCategories, putProducts } from "./put-goods.ts";

export const goodsRoutes = (app: Hono<Env>): void => {
  door(app, doors.listGoods, (desk, { query }) => listGoods(desk, query));
  door(app, doors.putCategories, (desk, { body }) => putCategories(desk, body));
  door(app, doors.putProducts, (desk, { body }) => putProducts(desk, body));
  door(app, listDoor, (desk, { query }) => listConsoleGoods(desk, query));
  door(app, changeDoor, (desk, { params, body }) => changeProduct(desk, params.product, body));
};
