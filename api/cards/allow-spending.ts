/** Raises a scan to spending: by the member's PIN, or by a one-time code to their phone. @module */
import type { allowSpending, askScanCode, ScanView } from "../../shared/cards/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import type { Parameters } from "../../shared/parameters/parameters.ts";
import { maskPhone } from "../../shared/cards/mask.ts";
import { Problem } from "../../shared/problems.ts";
import { resendAfterSeconds, sendCode, tryCode, useCode } from "../access/one-time-code.ts";
import { phoneOf } from "../access/phone.ts";
import { pinKey, pinTryWrite } from "../access/pin-try.ts";
import { compareSecret, inTurn, pinLimit } from "../access/secret-try.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { forgetTriesWrite } from "../http/limits.ts";
import type { MemberRow } from "../members/queries.ts";
import { parametersIn } from "../parameters/queries.ts";
import { summaryOf } from "../points/show-points.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { memberOfScan, ownScan, raiseScan, scanById, type ScanRow } from "./queries.ts";
import { scanView } from "./show-scan.ts";

const scanned = async (desk: Desk, scanId: string): Promise<[ScanRow, MemberRow]> => {
  const [[row], [member]] = await Promise.all([
    desk.db.read(scanById, [scanId]),
    desk.db.read(memberOfScan, [scanId]),
  ]);
  const scan = ownScan(desk, row);
  if (!member) throw new Problem("scan-expired");
  if (member.state !== "active") throw new Problem("member-frozen");
  return [scan, member];
};

/** @throws Problem scan-expired, phone-refused, too-many */
export const askCode = async (
  desk: Desk,
  scanId: string,
): Promise<AnswerOf<typeof askScanCode>> => {
  const [[scan, member], { codeTries: tries }] = await Promise.all([
    scanned(desk, scanId),
    parametersIn(desk, scanId),
  ]);
  const phone = phoneOf(desk.keys, member);
  if (!phone) throw new Problem("phone-refused");
  const requestId = await sendCode(desk, {
    purpose: "spend",
    brand: { id: member.brand_id, name_zh: member.brand_zh, name_en: member.brand_en },
    phone,
    subjectId: scan.id,
    language: member.language,
    tries,
  });
  return { requestId, phoneMasked: maskPhone(phone), resendAfterSeconds };
};

/** Everything is read at once; a code's try is taken meanwhile, a PIN's after it, since whose PIN it is
 *  is not known before, and only then is either compared.
 *  @throws Problem scan-expired, pin-wrong, pin-locked, pin-missing, code-wrong, code-expired */
export const allow = async (
  desk: Desk,
  scanId: string,
  body: BodyOf<typeof allowSpending>,
): Promise<ScanView> => {
  const shown = Promise.all([summaryOf(desk, scanId), discountsOf(desk, scanId)]);
  shown.catch(() => {}); // What is wrong with the scan is said first.
  const found = Promise.all([scanned(desk, scanId), parametersIn(desk, scanId)]);
  const [scan, member] = "pin" in body
    ? await byPin(desk, found, body.pin)
    : await byCode(desk, found, body.requestId, body.code);
  const [points, discounts] = await shown;
  return scanView(desk, { ...scan, rights: "spend" }, member, points, discounts);
};

type Found = Promise<[[ScanRow, MemberRow], Parameters]>;

/** The right PIN gives its try back with what it allows. */
const byPin = async (desk: Desk, found: Found, pin: string): Promise<[ScanRow, MemberRow]> => {
  const [[scan, member], parameters] = await found;
  const hash = member.pin_hash;
  if (hash === null) throw new Problem("pin-missing");
  const key = pinKey(member.id);
  await inTurn(desk, key, async () => {
    const asked = { key, secret: pin, hash, limit: pinLimit(parameters) };
    await compareSecret(desk, asked, desk.db.write([pinTryWrite(desk, member.id)]));
    await desk.db.write([raiseScan.row({ id: scan.id }), forgetTriesWrite(key)]);
  });
  return [scan, member];
};

const byCode = async (
  desk: Desk,
  found: Found,
  requestId: string,
  code: string,
): Promise<[ScanRow, MemberRow]> => {
  const tried = tryCode(desk, requestId, code, "spend");
  tried.catch(() => {}); // What is wrong with the scan is said first.
  const [[scan, member]] = await found;
  const row = await tried;
  // A code serves the scan it was asked for and no other.
  if (row.subject_id !== scan.id) throw new Problem("code-expired");
  try {
    const used = useCode.row({ id: row.id, used_at: desk.now });
    await desk.db.write([used, raiseScan.row({ id: scan.id })], [row.id]);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("code-expired");
    throw error;
  }
  return [scan, member];
};
