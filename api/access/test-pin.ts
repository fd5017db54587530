/** PINs of members in tests that are about something else. @module */
import { quickHash } from "../demo/quick-hash.ts";
import type { Scene } from "./test-scene.ts";

/** Gives the member of this phone number a PIN. Its hash is asked for as every other is, but was made
 *  with few rounds: a PIN set through its door costs each test and each use of it half a second. */
export const givePin = async (
  scene: Pick<Scene, "db" | "house">,
  memberId: string,
  pin: string,
): Promise<void> => {
  await scene.db.execute("update member set pin_hash = ?, pin_set_at = ? where id = ?", [
    quickHash(pin),
    scene.house.clock(),
    memberId,
  ]);
};
