import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { decideApproval, withdrawApproval } from "./decide-approval.ts";
import { countApprovals, listApprovals } from "./list-approvals.ts";

export const approvalsRoutes = (app: Hono<Env>): void => {
  door(app, doors.listApprovals, (desk, { query }) => listApprovals(desk, query));
  door(app, doors.countApprovals, (desk) => countApprovals(desk));
  door(
    app,
    doors.decideApproval,
    (desk, { params, body, key }) => decideApproval(desk, key, params.approval, body),
  );
  door(
    app,
    doors.withdrawApproval,
    (desk, { params }) => withdrawApproval(desk, params.approval),
  );
};
