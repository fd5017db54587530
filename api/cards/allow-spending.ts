/** Raises a scan to spending: by the member's PIN, or by a one-time code to their phone. @module */
import type { allowSpending, askScanCode, ScanView } from "../../shared/cards/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { maskPhone } from "../../shared/cards/mask.ts";
import { Problem } from "../../shared/problems.ts";
import { resendAfterSeconds, sendCode, tryCode, useCode } from "../access/one-time-code.ts";
import { phoneOf } from "../access/phone.ts";
import { pinLimit, trySecret } from "../access/secret-try.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { memberById, type MemberRow } from "../members/queries.ts";
import { parametersIn } from "../parameters/queries.ts";
import { summaryOf } from "../points/show-points.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { raiseScan, type ScanRow } from "./queries.ts";
import { findScan, scanView } from "./show-scan.ts";

const scanned = async (desk: Desk, scanId: string): Promise<[ScanRow, MemberRow]> => {
  const scan = await findScan(desk, scanId);
  const [member] = await desk.db.read(memberById, [scan.member_id]);
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

/** @throws Problem scan-expired, pin-wrong, pin-locked, pin-missing, code-wrong, code-expired */
export const allow = async (
  desk: Desk,
  scanId: string,
  body: BodyOf<typeof allowSpending>,
): Promise<ScanView> => {
  const [scan, member] = await scanned(desk, scanId);
  const code = "pin" in body
    ? await byPin(desk, member, body.pin)
    : await byCode(desk, scan, body.requestId, body.code);
  try {
    const used = code ? [useCode.row({ id: code, used_at: desk.now })] : [];
    await desk.db.write([...used, raiseScan.row({ id: scan.id })], code ? [code] : []);
  } catch (error) {
    if (error instanceof Collision) throw new Problem("code-expired");
    throw error;
  }
  const [points, discounts] = await Promise.all([
    summaryOf(desk, member.account_id),
    discountsOf(desk, member.account_id),
  ]);
  return scanView(desk, { ...scan, rights: "spend" }, member, points, discounts);
};

const byPin = async (desk: Desk, member: MemberRow, pin: string): Promise<null> => {
  if (member.pin_hash === null) throw new Problem("pin-missing");
  const limit = pinLimit(await parametersIn(desk, member.brand_id));
  await trySecret(desk, { key: `pin/${member.id}`, secret: pin, hash: member.pin_hash, limit });
  return null;
};

const byCode = async (
  desk: Desk,
  scan: ScanRow,
  requestId: string,
  code: string,
): Promise<string> => {
  const row = await tryCode(desk, requestId, code, "spend");
  // A code serves the scan it was asked for and no other.
  if (row.subject_id !== scan.id) throw new Problem("code-expired");
  return row.id;
};
