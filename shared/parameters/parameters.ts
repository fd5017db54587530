/** General parameters of a brand: what head office sets once and every room reads. Each has a
 *  default and bounds that keep it safe; each acts somewhere (the room stands beside it). @module */
import * as z from "zod/mini";
import { PlainText } from "../plain-text.ts";
import { noticeKinds } from "../push/endpoints.ts";

const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
const orNone = (least: number, most: number) => z.nullable(whole(least, most));

/** Least and most of what the database holds a PIN's tries against before anything is read. */
export const pinBounds = { tries: [3, 5], lockMinutes: [15, 1440] } as const;

const fields = {
  /** Returns are taken this many days after the sale (api/sales); null: always. */
  returnWindowDays: orNone(0, 3650),
  /** Wrong tries a one-time code takes (api/access). */
  codeTries: whole(3, 5),
  /** Wrong PINs before the PIN locks, and for how long (api/access). */
  pinTries: whole(...pinBounds.tries),
  pinLockMinutes: whole(...pinBounds.lockMinutes),
  /** Days a new gift stays reserved for its member, unless the gift says otherwise (console/gifts). */
  claimDays: whole(1, 365),
  /** Above this nobody adjusts points alone, whatever their role allows; null: the role decides. */
  adjustmentAloneMax: orNone(0, 1_000_000),
  /** A survey that gives more waits for a second person (api/surveys). */
  surveyAloneMax: whole(0, 100_000),
  /** What 100 points are worth (fen) where the rules let nobody pay with points (api/what-if). */
  hundredPointsFen: whole(0, 1_000_000),
  /** New rules wait for a second person (api/programme). */
  publishNeedsSecond: z.boolean(),
  /** Days until a request that nobody decided lapses (api/approvals). */
  approvalDays: whole(1, 60),
  /** Seconds without a touch before a kiosk asks whether somebody is there (kiosk). */
  kioskIdleSeconds: whole(20, 300),
  /** Minutes a counter stays open without a touch (kiosk). */
  counterLockMinutes: whole(1, 30),
  /** What the points are called on the phone (pwa). */
  pointsNameZh: PlainText(8, 1),
  pointsNameEn: PlainText(20, 1),
  /** Messages to members that the brand does not send (api/push); codes and security always go. */
  messagesOff: z.array(z.enum(noticeKinds)).check(z.maxLength(noticeKinds.length)),
};

/** Every parameter, as the console sends and the rooms read it. */
export const Parameters = z.strictObject(fields);
export type Parameters = z.infer<typeof Parameters>;

export const defaultParameters: Parameters = {
  returnWindowDays: null,
  codeTries: 5,
  pinTries: 5,
  pinLockMinutes: 15,
  claimDays: 7,
  adjustmentAloneMax: null,
  surveyAloneMax: 200,
  hundredPointsFen: 100,
  publishNeedsSecond: false,
  approvalDays: 14,
  kioskIdleSeconds: 45,
  counterLockMinutes: 2,
  pointsNameZh: "积分",
  pointsNameEn: "points",
  messagesOff: [],
};

/** Parameters as they were kept, filled up with the defaults; one that no longer holds falls back to
 *  its default, so that an old row never stops a till. */
export const readParameters = (body: string | null | undefined): Parameters => {
  const kept = body ? JSON.parse(body) as Record<string, unknown> : {};
  const read: Record<string, unknown> = { ...defaultParameters };
  for (const [name, schema] of Object.entries(fields)) {
    if (kept[name] === undefined) continue;
    const found = z.safeParse(schema as z.ZodMiniType, kept[name]);
    if (found.success) read[name] = found.data;
  }
  const whole = z.safeParse(Parameters, read);
  return whole.success ? whole.data : defaultParameters;
};
