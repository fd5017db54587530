/** Issues another plastic card to a member. @module */
import { composeStaticNumber, SERIAL_LENGTH } from "../../shared/cards/card-code.ts";
import { maskCard } from "../../shared/cards/mask.ts";
import type { issueCard } from "../../shared/cards/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { randomDigits } from "../access/tokens.ts";
import { mustReach } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { memberById } from "../members/queries.ts";
import { plasticCard } from "./plastic-card.ts";

/** @throws Problem not-found for nobody or a member of another brand, member-frozen */
export const issue = (
  desk: Desk,
  key: string,
  memberId: string,
): Promise<AnswerOf<typeof issueCard>> =>
  settle(desk, key, { memberId }, async () => {
    const [member] = await desk.db.read(memberById, [memberId]);
    if (!member) throw new Problem("not-found");
    mustReach(desk, member.brand_id);
    if (member.state !== "active") throw new Problem("member-frozen");
    const number = composeStaticNumber(randomDigits(desk, SERIAL_LENGTH.static));
    const { cardId, write } = plasticCard(desk, {
      accountId: member.account_id,
      memberId,
      brandId: member.brand_id,
      number,
      issuedAt: desk.now,
    });
    const note = auditRow(desk, {
      action: "card.issued",
      subject: memberId,
      after: { cardId, number: maskCard(number) },
      brandId: member.brand_id,
    });
    return { answer: { cardId, number }, writes: [write, note], touches: [] };
  });
