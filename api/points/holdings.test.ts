/** What a command knows of an account before it decides. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestMember } from "../test-chain.ts";
import {
  findHeads,
  findHoldings,
  type Holdings,
  newHoldings,
  openAccount,
  readHoldings,
} from "./holdings.ts";
import { day, openLedger, type TestLedger } from "./test-ledger.ts";

let ledger: TestLedger;
let who: TestMember;
beforeAll(async () => {
  ledger = await openLedger();
});
beforeEach(async () => {
  who = await ledger.enrol("陈秀兰");
});
afterAll(() => ledger.close());
const now = () => ledger.clock.now;

const ofAccount = (): Pick<Holdings, "loyaltyId" | "memberId" | "brandId" | "tierId"> => ({
  loyaltyId: who.loyaltyId,
  memberId: who.memberId,
  brandId: "brd_a",
  tierId: "tie_a",
});
const head = (unit: string, more = {}) => ({
  accountId: `${who.loyaltyId}.${unit}`,
  unit,
  balance: 0,
  seq: 0,
  hash: "",
  carry: 0,
  ...more,
});

describe("the holdings of an account", () => {
  test("that is new are empty, and what its opening took them for", async () => {
    const empty = {
      ...ofAccount(),
      memberState: "active",
      memberName: "陈秀兰",
      language: "zh-CN",
      listens: false,
      points: head("points"),
      qualifying: head("qualifying"),
      debt: head("points-debt"),
      spendable: 0,
      pending: 0,
      lots: [],
    };
    const found = await readHoldings(ledger.desk(), who.loyaltyId);
    expect(found).toMatchObject(empty);
    const account = { ...ofAccount(), openedAt: now() };
    expect(newHoldings(account, "陈秀兰")).toEqual(found);
    expect(newHoldings(account, "Chen", "en")).toMatchObject({
      language: "en",
      memberName: "Chen",
    });
  });

  test("are its heads and open lots, first to lapse first", async () => {
    const never = await ledger.give(who, 30, null);
    const late = await ledger.give(who, 20, now() + 7 * day, 2 * day);
    const soon = await ledger.give(who, 50, now() + day);
    const empty = await ledger.give(who, 5, now() + day / 2);
    await ledger.draw(who, empty, 5);
    const posting = ledger.start(await ledger.holdings(who));
    posting.qualify(700, "bought@sto_a");
    posting.owe(4, "owed@sto_a");
    posting.issue(0, {
      contra: "issued@sto_a",
      availableAt: 0,
      lapsesAt: null,
      rulesId: null,
      carryAfter: 7,
    });
    await ledger.book(posting);
    const found = await ledger.holdings(who);
    const hashes = await ledger.rows(
      "select unit, hash from entry where account_id like ? || '.%' order by seq",
      who.loyaltyId,
    );
    const last = Object.fromEntries(hashes.map(({ unit, hash }) => [unit, hash]));
    expect(found).toMatchObject({
      ...ofAccount(),
      points: head("points", { balance: 100, seq: 6, hash: last.points, carry: 7 }),
      qualifying: head("qualifying", { balance: 700, seq: 1, hash: last.qualifying }),
      debt: head("points-debt", { balance: 4, seq: 1, hash: last["points-debt"] }),
      spendable: 80,
      pending: 20,
      standing: { counted: 700 },
    });
    const [journal] = await ledger.rows("select journal_id from lot where id = ?", late);
    expect(found.lots.map(({ id, remaining }) => [id, remaining]))
      .toEqual([[soon, 50], [late, 20], [never, 30]]);
    expect(found.lots[1]).toEqual({
      id: late,
      accountId: `${who.loyaltyId}.points`,
      journalId: journal!.journal_id,
      original: 20,
      remaining: 20,
      availableAt: now() + 2 * day,
      lapsesAt: now() + 7 * day,
      issuedStoreId: "sto_a",
      issuedBrandId: "brd_a",
      ruleVersionId: "rul_a",
      createdSeq: 2,
    });
    expect(await findHeads(ledger.desk(), who.loyaltyId)).toEqual({ ...found, lots: [] });
  });

  test("after a posting still know what they knew of a lot", async () => {
    const id = await ledger.give(who, 50, now() + day);
    const before = await ledger.holdings(who);
    const posting = ledger.start(before);
    posting.draw([{ lotId: id, amount: 20 }], "redeemed@sto_a");
    expect(posting.after().lots).toEqual([{ ...before.lots[0]!, remaining: 30 }]);
  });

  test("of a lot that no store gave name none", async () => {
    const posting = ledger.start(await ledger.holdings(who));
    posting.receive([{
      amount: 3,
      available_at: now(),
      lapses_at: null,
      issued_store_id: null,
      issued_brand_id: "brd_a",
      rules_id: null,
    }], "adjusted@brd_a");
    await ledger.book(posting);
    const { lots } = await ledger.holdings(who);
    expect(lots).toMatchObject([{ issuedStoreId: "", ruleVersionId: null }]);
  });

  test("tell a member's language, state and whether some phone listens", async () => {
    const of = async () => {
      const { language, memberState, listens } = await ledger.holdings(who);
      return { language, memberState, listens };
    };
    expect(await of()).toEqual({ language: "zh-CN", memberState: "active", listens: false });
    await ledger.rows(
      "update member set language = 'en', state = 'frozen' where id = ?",
      who.memberId,
    );
    await ledger.rows(
      `insert into push_subscription (id, member_id, endpoint, p256dh, auth, created_at)
       values ('sub_a', ?, 'https://push.example/a', '', '', 0)`,
      who.memberId,
    );
    expect(await of()).toEqual({ language: "en", memberState: "frozen", listens: true });
  });
});

describe("an account", () => {
  test("is found by its id, its member or a card, and not by another", async () => {
    const desk = ledger.desk();
    const found = await findHoldings(desk, who.loyaltyId);
    for (const handle of [who.memberId, who.card]) {
      expect(await findHoldings(desk, handle)).toEqual(found);
      expect(await findHeads(desk, handle)).toEqual(found);
    }
    for (const handle of ["acc_none", "mem_none", "scn_none", "sal_none", "clm_none", "0"]) {
      expect(await findHoldings(desk, handle)).toBeNull();
      expect(await findHeads(desk, handle)).toBeNull();
      await expect(readHoldings(desk, handle)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("is opened with three ledger accounts, and since when it has its tier, if any", async () => {
    const opened = async (tierId: string | null) => {
      const desk = ledger.desk();
      const [memberId, loyaltyId] = [desk.id("member"), desk.id("account")];
      await ledger.rows(
        "insert into member (id, brand_id, name, joined_at, source) values (?, 'brd_a', 'x', 0, 'test')",
        memberId,
      );
      await ledger.db.write(
        openAccount({ loyaltyId, memberId, brandId: "brd_a", tierId, openedAt: 77 }),
      );
      const accounts = await ledger.rows(
        "select id, brand_id, unit from account where loyalty_id = ? order by id",
        loyaltyId,
      );
      expect(accounts).toEqual(["points", "points-debt", "qualifying"].map((unit) => ({
        id: `${loyaltyId}.${unit}`,
        brand_id: "brd_a",
        unit,
      })));
      return (await ledger.rows("select * from loyalty_account where id = ?", loyaltyId))[0]!;
    };
    expect(await opened("tie_a")).toMatchObject({
      tier_id: "tie_a",
      tier_since: 77,
      opened_at: 77,
    });
    expect(await opened(null)).toMatchObject({ tier_id: null, tier_since: null, opened_at: 77 });
  });
});
