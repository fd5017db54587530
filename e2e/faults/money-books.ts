/** What the books say, in the words of what was wanted. @module */
import type { Db } from "../../api/db/open.ts";
import type { Account, Work } from "./money-work.ts";

const perMember = `
  select l.id as loyalty,
    (select balance from account where id = l.id || '.points') as balance,
    (select count(*) from sale where account_id = l.id) as sales,
    (select count(*) from sale_return r join sale s on s.id = r.sale_id
       where s.account_id = l.id) as returns,
    (select count(*) from claim where account_id = l.id) as claims,
    (select count(*) from claim c join claim_end e on e.claim_id = c.id
       where c.account_id = l.id and e.state = 'handed-over') as handedOver,
    (select count(*) from claim c join claim_end e on e.claim_id = c.id
       where c.account_id = l.id and e.state = 'cancelled') as cancelled,
    (select count(*) from entry e join journal j on j.id = e.journal_id
       where e.account_id = l.id || '.points' and j.kind = 'adjustment'
         and j.cause_kind <> 'opening') as adjustments,
    (select count(*) from transfer where from_account = l.id) as sent,
    (select count(*) from transfer_end where to_account = l.id) as received
  from loyalty_account l`;

/** Members whose books differ from what was wanted, each with both; none: all is well. */
export const differences = async (db: Db, work: Work): Promise<string[]> => {
  const rows = await db.execute(perMember);
  const found: string[] = [];
  for (const [patron, wanted] of work.wanted) {
    const row = rows.find((r) => r.loyalty === patron.loyaltyId)!;
    const has = Object.fromEntries(
      Object.keys(wanted).map((name) => [name, Number(row[name])]),
    ) as Account;
    const [a, b] = [JSON.stringify(wanted), JSON.stringify(has)];
    if (a !== b) found.push(`${patron.memberId} wanted ${a} has ${b}`);
  }
  return found;
};

/** Keys that were wanted and are not booked, and keys that nobody wanted. */
export const strayKeys = async (db: Db, work: Work): Promise<string[]> => {
  const rows = await db.execute("select key from command");
  const booked = new Set(rows.map((r) => String(r.key).split(":").at(-1)!));
  return [
    ...[...work.keys].filter((key) => !booked.has(key)).map((key) => `lost ${key}`),
    ...[...booked].filter((key) => !work.keys.has(key)).map((key) => `stray ${key}`),
  ];
};
