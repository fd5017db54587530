/** Doors of points that members pass on. @module */
import type { Hono } from "hono";
import * as office from "../../shared/console/transfer-doors.ts";
import { Problem } from "../../shared/problems.ts";
import * as doors from "../../shared/transfers/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { acceptTransfer, acceptTransferByCode } from "./accept-transfer.ts";
import { budgetOf } from "./budget-queries.ts";
import { giveBackByScan } from "./give-back.ts";
import { cancelTransfer, declineTransfer } from "./give-transfer-back.ts";
import { listMyTransfers } from "./list-my-transfers.ts";
import { sendPoints } from "./send-points.ts";
import { putTransferSettings, showTransferSettings } from "./settings.ts";
import { listBudgetMoves, listBudgets, setBudget } from "./store-budget.ts";
import { topUpByScan, topUpMember } from "./top-up.ts";

export const transfersRoutes = (app: Hono<Env>): void => {
  door(app, doors.listMyTransfers, (desk) => listMyTransfers(desk));
  door(app, doors.sendPoints, (desk, { body, key }) => sendPoints(desk, key, body));
  door(
    app,
    doors.acceptTransferByCode,
    (desk, { body, key }) => acceptTransferByCode(desk, key, body.code),
  );
  door(
    app,
    doors.acceptTransfer,
    (desk, { params, key }) => acceptTransfer(desk, key, params.transfer),
  );
  door(
    app,
    doors.declineTransfer,
    (desk, { params, key }) => declineTransfer(desk, key, params.transfer),
  );
  door(
    app,
    doors.cancelTransfer,
    (desk, { params, key }) => cancelTransfer(desk, key, params.transfer),
  );
  door(app, doors.showStoreBudget, async (desk) => {
    const [budget] = await desk.db.read(budgetOf, [desk.actor.storeId ?? ""]);
    if (!budget) throw new Problem("not-found");
    return { remaining: budget.remaining };
  });
  door(
    app,
    doors.topUpByScan,
    (desk, { params, body, key }) => topUpByScan(desk, key, params.scan, body),
  );
  door(
    app,
    doors.giveBackByScan,
    (desk, { params, body, key }) => giveBackByScan(desk, key, params.scan, body),
  );
  officeRoutes(app);
};

const officeRoutes = (app: Hono<Env>): void => {
  door(
    app,
    office.showTransferSettings,
    (desk, { query }) => showTransferSettings(desk, query.brandId),
  );
  door(app, office.putTransferSettings, (desk, { body }) => putTransferSettings(desk, body));
  door(app, office.listBudgets, (desk) => listBudgets(desk));
  door(
    app,
    office.listBudgetMoves,
    (desk, { params, query }) => listBudgetMoves(desk, params.store, query.before),
  );
  door(
    app,
    office.setBudget,
    (desk, { params, body, key }) => setBudget(desk, key, params.store, body),
  );
  door(
    app,
    office.topUpMember,
    (desk, { params, body, key }) => topUpMember(desk, key, params.member, body),
  );
};
