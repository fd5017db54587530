/** Doors of the gifts: the wall, the claims, and the console's shelf. @module */
import type { Hono } from "hono";
import * as consoleDoors from "../../shared/console/endpoints.ts";
import * as doors from "../../shared/gifts/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { addGift } from "./add-gift.ts";
import { cancelClaim, cancelMyClaim } from "./cancel-claim.ts";
import { changeGift } from "./change-gift.ts";
import { claimGift } from "./claim-gift.ts";
import { claimMyGift } from "./claim-my-gift.ts";
import { findClaim, listMyClaims } from "./find-claim.ts";
import { handOverClaim } from "./hand-over-claim.ts";
import { listConsoleGifts } from "./list-console-gifts.ts";
import { listGifts, listMyGifts } from "./list-gifts.ts";
import { listGiftOrders } from "./list-gift-orders.ts";
import { moveGiftStock } from "./move-gift-stock.ts";
import { putGiftShelves } from "./put-gift-shelves.ts";
import { lastAddress, myOrderAddress, revealGiftOrder } from "./show-address.ts";
import { receiveMyOrder, stepGiftOrder } from "./step-gift-order.ts";

export const giftsRoutes = (app: Hono<Env>): void => {
  door(app, doors.listGifts, (desk, { query }) => listGifts(desk, query));
  door(app, doors.claimGift, (desk, { body, key }) => claimGift(desk, key, body));
  door(app, doors.findClaim, (desk, { body }) => findClaim(desk, body));
  door(
    app,
    doors.handOverClaim,
    (desk, { params, body, key }) => handOverClaim(desk, key, params.claim, body),
  );
  door(app, doors.cancelClaim, (desk, { params, key }) => cancelClaim(desk, key, params.claim));
  door(app, doors.listMyGifts, (desk, { query }) => listMyGifts(desk, query));
  door(app, doors.listMyClaims, (desk) => listMyClaims(desk));
  door(app, doors.claimMyGift, (desk, { body, key }) => claimMyGift(desk, key, body));
  door(app, doors.cancelMyClaim, (desk, { params, key }) => cancelMyClaim(desk, key, params.claim));
  door(app, consoleDoors.listConsoleGifts, (desk) => listConsoleGifts(desk));
  door(app, consoleDoors.addGift, (desk, { body, key }) => addGift(desk, key, body));
  door(
    app,
    consoleDoors.changeGift,
    (desk, { params, body }) => changeGift(desk, params.gift, body),
  );
  door(
    app,
    consoleDoors.moveGiftStock,
    (desk, { params, body, key }) => moveGiftStock(desk, key, params.gift, body),
  );
  orderRoutes(app);
};

/** Doors of what is sent home, and of the shelves. */
const orderRoutes = (app: Hono<Env>): void => {
  door(app, doors.showMyAddress, (desk) => lastAddress(desk));
  door(app, doors.showMyOrder, (desk, { params }) => myOrderAddress(desk, params.claim));
  door(
    app,
    doors.receiveMyOrder,
    (desk, { params, key }) => receiveMyOrder(desk, key, params.claim),
  );
  door(app, consoleDoors.putGiftShelves, (desk, { body }) => putGiftShelves(desk, body));
  door(app, consoleDoors.listGiftOrders, (desk, { query }) => listGiftOrders(desk, query));
  door(
    app,
    consoleDoors.stepGiftOrder,
    (desk, { params, body, key }) => stepGiftOrder(desk, key, params.claim, body),
  );
  door(
    app,
    consoleDoors.revealGiftOrder,
    (desk, { params, body }) => revealGiftOrder(desk, params.claim, body.reason),
  );
};
