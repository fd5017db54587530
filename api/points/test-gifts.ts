/** Gifts of points in the random histories: sent by code, then taken by the other or taken back.
 *  @module */
import fc from "fast-check";
import { expect } from "vitest";
import { Problem } from "../../shared/problems.ts";
import { settle } from "../db/settle.ts";
import { openDesk } from "../desk.ts";
import type { TestChain, TestMember } from "../test-chain.ts";
import { newKey } from "../test-house.ts";
import { acceptTransferByCode } from "../transfers/accept-transfer.ts";
import { cancelTransfer } from "../transfers/give-transfer-back.ts";
import { decideSending } from "../transfers/send-points.ts";
import { summaryOf } from "./show-points.ts";

export type Passing =
  | { do: "send"; who: number; points: number }
  | { do: "end-gift"; gift: number; taken: boolean };

export const passing: fc.Arbitrary<Passing> = fc.oneof(
  fc.record({
    do: fc.constant("send" as const),
    who: fc.nat(1),
    points: fc.integer({ min: 1, max: 300 }),
  }),
  fc.record({ do: fc.constant("end-gift" as const), gift: fc.nat(4), taken: fc.boolean() }),
);

export type SentGift = { id: string; code: string; who: number; points: number; over: boolean };

export const allowSending = (chain: TestChain): Promise<unknown> =>
  chain.house.db.batch([{
    sql: "insert into transfer_policy values ('brd_a', 1, 1, 9999, 99999, 99999, 60, 1, 0, null)",
  }]);

const deskOf = (chain: TestChain, { memberId }: TestMember) =>
  openDesk(chain.house, {
    role: "member",
    id: memberId,
    memberId,
    brandId: "brd_a",
    scope: { brandIds: ["brd_a"], storeIds: [] },
  }, { now: chain.clock.now });

/** Points that left count as redeemed by the sender, points that arrive as given back. */
export const pass = async (
  chain: TestChain,
  members: TestMember[],
  told: { gifts: SentGift[]; redeemed: number[] },
  step: Passing,
): Promise<void> => {
  if (step.do === "send") return await send(chain, members[step.who]!, told, step);
  const gift = told.gifts[step.gift % Math.max(1, told.gifts.length)];
  if (!gift || gift.over) return;
  const to = step.taken ? 1 - gift.who : gift.who;
  const desk = deskOf(chain, members[to]!);
  const ended =
    await (step.taken
      ? acceptTransferByCode(desk, newKey(), gift.code)
      : cancelTransfer(desk, newKey(), gift.id)).catch((e: unknown) => e);
  // After its days, or after ten codes in an hour, it is refused and stays where it is.
  if (ended instanceof Problem) {
    return expect(["transfer-over", "too-many"]).toContain(ended.code);
  }
  if (ended instanceof Error) throw ended;
  gift.over = true;
  told.redeemed[to]! -= gift.points;
};

const send = async (
  chain: TestChain,
  member: TestMember,
  told: { gifts: SentGift[]; redeemed: number[] },
  { who, points }: Extract<Passing, { do: "send" }>,
): Promise<void> => {
  const desk = deskOf(chain, member);
  const before = await summaryOf(desk, member.loyaltyId);
  const wish = { to: { by: "code" as const }, points, note: "" };
  const sent = await settle(
    desk,
    newKey(),
    wish,
    () => decideSending(desk, member.memberId, wish),
  ).catch((e: unknown) => e as Error);
  expect(sent instanceof Problem).toBe(before.debt > 0 || before.spendable < points);
  if (sent instanceof Problem) return;
  if (sent instanceof Error) throw sent;
  told.redeemed[who]! += points;
  const { id, code } = sent.gift;
  told.gifts.push({ id, code: code!, who, points, over: false });
};
