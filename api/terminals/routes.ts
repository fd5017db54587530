import type { Hono } from "hono";
import * as console from "../../shared/console/endpoints.ts";
import * as doors from "../../shared/terminals/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { approvePairing, findPairing } from "./approve-pairing.ts";
import { followPairing } from "./follow-pairing.ts";
import { listTerminals } from "./list-terminals.ts";
import { revokeTerminal } from "./revoke-terminal.ts";
import { showTerminal } from "./show-terminal.ts";
import { signInStaff, signOutStaff } from "./sign-in-staff.ts";
import { startPairing } from "./start-pairing.ts";

export const terminalsRoutes = (app: Hono<Env>): void => {
  door(app, doors.startPairing, (desk, { body }) => startPairing(desk, body));
  door(
    app,
    doors.followPairing,
    (desk, { params, body }) => followPairing(desk, params.pairing, body.secret),
  );
  door(app, doors.showTerminal, (desk) => showTerminal(desk));
  door(app, doors.signInStaff, (desk, { body }, c) => signInStaff(desk, body, c));
  door(app, doors.signOutStaff, (desk, _, c) => signOutStaff(desk, c));
  door(app, console.findPairing, (desk, { body }) => findPairing(desk, body.code));
  door(
    app,
    console.approvePairing,
    (desk, { params, body }) => approvePairing(desk, params.pairing, body),
  );
  door(app, console.listTerminals, (desk) => listTerminals(desk));
  door(app, console.revokeTerminal, (desk, { params }) => revokeTerminal(desk, params.terminal));
};
