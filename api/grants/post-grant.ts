/** A grant as rows: one journal, a lot with the validity of the rules, debt repaid first, and a word
 *  to the member. Nothing is written here. @module */
import { spendable } from "../../shared/points/lot.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { lapsesAt } from "../../shared/points/validity.ts";
import type { GrantTitle } from "../../shared/wording/grants/titles.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import type { RulesRow } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { queueMessage } from "../push/queue-message.ts";

export type Grant = {
  /** What it is for, and the one occasion: booked once. */
  cause: {
    kind:
      | "birthday"
      | "festival"
      | "referral"
      | "share"
      | "survey"
      | "check-in"
      | "profile"
      | "recharge";
    id: string;
  };
  points: number;
  title: GrantTitle;
  /** Beyond the version, the validity and the debt. */
  reasons: Reason[];
  /** The member does not look at a screen that says it. */
  tell?: boolean;
};

export type PostedGrant = {
  journalId: string;
  repaid: number;
  /** Spendable afterwards. */
  spendable: number;
  writes: Write[];
  touches: string[];
};

const messageLifeMs = 3 * 86_400_000;

/** @param holdings heads are enough: an account that owes has no open lots */
export const postGrant = (
  desk: Desk,
  holdings: Holdings,
  rules: RulesRow,
  { cause, points, title, reasons, tell = false }: Grant,
): PostedGrant => {
  const until = lapsesAt(parsedRules(rules).validity, desk.now);
  const repaid = Math.min(holdings.debt.balance, points);
  const posting = startPosting(desk, holdings, {
    kind: "grant",
    cause,
    storeId: null,
    occurredAt: desk.now,
    explanation: {
      title: title.zh,
      titleEn: title.en,
      rulesId: rules.id,
      reasons: [
        { code: "rule-version", ruleVersionId: rules.id },
        ...reasons,
        { code: "lapses-at", at: until },
        ...(repaid > 0 ? [{ code: "debt-repaid", points: repaid }] : []),
      ],
    },
  });
  posting.issue(points, {
    contra: `issued@${holdings.brandId}`,
    availableAt: desk.now,
    lapsesAt: until,
    rulesId: rules.id,
  });
  posting.repayDebt();
  const balance = holdings.lots.length > 0
    ? spendable(posting.lots(), desk.now)
    : holdings.spendable + points - repaid;
  return {
    journalId: posting.journalId,
    repaid,
    spendable: balance,
    touches: posting.touches,
    writes: [
      ...posting.writes(),
      ...(tell && holdings.listens
        ? [queueMessage(desk, {
          channel: "push",
          kind: "grant",
          memberId: holdings.memberId,
          fields: { points, balance, titleZh: title.zh, titleEn: title.en },
          language: holdings.language,
          expiresAt: desk.now + messageLifeMs,
        })]
        : []),
    ],
  };
};
