/** Recognises a member in front of a terminal or till, by what was scanned or typed. The order of
 *  the checks is that of docs/decisions/012. @module */
import type { openScan, ScanView } from "../../shared/cards/endpoints.ts";
import { type CardCode, parseCardCode, type RotatingCode } from "../../shared/cards/card-code.ts";
import { judgeAge, judgeCode, stepOf } from "../../shared/cards/ecard.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { phoneIndex } from "../access/phone.ts";
import { type Place, placeOf } from "../access/place.ts";
import { latestTime } from "../clock-back.ts";
import { untilSettled } from "../db/retry.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { tryWrite } from "../http/limits.ts";
import { memberByPhone, type MemberRow } from "../members/queries.ts";
import { summaryOf } from "../points/show-points.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { macOf } from "./card-keys.ts";
import {
  ecardByHandle,
  insertScan,
  moveCounter,
  plasticByNumber,
  type PresentedRow,
  type ScanRow,
} from "./queries.ts";
import { badScan, checkScanLimits, goodScan, type ScanLimits, scanLimits } from "./scan-limits.ts";
import { scanView } from "./show-scan.ts";

type Known = Exclude<CardCode, { kind: "malformed" } | { kind: "claim" }>;
type Recognised = {
  member: MemberRow;
  cardId: string | null;
  via: ScanRow["via"];
  rights: ScanRow["rights"];
  writes: Write[];
};

/** @throws Problem code-malformed, card-code-invalid, card-code-used, card-code-skewed, card-frozen,
 *  member-frozen, too-many */
export const open = (desk: Desk, { code }: BodyOf<typeof openScan>): Promise<ScanView> => {
  const place = placeOf(desk);
  const parsed = parseCardCode(code);
  // A misread is no forgery: it is not counted.
  if (parsed.kind === "malformed" || parsed.kind === "claim") throw new Problem("code-malformed");
  return untilSettled(() => recognise(desk, place, parsed));
};

const recognise = async (desk: Desk, place: Place, code: Known): Promise<ScanView> => {
  const limits = scanLimits(place, code.kind === "rotating" ? code.handle : null);
  const [, found] = await Promise.all([
    checkScanLimits(desk, limits),
    lookUp(desk, place, code),
  ]);
  const recognised = code.kind === "rotating"
    ? await byRotating(desk, limits, code, found as PresentedRow | undefined)
    : await byNumber(desk, limits, code.kind, found);
  return keepScan(desk, place, limits, recognised);
};

const lookUp = async (
  desk: Desk,
  { brandId }: Place,
  code: Known,
): Promise<PresentedRow | MemberRow | undefined> => {
  switch (code.kind) {
    case "rotating":
      return (await desk.db.read(ecardByHandle, [brandId, code.handle]))[0];
    case "static":
      return (await desk.db.read(plasticByNumber, [brandId, code.number]))[0];
    case "phone": {
      const index = phoneIndex(desk.keys, brandId, code.phone);
      return (await desk.db.read(memberByPhone, [brandId, index]))[0];
    }
  }
};

/** Refuses a code that fits nothing. The same for an unknown and for a known card. */
const refuseBad = async (
  desk: Desk,
  limits: ScanLimits,
  card: PresentedRow | undefined,
): Promise<never> => {
  await desk.db.write(badScan(desk, limits, card), card ? [card.card_id] : []);
  throw new Problem("card-code-invalid");
};

const refuse = async (desk: Desk, { rate }: ScanLimits, problem: Problem): Promise<never> => {
  await desk.db.write([tryWrite(desk, rate.key, rate.limit)]);
  throw problem;
};

/** What stands against a card or member that was recognised. */
const refusalOf = (found: PresentedRow | MemberRow): Problem | null => {
  if (found.state === "closed") return new Problem("card-code-invalid");
  if ("card_state" in found && found.card_state !== "active") {
    return new Problem("card-frozen", { state: found.card_state });
  }
  return found.state === "frozen" ? new Problem("member-frozen") : null;
};

const byRotating = async (
  desk: Desk,
  limits: ScanLimits,
  code: RotatingCode,
  card: PresentedRow | undefined,
): Promise<Recognised> => {
  const key = card && { id: card.card_id, key_cipher: card.key_cipher };
  const macAt = macOf(desk.keys, key, code.handle, code.refresh);
  const verdict = await judgeCode(code, stepOf(desk.now), macAt);
  if (verdict.age === "forged" || !card) return refuseBad(desk, limits, card);
  const refusal = refusalOf(card);
  if (refusal) return refuse(desk, limits, refusal);
  if (verdict.age === "skewed") return refuse(desk, limits, new Problem("card-code-skewed"));
  if (verdict.counter <= card.last_counter) {
    return refuse(desk, limits, new Problem("card-code-used"));
  }
  // What was old before the clock was set back is no fresh code again.
  const fresh = verdict.age === "fresh" &&
    judgeAge(verdict.step, stepOf(latestTime(desk.db, desk.now))) === "fresh";
  return {
    member: card,
    cardId: card.card_id,
    via: fresh ? "rotating" : "stale",
    rights: fresh ? "spend" : "earn",
    writes: [moveCounter.row({ id: card.card_id, last_counter: verdict.counter })],
  };
};

const byNumber = async (
  desk: Desk,
  limits: ScanLimits,
  via: "static" | "phone",
  found: PresentedRow | MemberRow | undefined,
): Promise<Recognised> => {
  if (!found) return refuseBad(desk, limits, undefined);
  const refusal = refusalOf(found);
  if (refusal) return refuse(desk, limits, refusal);
  const cardId = "card_id" in found ? found.card_id : null;
  return { member: found, cardId, via, rights: "earn", writes: [] };
};

const scanLifeMs = 180_000;

const keepScan = async (
  desk: Desk,
  place: Place,
  limits: ScanLimits,
  { member, cardId, via, rights, writes }: Recognised,
): Promise<ScanView> => {
  const scan: Omit<ScanRow, "used_by"> = {
    id: desk.id("scan"),
    card_id: cardId,
    member_id: member.id,
    account_id: member.account_id,
    brand_id: place.brandId,
    store_id: place.storeId,
    terminal_id: place.terminalId ?? null,
    staff_id: desk.actor.staffId ?? null,
    api_key_id: place.apiKeyId ?? null,
    via,
    rights,
    opened_at: desk.now,
    expires_at: desk.now + scanLifeMs,
  };
  const all = [...goodScan(desk, limits), ...writes, insertScan.row(scan)];
  const [points, discounts] = await Promise.all([
    summaryOf(desk, member.account_id),
    discountsOf(desk, member.account_id),
    desk.db.write(all, cardId ? [cardId] : []),
  ]);
  return scanView(desk, scan, member, points, discounts);
};
