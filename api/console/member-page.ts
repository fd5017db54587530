/** A member as the office sees them: masked, unless somebody says why not. @module */
import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { maskCard, maskName } from "../../shared/cards/mask.ts";
import { limits } from "../access/limit-table.ts";
import { maskedPhoneOf, phoneOf } from "../access/phone.ts";
import { waitingAbout } from "../approvals/queries.ts";
import { auditRow } from "../audit/queries.ts";
import { birthdayInSight } from "../access/birthday-sight.ts";
import type { Desk } from "../desk.ts";
import { takeTry } from "../http/limits.ts";
import { devicesOf } from "../members/devices.ts";
import { explain, historyOf, lotsOf, summaryOf } from "../points/show-points.ts";
import { tagsOfMember } from "../tags/queries.ts";
import { memberInScope } from "./member-in-scope.ts";
import { cardsOf, freezeOf } from "./member-queries.ts";

/** @throws Problem not-found */
export const showMember = async (
  desk: Desk,
  memberId: string,
): Promise<AnswerOf<typeof doors.showMember>> => {
  const [m, points, lots, cards, devices, tags, waiting, [freeze]] = await Promise.all([
    memberInScope(desk, memberId),
    summaryOf(desk, memberId),
    lotsOf(desk, memberId),
    desk.db.read(cardsOf, [memberId]),
    desk.db.read(devicesOf, [memberId]),
    desk.db.read(tagsOfMember, [memberId]),
    desk.db.read(waitingAbout, [memberId, desk.now]),
    desk.db.read(freezeOf, [memberId]),
  ]);
  return {
    id: m.id,
    brandId: m.brand_id,
    nameMasked: maskName(m.name),
    phoneMasked: maskedPhoneOf(desk.keys, m),
    birthday: birthdayInSight(desk, m.birthday),
    joinedAt: m.joined_at,
    source: m.source,
    state: m.state,
    frozen: freeze ? frozenView(freeze) : null,
    externalRef: m.external_ref,
    points,
    lots,
    cards: cards.map((c) => ({
      id: c.id,
      medium: c.medium,
      numberMasked: maskCard(c.number ?? c.handle ?? ""),
      state: c.state,
      issuedAt: c.issued_at,
    })),
    devices: devices.map((d) => ({ id: d.id, label: d.label, seenAt: d.seen_at })),
    birthdayCalendar: m.birthday_calendar,
    tags: tags.map((t) => ({ id: t.id, name: t.name, screened: t.screened === 1 })),
    waiting: waiting.filter((w) => w.kind === "points.adjust").map((w) => ({
      id: w.id,
      points: (JSON.parse(w.asked) as { points: number }).points,
      askedAt: w.asked_at,
    })),
  };
};

const frozenView = (row: { at: number; after_json: string | null; by_name: string }) => {
  const { reason } = JSON.parse(row.after_json ?? "{}") as { reason?: string };
  return { reason: reason ?? "", at: row.at, by: row.by_name };
};

/** Entries of the member's points account, newest first. @throws Problem not-found */
export const showMemberHistory = async (
  desk: Desk,
  memberId: string,
  page: { before?: number; limit?: number },
): Promise<AnswerOf<typeof doors.showMemberHistory>> =>
  (await Promise.all([historyOf(desk, memberId, page), memberInScope(desk, memberId)]))[0];

/** One entry opened. @throws Problem not-found, also for another member's journal */
export const explainMemberEntry = async (
  desk: Desk,
  memberId: string,
  journalId: string,
): Promise<AnswerOf<typeof doors.explainMemberEntry>> =>
  (await Promise.all([explain(desk, memberId, journalId), memberInScope(desk, memberId)]))[0];

/** Full name and phone. Who looked, at whom and why is in the log before the answer leaves.
 *  @throws Problem not-found, too-many after 60 in an hour */
export const revealPhone = async (
  desk: Desk,
  memberId: string,
  reason: string,
): Promise<AnswerOf<typeof doors.revealPhone>> => {
  const m = await memberInScope(desk, memberId);
  await takeTry(desk, `reveal/${desk.actor.id}`, limits.reveal);
  await desk.db.write([
    auditRow(desk, {
      action: "member.revealed",
      subject: memberId,
      after: { reason },
      brandId: m.brand_id,
    }),
  ]);
  return { name: m.name, phone: phoneOf(desk.keys, m) };
};
