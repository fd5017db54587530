/** Doors of the cards room. @module */
import type { Hono } from "hono";
import {
  allowSpending,
  askScanCode,
  endScan,
  enrolEcard,
  explainScanEntry,
  issueCard,
  openScan,
  showScanAccount,
} from "../../shared/cards/endpoints.ts";
import { door, type Env } from "../http/door.ts";
import { allow, askCode } from "./allow-spending.ts";
import { end } from "./end-scan.ts";
import { enrol } from "./enrol-ecard.ts";
import { issue } from "./issue-card.ts";
import { open } from "./open-scan.ts";
import { account, explainEntry } from "./show-scan.ts";

export const cardsRoutes = (app: Hono<Env>): void => {
  door(app, enrolEcard, (desk, { body }) => enrol(desk, body));
  door(app, openScan, (desk, { body }) => open(desk, body));
  door(app, askScanCode, (desk, { params }) => askCode(desk, params.scan));
  door(app, allowSpending, (desk, { params, body }) => allow(desk, params.scan, body));
  door(app, endScan, (desk, { params }) => end(desk, params.scan));
  door(app, showScanAccount, (desk, { params }) => account(desk, params.scan));
  door(
    app,
    explainScanEntry,
    (desk, { params }) => explainEntry(desk, params.scan, params.journal),
  );
  door(app, issueCard, (desk, { params, key }) => issue(desk, key, params.member));
};
