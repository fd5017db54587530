/** Phones of a member: at most three signed in at a time. @module */
import { inserting, ranks, reading, type Write, writing } from "../db/statement.ts";
import { endSessionsOfDevice } from "../access/queries.ts";
import { endCardsOfDevice } from "../cards/queries.ts";

/** The trigger member_device_max holds the same number. */
export const devicesMax = 3;

export type DeviceRow = {
  id: string;
  member_id: string;
  label: string;
  created_at: number;
  seen_at: number;
};

export const devicesOf = reading<[memberId: string], DeviceRow>(
  "devices of a member",
  `select j.key as n, d.id, d.member_id, d.label, d.created_at, d.seen_at from json_each(?1) j
   join member_device d on d.member_id = j.value->>0 and d.state = 'active'
   order by j.key, d.seen_at desc, d.id`,
);

/** The same of the member whom a one-time code was sent to. */
export const devicesByCode = reading<[codeId: string], DeviceRow>(
  "devices by one-time code",
  `select j.key as n, d.id, d.member_id, d.label, d.created_at, d.seen_at from json_each(?1) j
   join one_time_code c on c.id = j.value->>0
   join member m on m.brand_id = c.brand_id and m.phone_index = c.phone_index
   join member_device d on d.member_id = m.id and d.state = 'active'
   order by j.key, d.seen_at desc, d.id`,
);

export const insertDevice = inserting<DeviceRow>("member_device", ranks.device, [
  "id",
  "member_id",
  "label",
  "created_at",
  "seen_at",
]);

export const touchDevice = writing<{ id: string; label: string; at: number }>(
  "touch device",
  ranks.change,
  ["id", "label", "at"],
  `update member_device set label = j.value->>1, seen_at = j.value->>2 from json_each(?1) j
   where member_device.id = j.value->>0`,
);

/** Before another device is added (rank). */
const revokeDevice = writing<{ id: string }>(
  "revoke device",
  ranks.device - 1,
  ["id"],
  `update member_device set state = 'revoked' from json_each(?1) j
   where member_device.id = j.value->>0`,
);

const forgetSubscription = writing<{ device_id: string }>(
  "forget a device's push subscription",
  ranks.change,
  ["device_id"],
  `delete from push_subscription where device_id in (select j.value->>0 from json_each(?1) j)`,
);

/** Signs a device out in every way: session, e-card, push. Call `forget(deviceId)` afterwards.
 *  @param cardState why its e-card ends */
export const deviceEnds = (
  memberId: string,
  deviceId: string,
  cardState: "returned" | "lost" | "replaced",
  at: number,
): Write[] => [
  revokeDevice.row({ id: deviceId }),
  endCardsOfDevice.row({ device_id: deviceId, state: cardState, at }),
  endSessionsOfDevice.row({ subject_id: memberId, device_id: deviceId }),
  forgetSubscription.row({ device_id: deviceId }),
];
