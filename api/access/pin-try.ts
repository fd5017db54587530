/** A try of a member's PIN, held against what the member's brand allows. The database looks that up
 *  itself, so that the try is taken while the PIN is still being read. @module */
import { defaultParameters, pinBounds } from "../../shared/parameters/parameters.ts";
import { ranks, type Write, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { countedOn } from "../http/limits.ts";
import { limits } from "./limit-table.ts";

/** Where the tries of a member's PIN are counted. */
export const pinKey = (memberId: string): string => `pin/${memberId}`;

/** A parameter of the brand as `readParameters` reads it: what does not hold is the default. */
const kept = (name: string, [least, most]: readonly [number, number], otherwise: string): string =>
  `case when json_type(p.body, '$.${name}') = 'integer'
     and p.body->>'${name}' between ${least} and ${most} then p.body->>'${name}'
     else ${otherwise} end`;

const countPinTry = writing<{
  key: string;
  member_id: string;
  at: number;
  window_ends_at: number;
  most: number;
  lock_minutes: number;
}>(
  "count a try of a PIN",
  ranks.command,
  ["key", "member_id", "at", "window_ends_at", "most", "lock_minutes"],
  `insert into attempt (key, count, most, at, window_ends_at, lock_ms, locked_until)
   select j.value->>0, 1, ${kept("pinTries", pinBounds.tries, "j.value->>4")}, j.value->>2,
     j.value->>3, 60000 * ${kept("pinLockMinutes", pinBounds.lockMinutes, "j.value->>5")}, null
   from json_each(?1) j left join member m on m.id = j.value->>1
   left join parameter_set p on p.brand_id = m.brand_id where true order by j.key
   ${countedOn}`,
);

/** One try of a member's PIN. Its batch collides on "collision: attempt" when nothing is left. */
export const pinTryWrite = (desk: Desk, memberId: string): Write =>
  countPinTry.row({
    key: pinKey(memberId),
    member_id: memberId,
    at: desk.now,
    window_ends_at: desk.now + limits.pin.windowMs,
    most: defaultParameters.pinTries,
    lock_minutes: defaultParameters.pinLockMinutes,
  });
