/** Somebody left a phone number at a kiosk without network. Nobody is made a member here: anybody can
 *  type anybody's number. An SMS asks the owner of the number to confirm it in the e-card. @module */
import { CLOCK_AHEAD_MS, JOIN_OPEN_MS, LATE_MAX_MS } from "../../shared/offline/late.ts";
import type { askToJoin as door } from "../../shared/offline/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { limits } from "../access/limit-table.ts";
import { phoneIndex, takesCodes } from "../access/phone.ts";
import { terminalOf } from "../access/place.ts";
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { readTries, tooMany, tryWrite } from "../http/limits.ts";
import { brandById, memberByPhone } from "../members/queries.ts";
import { queueMessage } from "../push/queue-message.ts";
import { insertJoin, openJoin } from "./queries.ts";

type Body = BodyOf<typeof door>;

/** @throws Problem phone-refused, time-refused, too-many */
export const join = (desk: Desk, key: string, body: Body): Promise<{ done: true }> => {
  const at = terminalOf(desk);
  return settle(desk, key, body, async () => {
    if (!takesCodes(body.phone)) throw new Problem("phone-refused");
    if (body.agreedAt > desk.now + CLOCK_AHEAD_MS || body.agreedAt < desk.now - LATE_MAX_MS) {
      throw new Problem("time-refused");
    }
    const index = phoneIndex(desk.keys, at.brandId, body.phone);
    const limit = `join/${at.terminalId}`;
    const [[member], [open], [brand], tries] = await Promise.all([
      desk.db.read(memberByPhone, [at.brandId, index]),
      desk.db.read(openJoin, [at.brandId, index, desk.now]),
      desk.db.read(brandById, [at.brandId]),
      readTries(desk, limit, limits.joinPerTerminal),
    ]);
    if (tries.left === 0) throw tooMany(desk, tries.opensAt);
    const told = member || open || !brand ? [] : tell(desk, body, brand, index);
    const request = insertJoin.row({
      id: desk.id("joinRequest"),
      brand_id: at.brandId,
      store_id: at.storeId,
      terminal_id: at.terminalId,
      phone_index: index,
      language: body.language,
      agreed_at: body.agreedAt,
      recorded_at: desk.now,
      expires_at: desk.now + JOIN_OPEN_MS,
    });
    return {
      answer: { done: true as const },
      // A member needs none, and the number of somebody who is asked already is kept once.
      writes: member || open
        ? []
        : [request, ...told, tryWrite(desk, limit, limits.joinPerTerminal)],
      touches: [`phone ${index}`],
    };
  });
};

/** One SMS per number and week, however often it is typed. */
const tell = (
  desk: Desk,
  { phone, language }: Body,
  brand: { name_zh: string; name_en: string },
  index: string,
): Write[] => [
  queueMessage(desk, {
    channel: "sms",
    kind: "join-asked",
    recipient: phone,
    fields: { brandNameZh: brand.name_zh, brandNameEn: brand.name_en },
    language,
    expiresAt: desk.now + JOIN_OPEN_MS,
    once: `join ${index} ${Math.floor(desk.now / JOIN_OPEN_MS)}`,
  }),
];
