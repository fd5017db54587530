import { addDays, dayOf, endOfDay } from "../../shared/business-day.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { spend, spendable } from "../../shared/points/lot.ts";
import { Problem } from "../../shared/problems.ts";
import type { sendPoints as door } from "../../shared/transfers/endpoints.ts";
import { makeGiftCode, maySend, sendingPeriods } from "../../shared/transfers/transfer.ts";
import { phoneIndex } from "../access/phone.ts";
import { settleWithPin } from "../access/settle-with-pin.ts";
import type { Decision } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { type Holdings, readHoldings } from "../points/holdings.ts";
import { startPosting } from "../points/posting.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { ownMember } from "./own-account.ts";
import { policyIn } from "./policy.ts";
import { insertTransfer, sentSince, transferPolicyOf, type TransferRow } from "./queries.ts";
import { codePlace, sentView } from "./views.ts";

type Sent = AnswerOf<typeof door>;
type Wish = Omit<BodyOf<typeof door>, "pin">;

/** Sends points to a phone or to whoever gets the code. Nobody is looked up, so that the answer
 *  cannot tell a member's phone from another.
 *  @throws Problem pin-missing, pin-wrong, pin-locked, member-frozen, and what maySend refuses */
export const sendPoints = async (
  desk: Desk,
  key: string,
  { pin, ...wish }: BodyOf<typeof door>,
): Promise<Sent> => {
  const { memberId } = desk.actor;
  if (!memberId) throw new Problem("not-found");
  const asked = { memberId, pin };
  const sent = await settleWithPin(
    desk,
    key,
    wish,
    asked,
    () => decideSending(desk, memberId, wish),
  );
  desk.nudge(memberId);
  return sent;
};

/** The command below the PIN. @throws Problem member-frozen and what maySend refuses */
export const decideSending = async (
  desk: Desk,
  memberId: string,
  wish: Wish,
): Promise<Decision<Sent>> => {
  const { day, month } = sendingPeriods(desk.now);
  const [holdings, own, [row], [sums], tiers] = await Promise.all([
    readHoldings(desk, memberId),
    ownMember(desk),
    desk.db.read(transferPolicyOf, [memberId]),
    desk.db.read(sentSince, [memberId, day, month]),
    tiersOfBrand(desk, memberId),
  ]);
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  const { brandId } = holdings;
  const policy = policyIn(row);
  const index = wish.to.by === "phone" ? phoneIndex(desk.keys, brandId, wish.to.phone) : null;
  const verdict = maySend({
    policy,
    points: wish.points,
    sentToday: sums?.today ?? 0,
    sentThisMonth: sums?.month ?? 0,
    spendable: spendable(holdings.lots, desk.now),
    debt: holdings.debt.balance,
    toSelf: index !== null && index === own.index,
  });
  if (verdict.refused) throw new Problem(verdict.refused, verdict.fields);
  const { posting, transferId } = draw(desk, holdings, wish);
  const expiresAt = endOfDay(addDays(dayOf(desk.now), policy.acceptDays));
  const sent = rowOf(desk, holdings, wish, { transferId, index, expiresAt });
  const { code_index, ...kept } = sent;
  const view: TransferRow = {
    ...kept,
    journal_id: posting.journalId,
    from_name: holdings.memberName,
    ended_as: null,
    ended_at: null,
    to_account: null,
    lapses_next: null,
  };
  return {
    answer: { gift: sentView(desk, view), points: summaryAfter(desk, holdings, posting, tiers) },
    writes: [
      ...posting.writes(),
      insertTransfer.row({ ...kept, code_index, journal_id: posting.journalId }),
    ],
    touches: posting.touches,
  };
};

const draw = (desk: Desk, holdings: Holdings, wish: Wish) => {
  const transferId = desk.id("transfer");
  const drawn = spend(holdings.lots, wish.points, desk.now);
  if ("refused" in drawn) {
    throw new Error(`Cannot draw ${wish.points} points: rule and lots differ`);
  }
  const posting = startPosting(desk, holdings, {
    kind: "transfer-out",
    cause: { kind: "transfer", id: transferId },
    storeId: null,
    occurredAt: desk.now,
    explanation: {
      title: wish.to.by === "phone" ? `*${wish.to.phone.slice(-4)}` : wish.note,
      reasons: [],
    },
  });
  posting.draw(drawn.uses, `transferred@${holdings.brandId}`);
  return { posting, transferId };
};

const rowOf = (
  desk: Desk,
  holdings: Holdings,
  wish: Wish,
  at: { transferId: string; index: string | null; expiresAt: number },
) => {
  const code = at.index === null ? newCode(desk) : null;
  return {
    id: at.transferId,
    brand_id: holdings.brandId,
    from_account: holdings.loyaltyId,
    from_member: holdings.memberId,
    phone_index: at.index,
    phone_tail: wish.to.by === "phone" ? wish.to.phone.slice(-4) : null,
    code_index: code && desk.keys.index("transfer-code", code),
    code_cipher: code && desk.keys.seal(codePlace(at.transferId), code),
    points: wish.points,
    note: wish.note,
    sent_at: desk.now,
    expires_at: at.expiresAt,
  };
};

const newCode = (desk: Desk): string => {
  for (;;) {
    const code = makeGiftCode(desk.chance(32));
    if (code) return code;
  }
};
