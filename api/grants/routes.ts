/** Doors of the grants room. @module */
import type { Hono } from "hono";
import {
  checkIn,
  claimProfileGrant,
  listBirthdays,
  openReferral,
  openShare,
  shareItem,
  showEarn,
  showReferral,
} from "../../shared/grants/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { checkInToday } from "./check-in.ts";
import { claimForProfile } from "./claim-profile-grant.ts";
import { birthdaysAhead } from "./list-birthdays.ts";
import { openOwnReferral, showInvitation } from "./open-referral.ts";
import { openLink } from "./open-share.ts";
import { share } from "./share-item.ts";
import { showWaysToEarn } from "./show-earn.ts";

export const grantsRoutes = (app: Hono<Env>): void => {
  door(app, showEarn, (desk) => showWaysToEarn(desk));
  door(app, listBirthdays, (desk, { query }) => birthdaysAhead(desk, query));
  door(app, checkIn, (desk, { key }) => checkInToday(desk, key));
  door(app, claimProfileGrant, (desk, { key }) => claimForProfile(desk, key));
  door(app, openReferral, (desk, { body }) => openOwnReferral(desk, body));
  door(app, showReferral, (desk, { params }) => showInvitation(desk, params.code));
  door(app, shareItem, (desk, { body }) => share(desk, body));
  door(app, openShare, (desk, { params, body }) => openLink(desk, params.code, body));
};
