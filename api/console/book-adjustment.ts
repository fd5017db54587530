/** Points by hand, as rows: what the person who may do it alone books at once, and what a second
 *  person's yes books later. Nothing is written here. @module */
import { spend } from "../../shared/points/lot.ts";
import { lapsesAt } from "../../shared/points/validity.ts";
import { maskName } from "../../shared/cards/mask.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import { Problem } from "../../shared/problems.ts";
import type { Tier } from "../../shared/tiers/tier.ts";
import type { Outcome } from "../approvals/approvables.ts";
import type { ApprovalFound } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { type Holdings, readHoldings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { rulesAt, type RulesRow } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { queueMessage } from "../push/queue-message.ts";
import { memberInScope } from "./member-in-scope.ts";
import { insertAdjustment, type OfficeMember } from "./member-queries.ts";

export type Adjustment = { points: number; reason: string };

/** Whose adjustment it is: alone on their day, or approved by whoever sits at the desk. */
export type By =
  | { staffId: string; alone: { day: string; dayMost: number } }
  | { staffId: string; approvalId: string };

const messageLifeMs = 86_400_000;

/** Added points lapse like points earned now, and pay off a debt first; deducted points go first to
 *  lapse first. @throws Problem points-short */
const post = (
  desk: Desk,
  id: string,
  holdings: Holdings,
  { points, reason }: Adjustment,
  rules: RulesRow,
): Posting => {
  const until = lapsesAt(parsedRules(rules).validity, desk.now);
  const repaid = Math.min(holdings.debt.balance, Math.max(points, 0));
  const posting = startPosting(desk, holdings, {
    kind: "adjustment",
    cause: { kind: "adjustment", id },
    storeId: null,
    occurredAt: desk.now,
    explanation: {
      title: reason,
      reasons: points < 0 ? [] : [
        { code: "lapses-at", at: until },
        ...(repaid > 0 ? [{ code: "debt-repaid", points: repaid }] : []),
      ],
    },
  });
  const contra = `adjusted@${holdings.brandId}`;
  if (points > 0) {
    posting.issue(points, { contra, availableAt: desk.now, lapsesAt: until, rulesId: rules.id });
    posting.repayDebt();
    return posting;
  }
  const spending = spend(holdings.lots, -points, desk.now);
  if ("refused" in spending) {
    throw new Problem("points-short", { spendable: spending.spendable, needed: -points });
  }
  posting.draw(spending.uses, contra);
  return posting;
};

/** What is written beside the ledger: the adjustment itself, the log, a word to the member. */
const besides = (
  desk: Desk,
  m: OfficeMember,
  { points, reason }: Adjustment,
  by: By,
  made: { id: string; journalId: string; balance: number },
): Write[] => [
  insertAdjustment.row({
    id: made.id,
    account_id: m.account_id,
    member_id: m.id,
    points,
    reason,
    staff_id: by.staffId,
    journal_id: made.journalId,
    at: desk.now,
    approval_id: "approvalId" in by ? by.approvalId : null,
    day: "alone" in by ? by.alone.day : null,
    day_most: "alone" in by ? by.alone.dayMost : null,
  }),
  auditRow(desk, {
    action: "points.adjusted",
    subject: m.id,
    after: { points, reason, journalId: made.journalId, ...("approvalId" in by ? by : {}) },
    brandId: m.brand_id,
  }),
  queueMessage(desk, {
    channel: "push",
    kind: "adjustment",
    memberId: m.id,
    fields: { points, balance: made.balance, reason },
    language: m.language,
    expiresAt: desk.now + messageLifeMs,
  }),
];

/** What an adjustment is decided from. */
export type Ground = {
  m: OfficeMember;
  holdings: Holdings;
  rules: RulesRow;
  tiers: Tier[];
};

/** One batch of reads. @throws Problem not-found, also for a member out of scope */
export const readGround = async (desk: Desk, memberId: string): Promise<Ground> => {
  const [m, holdings, [rules], tiers] = await Promise.all([
    memberInScope(desk, memberId),
    readHoldings(desk, memberId),
    desk.db.read(rulesAt, [memberId, desk.now]),
    tiersOfBrand(desk, memberId),
  ]);
  if (!rules || m.state === "closed") throw new Problem("not-found");
  return { m, holdings, rules, tiers };
};

/** Rows of an adjustment, with what the member has afterwards. @throws Problem points-short */
export const bookAdjustment = (
  desk: Desk,
  { m, holdings, rules, tiers }: Ground,
  adjustment: Adjustment,
  by: By,
): Outcome & { points: PointsSummary; journalId: string } => {
  const id = desk.id("adjustment");
  const posting = post(desk, id, holdings, adjustment, rules);
  const points = summaryAfter(desk, holdings, posting, tiers);
  const { journalId } = posting;
  return {
    points,
    journalId,
    writes: [
      ...posting.writes(),
      ...besides(desk, m, adjustment, by, { id, journalId, balance: points.spendable }),
    ],
    touches: posting.touches,
  };
};

/** What a second person's yes books. @throws Problem not-found, points-short */
export const carryOutAdjustment = async (desk: Desk, approval: ApprovalFound): Promise<Outcome> =>
  bookAdjustment(
    desk,
    await readGround(desk, approval.subject),
    JSON.parse(approval.asked) as Adjustment,
    { staffId: approval.asked_by, approvalId: approval.id },
  );

/** Whose, and their points before and after; after is null where they have too few by now. */
export const adjustmentEffect = async (
  desk: Desk,
  { subject, asked }: ApprovalFound,
): Promise<Record<string, unknown>> => {
  const { points } = JSON.parse(asked) as Adjustment;
  const [m, holdings] = await Promise.all([
    memberInScope(desk, subject),
    readHoldings(desk, subject),
  ]);
  const before = holdings.lots.filter((lot) =>
    lot.availableAt <= desk.now && (lot.lapsesAt === null || lot.lapsesAt > desk.now)
  ).reduce((sum, lot) => sum + lot.remaining, 0);
  const repaid = Math.min(holdings.debt.balance, Math.max(points, 0));
  const after = before + points - repaid;
  return { memberName: maskName(m.name), before, after: after < 0 ? null : after, repaid };
};
