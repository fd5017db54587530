/** Trades a one-time code for a session on this phone, or for the right to enrol. @module */
import type { signInMember } from "../../shared/members/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { limits } from "../access/limit-table.ts";
import {
  codeById,
  type CodeRow,
  newCode,
  phoneOfCode,
  tryCode,
  useCode,
} from "../access/one-time-code.ts";
import { phoneOf } from "../access/phone.ts";
import { endSession, memberSession } from "../access/queries.ts";
import { isAlive, startSession } from "../access/session.ts";
import { hashToken, newToken } from "../access/tokens.ts";
import { untilSettled } from "../db/retry.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { queueMessage } from "../push/queue-message.ts";
import {
  deviceEnds,
  type DeviceRow,
  devicesByCode,
  devicesMax,
  insertDevice,
  touchDevice,
} from "./devices.ts";
import { memberByCode, memberById, type MemberRow, verifyPhone } from "./queries.ts";
import { profileOf } from "./show-member.ts";

type Body = BodyOf<typeof signInMember>;
type Answer = AnswerOf<typeof signInMember>;
/** `token` is set when the phone is signed in: the route puts it into the cookie. */
export type SignedIn = { answer: Answer; token: string | null };

/** Time to fill the enrolment form in. */
const enrolLifeMs = 20 * 60_000;

/** What a sign-in is decided on. */
const readBy = async (desk: Desk, codeId: string) => {
  const [[code], [member], devices] = await Promise.all([
    desk.db.read(codeById, [codeId]),
    desk.db.read(memberByCode, [codeId]),
    desk.db.read(devicesByCode, [codeId]),
  ]);
  return { code, member, devices };
};

/** Tries of the address and of the code are taken while everything is read; nothing of it is told
 *  before they are. @throws Problem code-wrong, code-expired, member-frozen, too-many */
export const signIn = async (desk: Desk, body: Body): Promise<SignedIn> => {
  const token = tokenFor(desk, body);
  const [tried, found, before] = await Promise.all([
    tryCode(desk, body.requestId, body.code, "sign-in", {
      [`sign-in/${desk.address}`]: limits.signInPerAddress,
    }).then((code) => ({ code }), (refusal: unknown) => ({ refusal })),
    readBy(desk, body.requestId),
    token ? repeated(desk, token) : null,
  ]);
  if ("refusal" in tried) {
    // Whoever repeats a sign-in has used its code.
    if (before && isExpired(tried.refusal)) return before;
    throw tried.refusal;
  }
  let fresh: typeof found | null = found;
  return untilSettled(async () => {
    const { code, member, devices } = fresh ?? await readBy(desk, tried.code.id);
    fresh = null;
    if (!code || code.used_at !== null) throw new Problem("code-expired");
    if (!member) return startEnrolment(desk, code);
    if (member.state !== "active") throw new Problem("member-frozen");
    return signInOn(desk, code, member, devices, body, token);
  });
};

const isExpired = (refusal: unknown): boolean =>
  refusal instanceof Problem && refusal.code === "code-expired";

/** How long a sign-in may be repeated. */
const repeatMs = 10 * 60_000;

/** What only this phone, with this code, can ask for again; nobody works it out without our key. */
const tokenFor = (desk: Desk, { repeat, requestId, code }: Body): string | undefined =>
  repeat && desk.keys.index("sign-in-session", `${repeat}\n${requestId}\n${code}`);

/** The session that this very request began, its answer being lost; null: none, or long ago. */
const repeated = async (desk: Desk, token: string): Promise<SignedIn | null> => {
  const [session] = await desk.db.read(memberSession, [hashToken(token)]);
  const same = session?.member_state === "active" && session.device_state === "active" &&
    isAlive(session, desk.now) && desk.now - session.created_at < repeatMs;
  const [member] = same ? await desk.db.read(memberById, [session.subject_id]) : [];
  if (!session || !member) return null;
  const profile = profileOf(desk, member, session.device_id!);
  return { answer: { state: "signed-in", member: profile }, token };
};

/** Nobody has the phone: the token lets its holder enrol with it, once. */
const startEnrolment = async (desk: Desk, code: CodeRow): Promise<SignedIn> => {
  const secret = newToken(desk);
  const phone = phoneOfCode(desk, code);
  const wanted = { purpose: "enrol", brand: { id: code.brand_id }, phone, tries: 1 } as const;
  const { row, write } = newCode(desk, wanted, secret, enrolLifeMs);
  await desk.db.write([useCode.row({ id: code.id, used_at: desk.now }), write], [code.id]);
  return { answer: { state: "new", enrolToken: `${row.id}.${secret}` }, token: null };
};

/** The device that signs in: the phone's own one if it is still known, else a new one. */
const deviceFor = (desk: Desk, member: MemberRow, devices: DeviceRow[]): DeviceRow | null =>
  desk.actor.memberId === member.id
    ? devices.find((d) => d.id === desk.actor.deviceId) ?? null
    : null;

const signInOn = async (
  desk: Desk,
  code: CodeRow,
  member: MemberRow,
  devices: DeviceRow[],
  { deviceLabel: label, replaceDevice }: Body,
  token: string | undefined,
): Promise<SignedIn> => {
  const own = deviceFor(desk, member, devices);
  const replaced = own ? undefined : devices.find((d) => d.id === replaceDevice);
  const full = !own && !replaced && devices.length >= devicesMax;
  if (full) return { answer: devicesFull(devices), token: null };
  const deviceId = own?.id ?? desk.id("device");
  const whose = { kind: "member", subjectId: member.id, deviceId } as const;
  const session = startSession(desk, { ...whose, ...(token ? { token } : {}) });
  const at = desk.now;
  const writes: Write[] = [
    useCode.row({ id: code.id, used_at: at }),
    own ? touchDevice.row({ id: deviceId, label, at }) : insertDevice.row({
      id: deviceId,
      member_id: member.id,
      label,
      created_at: at,
      seen_at: at,
    }),
    session.write,
  ];
  if (replaced) writes.push(...deviceEnds(member.id, replaced.id, "replaced", at));
  if (desk.actor.sessionHash) {
    writes.push(endSession.row({ token_hash: desk.actor.sessionHash }));
  }
  if (member.phone_verified_at === null) writes.push(verifyPhone.row({ id: member.id, at }));
  if (!own && devices.length > 0) writes.push(...tellOthers(desk, member, label));
  await desk.db.write(writes, [code.id, member.id]);
  forget(desk.db, ...[replaced?.id, desk.actor.sessionHash].filter((id) => id !== undefined));
  return {
    answer: { state: "signed-in", member: profileOf(desk, member, deviceId) },
    token: session.token,
  };
};

const devicesFull = (devices: DeviceRow[]): Answer => ({
  state: "devices-full",
  devices: devices.map((d) => ({ id: d.id, label: d.label, seenAt: d.seen_at })),
});

/** Tells the other phones, and the number itself, that somebody signed in (threat A1). */
const tellOthers = (desk: Desk, member: MemberRow, label: string): Write[] => {
  const message = {
    kind: "device-added",
    memberId: member.id,
    fields: { label, at: desk.now },
    language: member.language,
    expiresAt: desk.now + 3 * 86_400_000,
  } as const;
  const recipient = phoneOf(desk.keys, member);
  return [
    queueMessage(desk, { ...message, channel: "push" }),
    ...(recipient ? [queueMessage(desk, { ...message, channel: "sms", recipient })] : []),
  ];
};
