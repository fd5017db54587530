import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { addStaff } from "./add-staff.ts";
import { changeStaffGrants } from "./change-staff-grants.ts";
import { changeStaffState } from "./change-staff-state.ts";
import { addKey, listKeys, revokeKey } from "./keys.ts";
import { listStaff } from "./list-staff.ts";
import { listRoles } from "./list-roles.ts";
import { addRole, changeRole, retireRole } from "./roles.ts";
import { resetStaffSignIn } from "./reset-staff-sign-in.ts";
import { setStaffPin } from "./set-staff-pin.ts";

export const staffRoutes = (app: Hono<Env>): void => {
  door(app, doors.listStaff, (desk) => listStaff(desk));
  door(app, doors.addStaff, (desk, { body, key }) => addStaff(desk, key, body));
  door(
    app,
    doors.setStaffPin,
    (desk, { params, body }) => setStaffPin(desk, params.staff, body.pin),
  );
  door(
    app,
    doors.changeStaffState,
    (desk, { params, body }) => changeStaffState(desk, params.staff, body.state),
  );
  door(
    app,
    doors.changeStaffGrants,
    (desk, { params, body }) => changeStaffGrants(desk, params.staff, body.grants),
  );
  door(
    app,
    doors.resetStaffSignIn,
    (desk, { params, body, key }) => resetStaffSignIn(desk, key, params.staff, body.password),
  );
  door(app, doors.listKeys, (desk) => listKeys(desk));
  door(app, doors.addKey, (desk, { body, key }) => addKey(desk, key, body));
  door(app, doors.listRoles, (desk) => listRoles(desk));
  door(app, doors.addRole, (desk, { body, key }) => addRole(desk, key, body));
  door(
    app,
    doors.changeRole,
    (desk, { params, body }) => changeRole(desk, params.role, body),
  );
  door(app, doors.retireRole, (desk, { params }) => retireRole(desk, params.role));
  door(app, doors.revokeKey, (desk, { params }) => revokeKey(desk, params.key));
};
