/** A new plastic card: a random number that says nothing and cannot be guessed from another. @module */
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { insertCard } from "./queries.ts";

export type NewPlastic = {
  accountId: string;
  memberId: string;
  brandId: string;
  /** 16 digits; drawn by the caller, who answers it. */
  number: string;
  issuedAt: number;
};

/** The row of a card, active at once. A number drawn twice collides and is drawn anew. */
export const plasticCard = (
  desk: Desk,
  { accountId, memberId, brandId, number, issuedAt }: NewPlastic,
): { cardId: string; write: Write } => {
  const cardId = desk.id("card");
  const write = insertCard.row({
    id: cardId,
    account_id: accountId,
    member_id: memberId,
    brand_id: brandId,
    medium: "plastic",
    number,
    handle: null,
    device_id: null,
    public_key: null,
    salt: null,
    key_id: null,
    key_cipher: null,
    issued_at: issuedAt,
    issued_store_id: desk.actor.storeId ?? null,
  });
  return { cardId, write };
};
