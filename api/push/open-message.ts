/** Opens what the outbox keeps sealed. @module */
import { type MessageFields, type MessageKind, secretKinds } from "../../shared/push/message.ts";
import type { House } from "../desk.ts";
import type { MessageRow } from "./queries.ts";

/** Where a recipient and secret fields are sealed to; they open for this message only. */
export const recipientPlace = (messageId: string): string => `message/recipient/${messageId}`;
export const fieldsPlace = (messageId: string): string => `message/fields/${messageId}`;

/** Phone number or e-mail address of a message; "" for a push.
 *  @throws Error if the text was moved here from another row */
export const recipientOf = (house: Pick<House, "keys">, message: MessageRow): string =>
  message.recipient_cipher === null
    ? ""
    : house.keys.open(recipientPlace(message.id), message.recipient_cipher);

/** What a message carries. */
export const fieldsOf = (
  house: Pick<House, "keys">,
  message: MessageRow,
): MessageFields[MessageKind] =>
  JSON.parse(
    secretKinds.has(message.kind)
      ? house.keys.open(fieldsPlace(message.id), message.fields)
      : message.fields,
  ) as MessageFields[MessageKind];
