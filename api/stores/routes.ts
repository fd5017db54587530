import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { addBrand } from "./add-brand.ts";
import { addStore } from "./add-store.ts";
import { changeStore } from "./change-store.ts";
import { listPlaces } from "./list-places.ts";

export const storesRoutes = (app: Hono<Env>): void => {
  door(app, doors.listPlaces, (desk) => listPlaces(desk));
  door(app, doors.addBrand, (desk, { body, key }) => addBrand(desk, key, body));
  door(app, doors.addStore, (desk, { body, key }) => addStore(desk, key, body));
  door(app, doors.changeStore, (desk, { params, body }) => changeStore(desk, params.store, body));
};
