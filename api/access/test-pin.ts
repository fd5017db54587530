/** PINs of members in tests that are about something else. @module */
import { quickHash } from "../demo/quick-hash.ts";
import { setPin } from "../members/queries.ts";
import type { Scene } from "./test-scene.ts";

/** Gives a member a PIN. Its hash is asked for as every other is, but was made with few rounds: a PIN
 *  set through its door costs each test and each use of it half a second. */
export const givePin = async (
  { db, house }: Pick<Scene, "db" | "house">,
  memberId: string,
  pin: string,
): Promise<void> => {
  const row = { id: memberId, pin_hash: quickHash(pin), at: house.clock() };
  await db.write([setPin.row(row)], [memberId]);
};
