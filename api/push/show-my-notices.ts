/** What the member wants to be told. @module */
import { type NoticeKind, noticeKinds } from "../../shared/push/endpoints.ts";
import type { Desk } from "../desk.ts";
import { choicesOf, subscriptionsOf } from "./queries.ts";
import { vapidOf } from "./vapid.ts";

type Choices = Record<NoticeKind, boolean>;

/** Every kind is wanted until the member says otherwise. */
export const choicesFrom = (rows: { kind: string; wanted: number }[]): Choices =>
  Object.fromEntries(
    noticeKinds.map((kind) => [kind, rows.find((r) => r.kind === kind)?.wanted !== 0]),
  ) as Choices;

/** The choices, the key to subscribe with, and whether this phone is subscribed. */
export const showMyNotices = async (
  desk: Desk,
): Promise<{ choices: Choices; vapidPublicKey: string; subscribed: boolean }> => {
  const { memberId = "", deviceId } = desk.actor;
  const [choices, subscriptions, vapid] = await Promise.all([
    desk.db.readSeen(choicesOf, [memberId], desk.seen),
    desk.db.readSeen(subscriptionsOf, [memberId], desk.seen),
    vapidOf(desk),
  ]);
  return {
    choices: choicesFrom(choices),
    vapidPublicKey: vapid.publicKey,
    subscribed: subscriptions.some((s) => s.device_id === deviceId),
  };
};
