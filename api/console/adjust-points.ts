import type { adjustPoints as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { adjustmentMax, type Role } from "../../shared/access.ts";
import { spend } from "../../shared/points/lot.ts";
import { lapsesAt } from "../../shared/points/validity.ts";
import { Problem } from "../../shared/problems.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { type Holdings, readHoldings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { rulesAt, type RulesRow } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { queueMessage } from "../push/queue-message.ts";
import { memberInScope } from "./member-page.ts";
import { insertAdjustment, type OfficeMember } from "./member-queries.ts";

type Input = BodyOf<typeof door>;

const messageLifeMs = 86_400_000;

/** The limit of the role, for one adjustment, either way. @throws Problem amount-invalid, over-limit */
const checkAmount = (desk: Desk, points: number): void => {
  if (points === 0) throw new Problem("amount-invalid");
  const limit = adjustmentMax[desk.actor.role as Role] ?? 0;
  if (Math.abs(points) > limit) throw new Problem("over-limit", { limit });
};

/** Added points lapse like points earned now, and pay off a debt first; deducted points go first to
 *  lapse first. @throws Problem points-short */
const post = (
  desk: Desk,
  id: string,
  holdings: Holdings,
  { points, reason }: Input,
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
  id: string,
  m: OfficeMember,
  { points, reason }: Input,
  posting: Posting,
  balance: number,
) => [
  insertAdjustment.row({
    id,
    account_id: m.account_id,
    member_id: m.id,
    points,
    reason,
    staff_id: desk.actor.id,
    journal_id: posting.journalId,
    at: desk.now,
  }),
  auditRow(desk, {
    action: "points.adjusted",
    subject: m.id,
    after: { points, reason, journalId: posting.journalId },
    brandId: m.brand_id,
  }),
  queueMessage(desk, {
    channel: "push",
    kind: "adjustment",
    memberId: m.id,
    fields: { points, balance, reason },
    language: m.language,
    expiresAt: desk.now + messageLifeMs,
  }),
];

/** Adds or deducts points by hand.
 *  @throws Problem amount-invalid, over-limit, not-found, points-short */
export const adjustPoints = async (
  desk: Desk,
  key: string,
  memberId: string,
  input: Input,
): Promise<AnswerOf<typeof door>> => {
  checkAmount(desk, input.points);
  const answer = await settle(desk, key, { memberId, ...input }, async () => {
    const m = await memberInScope(desk, memberId);
    const [holdings, [rules], tiers] = await Promise.all([
      readHoldings(desk, m.account_id),
      desk.db.read(rulesAt, [m.brand_id, desk.now]),
      tiersOfBrand(desk, m.brand_id),
    ]);
    if (!rules || m.state === "closed") throw new Problem("not-found");
    const id = desk.id("adjustment");
    const posting = post(desk, id, holdings, input, rules);
    const points = summaryAfter(desk, holdings, posting, tiers);
    return {
      answer: { points, journalId: posting.journalId },
      writes: [
        ...posting.writes(),
        ...besides(desk, id, m, input, posting, points.spendable),
      ],
      touches: posting.touches,
    };
  });
  desk.nudge(memberId);
  return answer;
};
