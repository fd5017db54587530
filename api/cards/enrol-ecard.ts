/** Gives this phone an e-card. Public keys are exchanged; the key itself never travels. @module */
import type { enrolEcard } from "../../shared/cards/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { CARD_SALT_BYTES } from "../../shared/cards/card-key.ts";
import { serverKeyId, serverPublicKey } from "../access/server-key.ts";
import { randomDigits } from "../access/tokens.ts";
import { untilSettled } from "../db/retry.ts";
import type { Desk } from "../desk.ts";
import { memberById } from "../members/queries.ts";
import { sealCardKey } from "./card-keys.ts";
import { endCardsOfDevice, insertCard } from "./queries.ts";

/** A phone that enrols again gets a new card; its old one ends in the same batch.
 *  @throws Problem input-invalid if the key is no point of P-256 */
export const enrol = (
  desk: Desk,
  { publicKey }: BodyOf<typeof enrolEcard>,
): Promise<AnswerOf<typeof enrolEcard>> => {
  const { memberId, deviceId } = desk.actor;
  return untilSettled(async () => {
    const [member] = await desk.db.read(memberById, [memberId!]);
    if (!member) throw new Problem("not-found");
    const cardId = desk.id("card");
    const handle = randomDigits(desk, 10);
    const salt = Buffer.from(desk.chance(CARD_SALT_BYTES)).toString("base64url");
    const card = insertCard.row({
      id: cardId,
      account_id: member.account_id,
      member_id: member.id,
      brand_id: member.brand_id,
      medium: "ecard",
      number: null,
      handle,
      device_id: deviceId!,
      public_key: publicKey,
      salt,
      key_id: serverKeyId,
      key_cipher: sealCardKey(desk.keys, cardId, handle, publicKey, salt),
      issued_at: desk.now,
      issued_store_id: null,
    });
    const ends = endCardsOfDevice.row({ device_id: deviceId!, state: "replaced", at: desk.now });
    await desk.db.write([ends, card], [deviceId!]);
    return {
      handle,
      serverPublicKey: serverPublicKey(desk.keys),
      salt,
      serverTime: desk.now,
    };
  });
};
