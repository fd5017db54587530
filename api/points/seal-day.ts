/** The daily seal: one root over the heads of all accounts that moved that day, chained to the seal
 *  before it. Kept here and mailed outside, it fixes the past: whoever changes an entry afterwards
 *  must also change a copy that is not in this house. @module */
import { dayOf, endOfDay, startOfDay } from "../../shared/business-day.ts";
import { Collision } from "../db/collision.ts";
import { inserting, ranks, type Write } from "../db/statement.ts";
import { sha256 } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { queueMessage } from "../push/queue-message.ts";

const insertSeal = inserting<{
  day: string;
  previous_day: string | null;
  heads: number;
  root: string;
  prev_root: string;
  sealed_at: number;
}>("seal", ranks.cause, ["day", "previous_day", "heads", "root", "prev_root", "sealed_at"]);

const insertSealHead = inserting<{ day: string; account_id: string; seq: number; hash: string }>(
  "seal_head",
  ranks.causeLine,
  ["day", "account_id", "seq", "hash"],
);

/** Root of a seal: the root before it and every head, in order of account. */
export const rootOf = (
  prevRoot: string,
  day: string,
  heads: readonly { account_id: string; seq: number; hash: string }[],
): string =>
  sha256(JSON.stringify([prevRoot, day, heads.map((h) => [h.account_id, h.seq, h.hash])]));

type Head = { account_id: string; seq: number; hash: string };

/** The last entry of each account recorded on a day, or on the day sealed last but after its seal:
 *  that happens where the clock was set back over midnight. */
const headsOf = async (desk: Desk, day: string, last: string | null): Promise<Head[]> => {
  const from = last ?? day;
  const rows = await desk.db.execute(
    `select e.account_id, max(e.seq) as seq, e.hash, h.seq as sealed from journal x
     join entry e on e.journal_id = x.id
     left join seal_head h on h.day = ? and h.account_id = e.account_id
     where x.recorded_at >= ? and x.recorded_at < ?
     group by e.account_id order by e.account_id`,
    [from, startOfDay(from), endOfDay(day)],
  ) as (Head & { sealed: number | null })[];
  return rows.filter((row) => row.seq > (row.sealed ?? 0))
    .map(({ account_id, seq, hash }) => ({ account_id, seq, hash }));
};

/** Seals a day that is over: the last entry of each account recorded on it.
 *  @returns the root, or null if this day or a later one was sealed already
 *  @throws RangeError if the day is not over */
export const sealDay = async (desk: Desk, day: string): Promise<string | null> => {
  if (endOfDay(day) > desk.now) throw new RangeError(`Cannot seal ${day}: it is not over`);
  const [last] = await desk.db.execute("select day, root from seal order by day desc limit 1");
  // A seal stands on the one before it: none is put under one that is there.
  if (last && String(last.day) >= day) return null;
  const heads = await headsOf(desk, day, last ? String(last.day) : null);
  const prevRoot = String(last?.root ?? "");
  const root = rootOf(prevRoot, day, heads);
  const writes: Write[] = [
    insertSeal.row({
      day,
      previous_day: last ? String(last.day) : null,
      heads: heads.length,
      root,
      prev_root: prevRoot,
      sealed_at: desk.now,
    }),
    ...heads.map((h) => insertSealHead.row({ day, ...h })),
  ];
  const { sealEmail } = desk.settings;
  if (sealEmail) {
    writes.push(queueMessage(desk, {
      channel: "email",
      kind: "seal",
      recipient: sealEmail,
      fields: { day, root, heads: heads.length },
      language: "zh-CN",
      expiresAt: desk.now + 7 * 86_400_000,
      once: `seal ${day}`,
    }));
  }
  try {
    await desk.db.write(writes, ["seal"]);
  } catch (error) {
    if (error instanceof Collision) return null;
    throw error;
  }
  return root;
};

/** Days that are over, have entries and no seal yet, oldest first. */
export const unsealedDays = async (desk: Desk): Promise<string[]> => {
  const [last] = await desk.db.execute("select max(day) as day from seal");
  const from = last?.day ? endOfDay(String(last.day)) : 0;
  const rows = await desk.db.execute(
    `select distinct cast((recorded_at + 28800000) / 86400000 as integer) as d from journal
     where recorded_at >= ? and recorded_at < ? order by d`,
    [from, startOfDay(dayOf(desk.now))],
  );
  return rows.map((r) => dayOf(Number(r.d) * 86_400_000 - 28_800_000));
};
