/** Doors of the members room. @module */
import type { Hono } from "hono";
import {
  askMemberCode,
  enrolMember,
  explainMyEntry,
  listBrands,
  listMyHistory,
  listMyLots,
  showMe,
  signInMember,
} from "../../shared/members/endpoints.ts";
import { setSessionCookie } from "../access/session.ts";
import { door, type Env } from "../http/door.ts";
import { askCode } from "./ask-member-code.ts";
import { enrol } from "./enrol-member.ts";
import { brands } from "./list-brands.ts";
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
};
