/** What of a file is told before its ledger is looked at, and then nothing else. */
import { beforeEach, describe, expect, test } from "vitest";
import { dropGuards, openLedger, type TestLedger } from "./test-ledger.ts";
import { proveLedger, verifyLedger } from "./verify.ts";

let ledger: TestLedger;
const forge = async (...statements: string[]) => {
  for (const sql of statements) await ledger.rows(sql);
};

const onFile = describe.skipIf(Boolean(process.env.TEST_DATABASE_URL));

onFile("a file that is not what was written", () => {
  const verify = () => verifyLedger(ledger.db, ledger.clock.now);
  const none = { entries: 0, accounts: 0, seals: 0, trial: [] };
  beforeEach(async () => {
    ledger = await openLedger();
    await ledger.give(await ledger.enrol(), 10, null);
    await dropGuards(ledger);
    await forge("pragma foreign_keys = off");
    return () => ledger.close();
  });

  test("is told before anything else is looked at: rows that others refer to", async () => {
    await forge("update entry set account_id = account_id || 'x'");
    const { findings, ...rest } = await verify();
    expect(findings).toMatchObject([{ check: "rows that others refer to are there" }]);
    expect(findings[0]!.rows).toContainEqual(expect.objectContaining({ table: "entry" }));
    expect(rest).toEqual(none);
    expect((await proveLedger(ledger.db, ledger.clock.now)).entries).toBe(1);
  });

  test("at most five of them", async () => {
    await forge(
      `with recursive i(n) as (select 1 union all select n + 1 from i where n < 9)
       insert into seal_head select '2026-06-15', 'x' || n, 1, '' from i`,
    );
    expect((await verify()).findings[0]!.rows).toHaveLength(5);
  });

  test("text that cannot be read, and where it is", async () => {
    await forge("update brand set name_en = cast(x'ff' as text)");
    expect(await verify()).toEqual({
      findings: [{ check: "text", rows: [{ table: "text that is none in brand" }] }],
      ...none,
    });
  });

  test("pages that do not fit together", async () => {
    await forge(
      "pragma ignore_check_constraints = on",
      "update lot set remaining = -1",
      "pragma ignore_check_constraints = off",
    );
    expect(await verify()).toEqual({
      findings: [{
        check: "pages of the file",
        rows: [{ page: "CHECK constraint failed in lot" }],
      }],
      ...none,
    });
  });

  test("a schema that cannot be read", async () => {
    await forge(
      "pragma writable_schema = on",
      "update sqlite_master set sql = 'create x' where name = 'tide'",
      "pragma writable_schema = reset",
    );
    const page = expect.stringContaining("malformed database schema (tide)");
    expect(await verify()).toEqual({
      findings: [{ check: "pages of the file", rows: [{ page }] }],
      ...none,
    });
  });

  test("and what is no damage is not told as such", async () => {
    await forge("drop table seal");
    await expect(verify()).rejects.toThrow("no such table: seal");
  });
});
