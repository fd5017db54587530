import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { leave } from "./enter.ts";
import { keepPasskey, startPasskey } from "./keep-passkey.ts";
import { showMe } from "./me.ts";
import { signInConsole } from "./sign-in-console.ts";
import { offerPasskey, signInPasskey } from "./sign-in-passkey.ts";

export const consoleRoutes = (app: Hono<Env>): void => {
  door(app, doors.signInConsole, (desk, { body }, c) => signInConsole(desk, body, c));
  door(app, doors.offerPasskey, (desk, _, c) => offerPasskey(desk, c));
  door(app, doors.signInPasskey, (desk, { body }, c) => signInPasskey(desk, body, c));
  door(app, doors.startPasskey, (desk, _, c) => startPasskey(desk, c));
  door(app, doors.keepPasskey, (desk, { body }, c) => keepPasskey(desk, body, c));
  door(app, doors.signOutConsole, (desk, _, c) => leave(desk, c));
  door(app, doors.showConsoleMe, (desk) => showMe(desk));
};
