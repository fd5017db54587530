/** The daily seal: which heads it names, on what it stands, and that a day is sealed once. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dayOf } from "../../shared/business-day.ts";
import { openDesk, programme } from "../desk.ts";
import { fieldsOf } from "../push/open-message.ts";
import type { MessageRow } from "../push/queries.ts";
import type { TestMember } from "../test-chain.ts";
import { rootOf, sealDay, unsealedDays } from "./seal-day.ts";
import { day, openLedger, type TestLedger } from "./test-ledger.ts";
import { proveLedger } from "./verify.ts";

let ledger: TestLedger;
let who: TestMember;
let other: TestMember;
beforeEach(async () => {
  ledger = await openLedger({ SEAL_EMAIL: "books@hexin.example" });
  [who, other] = [await ledger.enrol(), await ledger.enrol()];
});
afterEach(async () => {
  expect((await proveLedger(ledger.db, ledger.clock.now)).findings).toEqual([]);
  await ledger.close();
});
const desk = () => openDesk(ledger.house, programme, { now: ledger.clock.now });
const today = () => dayOf(ledger.clock.now);
const give = (to: TestMember) => ledger.give(to, 10, null);
const seal = (on: string) => sealDay(desk(), on);
type Head = { account_id: string; seq: number; hash: string };
const headsOf = async (on: string) =>
  await ledger.rows(
    "select account_id, seq, hash from seal_head where day = ? order by account_id",
    on,
  ) as Head[];
const last = async (of: TestMember): Promise<Head> => {
  const { accountId, seq, hash } = (await ledger.holdings(of)).points;
  return { account_id: accountId, seq, hash };
};
const byAccount = (heads: Head[]) => heads.sort((a, b) => a.account_id < b.account_id ? -1 : 1);

describe("a seal", () => {
  test("names the last entry of each account that moved on its day, chained to the one before", async () => {
    const first = today();
    await give(who);
    await give(who);
    await give(other);
    const heads = byAccount([await last(who), await last(other)]);
    ledger.clock.now += day;
    await give(who);
    const second = today();
    const root = await seal(first);
    expect(await headsOf(first)).toEqual(heads);
    expect(heads.map(({ seq }) => seq).sort()).toEqual([1, 2]);
    expect(root).toBe(rootOf("", first, heads));
    const moved = await last(who);
    ledger.clock.now += day;
    const next = await seal(second);
    expect(await headsOf(second)).toEqual([moved]);
    expect(next).toBe(rootOf(root!, second, [moved]));
    const sealedAt = ledger.clock.now;
    expect(await ledger.rows("select * from seal order by day")).toEqual([
      { day: first, previous_day: null, heads: 2, root, prev_root: "", sealed_at: sealedAt - day },
      {
        day: second,
        previous_day: first,
        heads: 1,
        root: next,
        prev_root: root,
        sealed_at: sealedAt,
      },
    ]);
  });

  test("of a day on which nothing moved names nothing", async () => {
    const first = today();
    ledger.clock.now += day;
    expect(await seal(first)).toBe(rootOf("", first, []));
    expect(await headsOf(first)).toEqual([]);
  });

  test("is made once, however many make it", async () => {
    const first = today();
    await give(who);
    ledger.clock.now += day;
    const roots = await Promise.all([seal(first), seal(first), seal(first)]);
    expect(roots.filter((root) => root !== null)).toHaveLength(1);
    expect(await seal(first)).toBeNull();
    expect(await ledger.rows("select count(*) as n from seal")).toEqual([{ n: 1 }]);
  });

  test("is never put under a later one, which stands on what was before it", async () => {
    const first = today();
    await give(who);
    ledger.clock.now += day;
    const second = today();
    ledger.clock.now += day;
    expect(await seal(second)).not.toBeNull();
    expect(await seal(first)).toBeNull();
    expect(await ledger.rows("select day from seal")).toEqual([{ day: second }]);
  });

  test("waits until the day is over, to the instant", async () => {
    const first = today();
    const over = Date.parse(`${first}T00:00:00+08:00`) + day;
    ledger.clock.now = over - 1;
    await expect(seal(first)).rejects.toThrow(`Cannot seal ${first}: it is not over`);
    ledger.clock.now = over;
    expect(await seal(first)).not.toBeNull();
  });

  test("fails where the database does, and is then made by the next", async () => {
    const first = today();
    ledger.clock.now += day;
    await ledger.rows(
      "create trigger held before insert on seal begin select raise(abort, 'held'); end",
    );
    await expect(seal(first)).rejects.toThrow("held");
    await ledger.rows("drop trigger held");
    expect(await seal(first)).not.toBeNull();
  });

  test("names what was booked on a sealed day by a clock set back over midnight", async () => {
    const first = today();
    await give(who);
    await give(other);
    ledger.clock.now += day;
    const second = today();
    await seal(first);
    ledger.clock.now -= day;
    await give(who);
    const late = await last(who);
    ledger.clock.now += 2 * day;
    expect(await seal(second)).toBe(
      rootOf(
        String((await ledger.rows("select root from seal where day = ?", first))[0]!.root),
        second,
        [late],
      ),
    );
    expect(await headsOf(second)).toEqual([late]);
  });
});

describe("the mail with the root", () => {
  const mails = async () => await ledger.rows("select * from message where kind = 'seal'");

  test("goes out once a day, good for a week", async () => {
    const first = today();
    await give(who);
    ledger.clock.now += day;
    const root = await seal(first);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      channel: "email",
      language: "zh-CN",
      expires_at: ledger.clock.now + 7 * day,
    });
    expect(fieldsOf(ledger.house, mail as unknown as MessageRow))
      .toEqual({ day: first, root, heads: 1 });
    const second = today();
    ledger.clock.now += day;
    await seal(second);
    expect(await mails()).toHaveLength(2);
  });

  test("is not written where nobody is to have it", async () => {
    const first = today();
    ledger.clock.now += day;
    const house = { ...ledger.house, settings: { ...ledger.house.settings, sealEmail: null } };
    const quiet = openDesk(house, programme, { now: ledger.clock.now });
    expect(await sealDay(quiet, first)).not.toBeNull();
    expect(await mails()).toEqual([]);
  });
});

describe("days to be sealed", () => {
  test("are those that are over and have entries, since the last seal, in order", async () => {
    const first = today();
    const midnight = Date.parse(`${first}T00:00:00+08:00`);
    const unsealed = () => unsealedDays(desk());
    expect(await unsealed()).toEqual([]);
    ledger.clock.now = midnight;
    await give(who);
    ledger.clock.now = midnight + day - 1;
    await give(who);
    expect(await unsealed()).toEqual([]);
    ledger.clock.now = midnight + day;
    await give(other);
    expect(await unsealed()).toEqual([first]);
    // Nothing happens on the third.
    ledger.clock.now = midnight + 3 * day;
    await give(other);
    const [second, fourth] = [dayOf(midnight + day), dayOf(midnight + 3 * day)];
    expect(await unsealed()).toEqual([first, second]);
    ledger.clock.now += day;
    expect(await unsealed()).toEqual([first, second, fourth]);
    await seal(first);
    expect(await unsealed()).toEqual([second, fourth]);
    await seal(second);
    await seal(fourth);
    expect(await unsealed()).toEqual([]);
  });
});
