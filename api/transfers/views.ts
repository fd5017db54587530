/** A gift of points as its sender and its receiver see it. @module */
import { maskName } from "../../shared/cards/mask.ts";
import type { ReceivedGift, SentGift } from "../../shared/transfers/endpoints.ts";
import { groupGiftCode } from "../../shared/transfers/transfer.ts";
import type { Desk } from "../desk.ts";
import type { TransferRow } from "./queries.ts";

/** What seals a code to its transfer. */
export const codePlace = (transferId: string): string => `transfer-code/${transferId}`;

/** What is overdue and not yet swept reads as lapsed. */
const stateOf = (desk: Desk, row: TransferRow) =>
  row.ended_as ?? (row.expires_at <= desk.now ? "lapsed" as const : "waiting" as const);

export const sentView = (desk: Desk, row: TransferRow): SentGift => {
  const state = stateOf(desk, row);
  const code = state === "waiting" && row.code_cipher !== null
    ? groupGiftCode(desk.keys.open(codePlace(row.id), row.code_cipher))
    : null;
  return {
    id: row.id,
    points: row.points,
    phoneTail: row.phone_tail,
    code,
    note: row.note,
    state,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  };
};

export const receivedView = (row: TransferRow): ReceivedGift => ({
  id: row.id,
  points: row.points,
  fromMasked: maskName(row.from_name),
  note: row.note,
  state: row.ended_as === "accepted" ? "accepted" : "waiting",
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
  lapsesNextAt: row.lapses_next,
});
