/** A phone asks for pushes, or no longer wants them. @module */
import { createECDH } from "node:crypto";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import type { subscribePush as door } from "../../shared/push/endpoints.ts";
import type { Desk } from "../desk.ts";
import { pushEndpoint } from "./push-hosts.ts";
import { dropSubscriptionsOf, keepSubscription, trimSubscriptions } from "./queries.ts";

/** Is this a key that a browser could have made: a point on P-256? Anything else could never be
 *  encrypted for. */
const isPhoneKey = (p256dh: string): boolean => {
  const point = Buffer.from(p256dh, "base64url");
  if (point.length !== 65 || point[0] !== 4) return false;
  const probe = createECDH("prime256v1");
  probe.generateKeys();
  try {
    probe.computeSecret(point);
    return true;
  } catch {
    return false;
  }
};

/** Keeps this phone's subscription in place of its former one; a member has at most five, the
 *  oldest makes room.
 *  @throws Problem push-refused for an address that is no push service's, or an unusable key */
export const subscribePush = async (
  desk: Desk,
  { endpoint, keys }: BodyOf<typeof door>,
): Promise<{ done: true }> => {
  const url = pushEndpoint(endpoint, desk.settings.pushHosts);
  if (!url || !isPhoneKey(keys.p256dh)) throw new Problem("push-refused");
  const { memberId = "", deviceId = null } = desk.actor;
  await desk.db.write([
    keepSubscription.row({
      id: desk.id("subscription"),
      member_id: memberId,
      device_id: deviceId,
      endpoint: url.href,
      p256dh: keys.p256dh,
      auth: keys.auth,
      created_at: desk.now,
    }),
    trimSubscriptions.row({ member_id: memberId, device_id: deviceId, endpoint: url.href }),
  ]);
  return { done: true };
};

/** Forgets this phone's subscription; it may have none. */
export const unsubscribePush = async (desk: Desk): Promise<{ done: true }> => {
  const { memberId = "", deviceId = null } = desk.actor;
  await desk.db.write([dropSubscriptionsOf.row({ member_id: memberId, device_id: deviceId })]);
  return { done: true };
};
