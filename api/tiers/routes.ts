/** Doors of the tiers room. @module */
import type { Hono } from "hono";
import * as office from "../../shared/console/tier-doors.ts";
import { Problem } from "../../shared/problems.ts";
import * as doors from "../../shared/tiers/endpoints.ts";
import { findScan } from "../cards/show-scan.ts";
import { door, type Env } from "../http/door.ts";
import { buyMyTier, buyTierByScan } from "./buy-tier.ts";
import {
  addMemberCategory,
  changeMemberCategory,
  listMemberCategories,
  setMemberCategory,
  showMemberTier,
} from "./member-categories.ts";
import { putTiers } from "./put-tiers.ts";
import { ladderOf } from "./show-ladder.ts";
import { showTiers } from "./show-tiers.ts";

export const tiersRoutes = (app: Hono<Env>): void => {
  door(app, doors.listMyTiers, (desk) => {
    const { brandId, memberId } = desk.actor;
    if (!brandId || !memberId) throw new Problem("not-found");
    return ladderOf(desk, brandId, memberId);
  });
  door(app, doors.buyMyTier, (desk, { body, key }) => buyMyTier(desk, key, body));
  door(app, doors.listScanTiers, async (desk, { params }) => {
    const scan = await findScan(desk, params.scan);
    return ladderOf(desk, scan.brand_id, scan.id);
  });
  door(
    app,
    doors.buyTierByScan,
    (desk, { params, body, key }) => buyTierByScan(desk, key, params.scan, body),
  );
  door(app, office.showTiers, (desk, { query }) => showTiers(desk, query.brandId));
  door(app, office.putTiers, (desk, { body }) => putTiers(desk, body));
  door(app, office.listMemberCategories, (desk) => listMemberCategories(desk));
  door(
    app,
    office.addMemberCategory,
    (desk, { body, key }) => addMemberCategory(desk, key, body),
  );
  door(
    app,
    office.changeMemberCategory,
    (desk, { params, body }) => changeMemberCategory(desk, params.category, body),
  );
  door(
    app,
    office.setMemberCategory,
    (desk, { params, body }) => setMemberCategory(desk, params.member, body),
  );
  door(app, office.showMemberTier, (desk, { params }) => showMemberTier(desk, params.member));
};
