/** What each version has given and cost, from the ledger: read in pages, so that nobody waits for a
 *  long look at the books. @module */
import { dayOf } from "../../shared/business-day.ts";
import type { evaluatePlan as door } from "../../shared/console/what-if-doors.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { worthFen } from "../../shared/points/offset.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { reading } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { versionsOf } from "./queries.ts";
import { inForceOf, worthIn } from "./run-what-if.ts";

type Answer = AnswerOf<typeof door>;
type Flow = "issued" | "redeemed" | "lapsed" | "takenBack" | "moved";

const pageOf = 300;

/** Sums of the next accounts' lots by version and month: what was issued, and what is open. Lots that
 *  others were moved into were issued before. */
const lotSums = reading<[brandId: string, after: string, now: number], {
  last: string;
  sums: string;
}>(
  "lots of the next accounts by version and month",
  `select j.key as n, (select max(id) from (select l.id from loyalty_account l
       where l.brand_id = j.value->>0 and l.id > j.value->>1 order by l.id limit ${pageOf})) as last,
     (select json_group_array(json_array(rules_id, month, issued, open)) from (
       select t.rules_id, strftime('%Y-%m', x.occurred_at / 1000 + 28800, 'unixepoch') as month,
         sum(case when e.lot_id is null and x.kind not in ('transfer-in') then t.original else 0 end) as issued,
         sum(case when t.lapses_at is null or t.lapses_at > j.value->>2 then t.remaining else 0 end) as open
       from (select l.id from loyalty_account l where l.brand_id = j.value->>0 and l.id > j.value->>1
         order by l.id limit ${pageOf}) a
       join lot t on t.account_id = a.id || '.points'
       join journal x on x.id = t.journal_id left join lot_extension e on e.lot_id = t.id
       group by t.rules_id, month)) as sums
   from json_each(?1) j`,
);

/** Sums of the next accounts' uses of lots by version, month and other side. */
const useSums = reading<[brandId: string, after: string], { sums: string }>(
  "uses of the next accounts by version and month",
  `select j.key as n, (select json_group_array(json_array(rules_id, month, side, points)) from (
     select t.rules_id, strftime('%Y-%m', x.occurred_at / 1000 + 28800, 'unixepoch') as month,
       substr(e.contra, 1, instr(e.contra, '@') - 1) as side, -sum(u.amount) as points
     from (select l.id from loyalty_account l where l.brand_id = j.value->>0 and l.id > j.value->>1
       order by l.id limit ${pageOf}) a
     join lot_use u on u.account_id = a.id || '.points'
     join entry e on e.account_id = u.account_id and e.seq = u.seq
     join journal x on x.id = e.journal_id join lot t on t.id = u.lot_id
     group by t.rules_id, month, side)) as sums
   from json_each(?1) j`,
);

const flowOf: Record<string, Flow> = {
  redeemed: "redeemed",
  lapsed: "lapsed",
  clawback: "takenBack",
};

type Sums = Record<Flow, number> & { open: number };
const none = (): Sums => ({ issued: 0, redeemed: 0, lapsed: 0, takenBack: 0, moved: 0, open: 0 });

const pause = (): Promise<void> => new Promise((done) => setImmediate(done));

const collect = async (desk: Desk, brandId: string) => {
  const versions = new Map<string | null, Sums>();
  const months = new Map<string, Sums>();
  const at = <K>(map: Map<K, Sums>, key: K): Sums => {
    let sums = map.get(key);
    if (!sums) map.set(key, sums = none());
    return sums;
  };
  const add = (rulesId: string | null, month: string, flow: Flow, points: number): void => {
    at(versions, rulesId)[flow] += points;
    at(months, month)[flow] += points;
  };
  let after = "";
  for (;;) {
    const [[lots], [uses]] = await Promise.all([
      desk.db.readSeen(lotSums, [brandId, after, desk.now], desk.seen),
      desk.db.readSeen(useSums, [brandId, after], desk.seen),
    ]);
    if (!lots?.last) return { versions, months };
    type LotSum = [string | null, string, number, number];
    for (const [rulesId, month, issued, open] of JSON.parse(lots.sums) as LotSum[]) {
      add(rulesId, month, "issued", issued);
      at(versions, rulesId).open += open;
    }
    type UseSum = [string | null, string, string, number];
    for (const [rulesId, month, side, points] of JSON.parse(uses!.sums) as UseSum[]) {
      if (side !== "policy") add(rulesId, month, flowOf[side] ?? "moved", points);
    }
    after = lots.last;
    await pause();
  }
};

/** Points issued, what became of them, what is open and what it cost, per version and month.
 *  @throws Problem not-found, not-allowed */
export const evaluatePlan = async (desk: Desk, brandId: string): Promise<Answer> => {
  mustReachBrand(desk, brandId);
  const [rows, { hundredPointsFen }, { versions, months }] = await Promise.all([
    desk.db.readSeen(versionsOf, [brandId], desk.seen),
    parametersIn(desk, brandId),
    collect(desk, brandId),
  ]);
  if (!rows.length) throw new Problem("not-found");
  const rules = inForceOf(rows);
  const otherwise = { points: 100, fen: hundredPointsFen };
  const told = (rulesId: string | null, row: typeof rows[number] | null) => {
    const sums = versions.get(rulesId) ?? none();
    const worth = worthIn(row ? rules.byId(row.id) : rules.at(desk.now), otherwise);
    const { issued, redeemed, lapsed, takenBack, moved, open } = sums;
    return {
      rulesId,
      version: row?.version ?? null,
      effectiveFrom: row?.effective_from ?? null,
      issued,
      redeemed,
      lapsed,
      takenBack,
      moved,
      open,
      openFen: worthFen(open, worth),
      costFen: worthFen(Math.max(0, redeemed), worth),
      worth,
    };
  };
  const thisMonth = dayOf(desk.now).slice(0, 7);
  return {
    versions: [
      ...[...rows].reverse().map((row) => told(row.id, row)),
      ...(versions.has(null) ? [told(null, null)] : []),
    ],
    months: [...months].filter(([month]) => month <= thisMonth).sort(([a], [b]) => a < b ? -1 : 1)
      .map(([month, { issued, redeemed, lapsed, takenBack }]) => ({
        month,
        issued,
        redeemed,
        lapsed,
        takenBack,
      })),
  };
};
