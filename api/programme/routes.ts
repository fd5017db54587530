import type { Hono } from "hono";
import * as doors from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import * as own from "../../shared/programme/endpoints.ts";
import { findScan } from "../cards/show-scan.ts";
import { door, type Env } from "../http/door.ts";
import { acceptCase, listCases, removeCase, runCases, saveCase } from "./cases.ts";
import { checkProgramme } from "./check-programme.ts";
import { changeDraft, listDrafts, removeDraft, saveDraft, showDraft } from "./drafts.ts";
import { extendVersion, listExtensions } from "./extend-version.ts";
import { memberProgramme } from "./member-programme.ts";
import { nameParts } from "./name-parts.ts";
import { publishDraft, publishRules, republishVersion } from "./publish-rules.ts";
import { showProgramme } from "./show-programme.ts";
import { withdrawVersion } from "./withdraw-version.ts";
import { showTrialMember, tryCase } from "./try-case.ts";

export const programmeRoutes = (app: Hono<Env>): void => {
  door(app, doors.showProgramme, (desk, { query }) => showProgramme(desk, query.brandId));
  door(
    app,
    doors.showRuleNames,
    (desk, { query }) => nameParts(desk, query.brandId, query.products ?? ""),
  );
  door(app, doors.publishRules, (desk, { body, key }) => publishRules(desk, key, body));
  door(
    app,
    doors.republishVersion,
    (desk, { params, body, key }) => republishVersion(desk, key, params.rules, body),
  );
  door(
    app,
    doors.withdrawVersion,
    (desk, { params, body, key }) => withdrawVersion(desk, key, params.rules, body),
  );
  door(app, doors.checkProgramme, (desk, { body }) => checkProgramme(desk, body));
  door(
    app,
    doors.extendVersion,
    (desk, { params, body, key }) => extendVersion(desk, key, params.rules, body),
  );
  door(app, doors.listExtensions, (desk, { query }) => listExtensions(desk, query.brandId));
  memberRoutes(app);
  draftRoutes(app);
  caseRoutes(app);
};

const memberRoutes = (app: Hono<Env>): void => {
  door(app, own.showMyProgramme, (desk) => {
    const { brandId, memberId } = desk.actor;
    if (!brandId || !memberId) throw new Problem("not-found");
    return memberProgramme(desk, brandId, memberId);
  });
  door(app, own.showScanProgramme, async (desk, { params }) => {
    const scan = await findScan(desk, params.scan);
    return memberProgramme(desk, scan.brand_id, scan.id);
  });
};

const draftRoutes = (app: Hono<Env>): void => {
  door(app, doors.listDrafts, (desk, { query }) => listDrafts(desk, query.brandId));
  door(app, doors.showDraft, (desk, { params }) => showDraft(desk, params.draft));
  door(app, doors.saveDraft, (desk, { body, key }) => saveDraft(desk, key, body));
  door(app, doors.changeDraft, (desk, { params, body }) => changeDraft(desk, params.draft, body));
  door(app, doors.removeDraft, (desk, { params, body }) => removeDraft(desk, params.draft, body));
  door(
    app,
    doors.publishDraft,
    (desk, { params, body, key }) => publishDraft(desk, key, params.draft, body),
  );
};

const caseRoutes = (app: Hono<Env>): void => {
  door(app, doors.tryCase, (desk, { body }) => tryCase(desk, body));
  door(app, doors.showTrialMember, (desk, { params }) => showTrialMember(desk, params.member));
  door(app, doors.listCases, (desk, { query }) => listCases(desk, query.brandId));
  door(app, doors.saveCase, (desk, { body, key }) => saveCase(desk, key, body));
  door(app, doors.acceptCase, (desk, { params, body }) => acceptCase(desk, params.case, body));
  door(app, doors.removeCase, (desk, { params, body }) => removeCase(desk, params.case, body));
  door(app, doors.runCases, (desk, { body }) => runCases(desk, body));
};
