/** What runs when a second person says yes, by kind. A room adds its line here; its function reads
 *  and decides but writes nothing itself: its rows go into one batch with the decision, so it takes
 *  effect once or not at all. Refusals (points short, changed meanwhile) leave the request waiting.
 *  @module */
import type { ApprovalKind } from "../../shared/approvals/approval.ts";
import { adjustmentEffect, carryOutAdjustment } from "../console/book-adjustment.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { approvedExtension } from "../programme/approved-extension.ts";
import { approvedPublication } from "../programme/publish-approved.ts";
import { approvedWithdrawal } from "../programme/withdrawal.ts";
import { approvedSurvey } from "../surveys/approved-survey.ts";
import { approvedBudget } from "../transfers/approved-budget.ts";
import type { ApprovalFound } from "./queries.ts";

export type Outcome = { writes: Write[]; touches: readonly string[] };

export type Approvable = {
  /** The rows of what was asked, at the desk of the second person.
   *  @throws Problem whatever stands against it now */
  carryOut: (desk: Desk, approval: ApprovalFound) => Promise<Outcome>;
  /** What would happen now, told to who decides; null: it cannot happen any more. */
  effect: (desk: Desk, approval: ApprovalFound) => Promise<Record<string, unknown> | null>;
  /** After it is written: wake a phone, forget what is kept. */
  after?: (desk: Desk, approval: ApprovalFound) => void;
};

export const approvables: Partial<Record<ApprovalKind, Approvable>> = {
  "points.adjust": {
    carryOut: carryOutAdjustment,
    effect: adjustmentEffect,
    after: (desk, { subject }) => desk.nudge(subject),
  },
  "budget.set": approvedBudget,
  "survey.publish": approvedSurvey,
  "rules.publish": approvedPublication,
  "rules.withdraw": approvedWithdrawal,
  "validity.extend": approvedExtension,
};
