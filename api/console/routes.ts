import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { adjustPoints } from "./adjust-points.ts";
import { changeMember } from "./change-member.ts";
import { changeMemberPhone } from "./change-member-phone.ts";
import { changeMemberState } from "./change-member-state.ts";
import { changeOwnPassword } from "./change-own-password.ts";
import { leave } from "./enter.ts";
import { keepPasskey, startPasskey } from "./keep-passkey.ts";
import { showMe } from "./me.ts";
import { explainMemberEntry, revealPhone, showMember, showMemberHistory } from "./member-page.ts";
import { showMemberRecord } from "./show-member-record.ts";
import { searchMembers } from "./search-members.ts";
import { showOverview } from "./show-overview.ts";
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
  door(app, doors.showOverview, (desk) => showOverview(desk));
  door(app, doors.searchMembers, (desk, { body }) => searchMembers(desk, body));
  door(app, doors.showMember, (desk, { params }) => showMember(desk, params.member));
  door(
    app,
    doors.showMemberHistory,
    (desk, { params, query }) => showMemberHistory(desk, params.member, query),
  );
  door(
    app,
    doors.explainMemberEntry,
    (desk, { params }) => explainMemberEntry(desk, params.member, params.journal),
  );
  door(
    app,
    doors.showMemberRecord,
    (desk, { params }) => showMemberRecord(desk, params.member),
  );
  door(
    app,
    doors.changeMember,
    (desk, { params, body }) => changeMember(desk, params.member, body),
  );
  door(app, doors.changeOwnPassword, (desk, { body }, c) => changeOwnPassword(desk, body, c));
  door(
    app,
    doors.revealPhone,
    (desk, { params, body }) => revealPhone(desk, params.member, body.reason),
  );
  door(
    app,
    doors.changeMemberPhone,
    (desk, { params, body }) => changeMemberPhone(desk, params.member, body),
  );
  door(
    app,
    doors.changeMemberState,
    (desk, { params, body }) => changeMemberState(desk, params.member, body),
  );
  door(
    app,
    doors.adjustPoints,
    (desk, { params, body, key }) => adjustPoints(desk, key, params.member, body),
  );
};
