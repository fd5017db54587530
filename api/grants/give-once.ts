/** One calendar gift to one member, booked once however often the timetable comes by. @module */
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { findHeads } from "../points/holdings.ts";
import type { RulesRow } from "../points/queries.ts";
import { type Grant, postGrant } from "./post-grant.ts";
import { journalOfCause } from "./queries.ts";

/** Found not to be due after all: nothing is booked under the key, so that it may be later. */
export class NotDue extends Error {}

/** @returns whether it was booked now
 *  @throws Problem too-busy */
export const giveOnce = (
  desk: Desk,
  memberId: string,
  rules: RulesRow,
  grant: Grant,
): Promise<boolean> => {
  const { kind, id } = grant.cause;
  return onceDue(desk, `${kind}:${id}`, async () => {
    const [holdings, [before]] = await Promise.all([
      findHeads(desk, memberId),
      desk.db.read(journalOfCause, [kind, id]),
    ]);
    if (before || holdings?.memberState !== "active") throw new NotDue();
    return { ...postGrant(desk, holdings, rules, { ...grant, tell: true }), members: [memberId] };
  });
};

/** Books what is due once under its name and wakes the phones of those it is for.
 *  @returns false if `decide` threw NotDue */
export const onceDue = async (
  desk: Desk,
  name: string,
  decide: () => Promise<{ writes: Write[]; touches: string[]; members: string[] }>,
): Promise<boolean> => {
  try {
    const { members } = await settle(desk, name, { name }, async () => {
      const { writes, touches, members } = await decide();
      return { answer: { members }, writes, touches };
    });
    for (const id of members) desk.nudge(id);
    return true;
  } catch (error) {
    if (error instanceof NotDue) return false;
    throw error;
  }
};
