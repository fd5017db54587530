/** Doors of the sale. @module */
import type { Hono } from "hono";
import * as doors from "../../shared/sales/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { findSales, showSale } from "./find-sales.ts";
import { quoteSale } from "./quote-sale.ts";
import { recordSale } from "./record-sale.ts";
import { returnSale } from "./return-sale.ts";
import { showSaleGround } from "./show-ground.ts";
import { whySale } from "./why-sale.ts";

export const salesRoutes = (app: Hono<Env>): void => {
  door(app, doors.quoteSale, (desk, { body }) => quoteSale(desk, body));
  door(app, doors.showSaleGround, (desk, { params }) => showSaleGround(desk, params.scan));
  door(app, doors.recordSale, (desk, { body, key }) => recordSale(desk, key, body));
  door(app, doors.findSales, (desk, { query }) => findSales(desk, query));
  door(app, doors.showSale, (desk, { params }) => showSale(desk, params.sale));
  door(app, doors.whySale, (desk, { params }) => whySale(desk, params.sale));
  door(
    app,
    doors.returnSale,
    (desk, { params, body, key }) => returnSale(desk, key, params.sale, body),
  );
};
