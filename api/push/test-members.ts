/** For tests of this room: members with phones that are signed in. @module */
import { hashToken } from "../access/tokens.ts";
import { insertSession } from "../access/queries.ts";
import { inserting, ranks } from "../db/statement.ts";
import { type Actor, type Desk, openDesk } from "../desk.ts";
import { openTestChain, type TestChain, type TestMember } from "../test-chain.ts";
import type { TestHouse } from "../test-house.ts";
import { keepSubscription } from "./queries.ts";
import type { Phone } from "./test-push-service.ts";

const insertDevice = inserting<{
  id: string;
  member_id: string;
  label: string;
  created_at: number;
  seen_at: number;
}>("member_device", ranks.device, ["id", "member_id", "label", "created_at", "seen_at"]);

export type SignedIn = TestMember & { deviceId: string; token: string; actor: Actor };

const chains = new WeakMap<TestHouse, Promise<TestChain>>();

/** The chain of this house, made at the first call. */
export const chainOf = (test: TestHouse): Promise<TestChain> => {
  const chain = chains.get(test) ?? openTestChain(test);
  chains.set(test, chain);
  return chain;
};

/** A phone signed in to a membership. */
export const signIn = async (test: TestHouse, member: TestMember): Promise<SignedIn> => {
  const { house, clock } = test;
  const deviceId = openDesk(house, { role: "nobody", id: "", scope: noScope }).id("device");
  const token = Buffer.from(house.chance(32)).toString("base64url");
  const hash = hashToken(token);
  const at = clock.now;
  await house.db.write([
    insertDevice.row({
      id: deviceId,
      member_id: member.memberId,
      label: "华为 Mate 70",
      created_at: at,
      seen_at: at,
    }),
    insertSession.row({
      token_hash: hash,
      kind: "member",
      subject_id: member.memberId,
      device_id: deviceId,
      terminal_id: null,
      created_at: at,
      seen_at: at,
      expires_at: at + 30 * 86_400_000,
      strong_at: at,
    }),
  ]);
  const actor: Actor = {
    role: "member",
    id: member.memberId,
    memberId: member.memberId,
    deviceId,
    brandId: "brd_a",
    sessionHash: hash,
    scope: { brandIds: ["brd_a"], storeIds: [] },
  };
  return { ...member, deviceId, token, actor };
};

const noScope = { brandIds: [], storeIds: [] };

/** A new member with one phone signed in. */
export const addMember = async (test: TestHouse, name = "王秀英"): Promise<SignedIn> =>
  signIn(test, await (await chainOf(test)).enrol(name));

export const deskOf = (test: TestHouse, member: SignedIn): Desk =>
  openDesk(test.house, member.actor);

/** Subscribes a phone without going through the door. */
export const subscribe = async (
  test: TestHouse,
  member: SignedIn,
  phone: Phone,
  endpoint: string,
): Promise<void> => {
  await test.house.db.write([keepSubscription.row({
    id: deskOf(test, member).id("subscription"),
    member_id: member.memberId,
    device_id: member.deviceId,
    endpoint,
    p256dh: phone.p256dh,
    auth: phone.auth,
    created_at: test.clock.now,
  })]);
};
