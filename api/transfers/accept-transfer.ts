/** Taking a gift of points. @module */
import { maskName } from "../../shared/cards/mask.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { Problem } from "../../shared/problems.ts";
import type * as doors from "../../shared/transfers/endpoints.ts";
import { parseGiftCode } from "../../shared/transfers/transfer.ts";
import { limits } from "../access/limit-table.ts";
import { type Decision, settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { type Holdings, readHoldings } from "../points/holdings.ts";
import { type Posting, startPosting } from "../points/posting.ts";
import { tiersOfBrand } from "../points/show-points.ts";
import { summaryAfter } from "../points/summary-after.ts";
import { ownMember } from "./own-account.ts";
import {
  type PassedLotRow,
  passedLots,
  passedLotsByCode,
  transferByCode,
  transferById,
  type TransferRow,
} from "./queries.ts";
import { endRow, mustWait } from "./waiting-transfer.ts";

/** Takes points that wait for the member's own phone.
 *  @throws Problem not-found, member-frozen, transfer-over */
export const acceptTransfer = async (
  desk: Desk,
  key: string,
  transferId: string,
): Promise<AnswerOf<typeof doors.acceptTransfer>> => {
  let from = "";
  const answer = await settle(desk, key, { transferId }, async () => {
    const [[row], { member, index }, receiver, passed] = await Promise.all([
      desk.db.read(transferById, [transferId]),
      ownMember(desk),
      readReceiver(desk),
      desk.db.read(passedLots, [transferId]),
    ]);
    const known = row && row.brand_id === member.brand_id &&
      (row.to_account === member.account_id ||
        (row.phone_index !== null && row.phone_index === index));
    if (!known) throw new Problem("not-found");
    from = row.from_member;
    const { answer, ...rest } = take(desk, row, passed, receiver);
    return { answer: { points: answer.points }, ...rest };
  });
  desk.nudge(desk.actor.memberId!);
  if (from) desk.nudge(from);
  return answer;
};

/** Takes points by a code. An unknown code and one of another brand are answered alike. Whether it
 *  fits is read while the try is being taken, and told to nobody before it is.
 *  @throws Problem too-many, not-found, transfer-self, member-frozen, transfer-over */
export const acceptTransferByCode = async (
  desk: Desk,
  key: string,
  text: string,
): Promise<AnswerOf<typeof doors.acceptTransferByCode>> => {
  const memberId = desk.actor.memberId!;
  const taken = takeTry(desk, `gift-code/${memberId}`, limits.giftCode);
  const code = parseGiftCode(text);
  if (code === null) {
    await taken;
    throw new Problem("not-found");
  }
  const index = desk.keys.index("transfer-code", code);
  let from = "";
  const settled = settle(desk, key, { code }, async () => {
    const [[row], passed, receiver] = await Promise.all([
      desk.db.read(transferByCode, [memberId, index]),
      desk.db.read(passedLotsByCode, [memberId, index]),
      readReceiver(desk),
      taken,
    ]);
    if (!row) throw new Problem("not-found");
    if (row.from_account === receiver.holdings.loyaltyId) throw new Problem("transfer-self");
    from = row.from_member;
    return take(desk, row, passed, receiver);
  });
  const [answer] = await Promise.all([settled, taken]);
  desk.nudge(memberId);
  if (from) desk.nudge(from);
  return answer;
};

type Taken = AnswerOf<typeof doors.acceptTransferByCode>;
type Receiver = Awaited<ReturnType<typeof readReceiver>>;

/** The account of the member who asks, with the tiers of their brand. @throws Problem not-found */
const readReceiver = async (desk: Desk) => {
  const [holdings, tiers] = await Promise.all([
    readHoldings(desk, desk.actor.memberId!),
    tiersOfBrand(desk, desk.actor.memberId!),
  ]);
  return { holdings, tiers };
};

/** The lots arrive with their dates; what lapsed on the way lapses again, a debt is paid first. */
const take = (
  desk: Desk,
  row: TransferRow,
  passed: PassedLotRow[],
  { holdings, tiers }: Receiver,
): Decision<Taken> => {
  if (holdings.memberState !== "active") throw new Problem("member-frozen");
  mustWait(desk, row);
  const fromMasked = maskName(row.from_name);
  const posting = startPosting(desk, holdings, {
    kind: "transfer-in",
    cause: { kind: "transfer-end", id: row.id },
    storeId: null,
    occurredAt: desk.now,
    explanation: { title: fromMasked, reasons: debtReason(holdings, passed, desk.now) },
  });
  posting.receive(passed.map(({ lot_id: _, ...lot }) => lot), `transferred@${holdings.brandId}`);
  lapseDead(desk, posting, holdings);
  posting.repayDebt();
  return {
    answer: {
      points: summaryAfter(desk, holdings, posting, tiers),
      received: row.points,
      fromMasked,
    },
    writes: [...posting.writes(), endRow(desk, row, "accepted", posting, holdings.loyaltyId)],
    touches: [...posting.touches, row.id],
  };
};

const debtReason = (holdings: Holdings, passed: PassedLotRow[], now: number): Reason[] => {
  const alive = passed.filter((lot) => lot.lapses_at === null || lot.lapses_at > now)
    .reduce((sum, lot) => sum + lot.amount, 0);
  const points = Math.min(holdings.debt.balance, alive);
  return points > 0 ? [{ code: "debt-repaid", points }] : [];
};

const lapseDead = (desk: Desk, posting: Posting, holdings: Holdings): void => {
  const before = new Set(holdings.lots.map((lot) => lot.id));
  const dead = posting.lots()
    .filter((lot) => !before.has(lot.id) && lot.lapsesAt !== null && lot.lapsesAt <= desk.now);
  if (dead.length === 0) return;
  const uses = dead.map((lot) => ({ lotId: lot.id, amount: lot.remaining }));
  posting.draw(uses, `lapsed@${holdings.brandId}`);
};
