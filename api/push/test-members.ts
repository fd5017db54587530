/** For tests of this room: members with phones, straight into the tables. @module */
import { makeId } from "../../shared/ids.ts";
import { ranks, type Write, writing } from "../db/statement.ts";
import { openDesk, programme } from "../desk.ts";
import type { TestHouse } from "../test-house.ts";
import { keepSubscription } from "./queries.ts";
import type { Phone } from "./test-push-service.ts";

const insert = (table: string, row: Record<string, unknown>, rank: number): Write =>
  writing<Record<string, unknown>>(
    `test insert ${table}`,
    rank,
    Object.keys(row),
    `insert into ${table} (${Object.keys(row).join(", ")})
     select ${Object.keys(row).map((_, i) => `j.value->>${i}`).join(", ")} from json_each(?1) j`,
  ).row(row);

export type TestMember = { memberId: string; deviceId: string; loyaltyId: string };

const brandOf = new WeakMap<TestHouse, string>();

/** A member with an account and one phone signed in. */
export const addMember = async (test: TestHouse, name = "王秀英"): Promise<TestMember> => {
  const desk = openDesk(test.house, programme);
  const at = desk.now;
  const writes: Write[] = [];
  let brandId = brandOf.get(test);
  if (!brandId) {
    brandId = desk.id("brand");
    brandOf.set(test, brandId);
    const brand = { id: brandId, name_zh: "春禾超市", name_en: "Chunhe", colour: "#2f7d4f" };
    writes.push(insert("brand", { ...brand, created_at: at }, ranks.place));
  }
  const [memberId, deviceId, loyaltyId] = [
    desk.id("member"),
    desk.id("device"),
    desk.id("account"),
  ];
  writes.push(
    insert("member", { id: memberId, brand_id: brandId, name, joined_at: at, source: "phone" }, 10),
    insert(
      "member_device",
      { id: deviceId, member_id: memberId, label: "华为 Mate 70", created_at: at, seen_at: at },
      ranks.device,
    ),
    insert(
      "loyalty_account",
      { id: loyaltyId, brand_id: brandId, member_id: memberId, opened_at: at },
      ranks.loyaltyAccount,
    ),
  );
  await test.house.db.write(writes);
  return { memberId, deviceId, loyaltyId };
};

/** Subscribes a phone without going through the door. @returns the subscription's id */
export const subscribe = async (
  test: TestHouse,
  member: TestMember,
  phone: Phone,
  endpoint: string,
): Promise<string> => {
  const now = test.clock.now;
  const id = makeId("subscription", now, test.house.chance(12));
  await test.house.db.write([keepSubscription.row({
    id,
    member_id: member.memberId,
    device_id: member.deviceId,
    endpoint,
    p256dh: phone.p256dh,
    auth: phone.auth,
    created_at: now,
  })]);
  return id;
};
