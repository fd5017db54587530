/** Doors of the members room. @module */
import type { Hono } from "hono";
import {
  askMemberCode,
  changeMe,
  enrolByStaff,
  enrolMember,
  explainMyEntry,
  listBrands,
  listMyDevices,
  listMyHistory,
  listMyLots,
  revokeMyDevice,
  setMyPin,
  showMe,
  signInMember,
  signOutMember,
} from "../../shared/members/endpoints.ts";
import { clearSessionCookie, setSessionCookie } from "../access/session.ts";
import { door, type Env } from "../http/door.ts";
import { askCode } from "./ask-member-code.ts";
import { change } from "./change-me.ts";
import { enrolAtTill } from "./enrol-by-staff.ts";
import { enrol } from "./enrol-member.ts";
import { brands } from "./list-brands.ts";
import { devices, revoke, signOut } from "./my-devices.ts";
import { setNewPin } from "./set-my-pin.ts";
import { explainEntry, history, lots, show } from "./show-me.ts";
import { signIn } from "./sign-in-member.ts";

export const membersRoutes = (app: Hono<Env>): void => {
  door(app, listBrands, (desk) => brands(desk));
  door(app, askMemberCode, (desk, { body }) => askCode(desk, body));
  door(app, signInMember, async (desk, { body }, c) => {
    const { answer, token } = await signIn(desk, body);
    if (token) setSessionCookie(c, desk, "member", token);
    return answer;
  });
  door(app, enrolMember, async (desk, { body, key }, c) => {
    const { answer, token } = await enrol(desk, key, body);
    setSessionCookie(c, desk, "member", token);
    return answer;
  });
  door(app, showMe, (desk) => show(desk));
  door(app, listMyLots, (desk) => lots(desk));
  door(app, listMyHistory, (desk, { query }) => history(desk, query));
  door(app, explainMyEntry, (desk, { params }) => explainEntry(desk, params.journal));
  door(app, changeMe, (desk, { body }) => change(desk, body));
  door(app, setMyPin, (desk, { body }) => setNewPin(desk, body));
  door(app, listMyDevices, (desk) => devices(desk));
  door(app, revokeMyDevice, (desk, { params }) => revoke(desk, params.device));
  door(app, signOutMember, async (desk, _, c) => {
    const answer = await signOut(desk);
    clearSessionCookie(c, desk, "member");
    return answer;
  });
  door(app, enrolByStaff, (desk, { body, key }) => enrolAtTill(desk, key, body));
};
