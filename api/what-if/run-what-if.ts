/** One replay from its start to its end, in the background of the process that was asked; its row says
 *  how far it is and keeps what came of it. @module */
import { endOfDay, startOfDay } from "../../shared/business-day.ts";
import type { PastSale } from "../../shared/programme/replay.ts";
import { ProgrammeRules } from "../../shared/programme/rules.ts";
import { type NameOf, outcomeOf, type Worth } from "../../shared/programme/what-if-sum.ts";
import { Collision } from "../db/collision.ts";
import type { Desk, House } from "../desk.ts";
import { parametersIn } from "../parameters/queries.ts";
import { moveRun, namesOf, type RunRow, versionsOf } from "./queries.ts";
import { replaySales } from "./replay-sales.ts";

/** How often a run says how far it is (ms). */
const heardEveryMs = 1_000;
/** A run of which nothing was heard so long is taken to have ended with its process (ms). */
export const silentMs = 30_000;

/** Why a run ends before its time. */
class Stopped extends Error {}

/** Runs of this process, by house and id; `true` asks one to stop. */
const running = new WeakMap<House["db"], Map<string, { stop: boolean; ended: Promise<void> }>>();
const runsIn = (desk: Pick<Desk, "db">) => {
  let runs = running.get(desk.db);
  if (!runs) running.set(desk.db, runs = new Map());
  return runs;
};

export const runsHere = (desk: Pick<Desk, "db">, runId: string): boolean => runsIn(desk).has(runId);

/** Asks a run of this process to stop. */
export const stopRun = (desk: Pick<Desk, "db">, runId: string): void => {
  const run = runsIn(desk).get(runId);
  if (run) run.stop = true;
};

/** Resolves when a run of this process has ended. For tests and tools. */
export const endOfRun = async (desk: Pick<Desk, "db">, runId: string): Promise<void> => {
  await runsIn(desk).get(runId)?.ended;
};

export type NewRun = Pick<RunRow, "id" | "brand_id" | "body" | "from_on" | "to_on">;

/** Starts a run and returns at once. */
export const launch = (desk: Desk, run: NewRun): void => {
  const runs = runsIn(desk);
  const state = { stop: false, ended: Promise.resolve() };
  runs.set(run.id, state);
  state.ended = carryThrough(desk, run, state).finally(() => runs.delete(run.id));
};

const carryThrough = async (desk: Desk, run: NewRun, state: { stop: boolean }): Promise<void> => {
  try {
    const startedAt = performance.now();
    const outcome = await outcomeOfReplay(desk, run, state);
    const tookMs = Math.round(performance.now() - startedAt);
    await end(desk, run.id, "done", JSON.stringify({ ...outcome, tookMs }));
  } catch (error) {
    // A row that has ended already (cancelled, taken for dead) refuses to move on.
    if (!(error instanceof Stopped || error instanceof Collision)) {
      console.error(JSON.stringify({
        level: "error",
        what: "what-if",
        runId: run.id,
        error: error instanceof Error ? error.stack : String(error),
      }));
    }
    await end(desk, run.id, "failed", null).catch(() => {});
  }
};

const end = (
  desk: Desk,
  id: string,
  state: "done" | "failed",
  outcome: string | null,
): Promise<void> => {
  const at = desk.clock();
  const row = { id, state, accounts_done: null, sales_done: null, heard_at: at, ended_at: at };
  return desk.db.write([moveRun.row({ ...row, outcome })], [id]);
};

const outcomeOfReplay = async (desk: Desk, run: NewRun, state: { stop: boolean }) => {
  const { id, brand_id } = run;
  const [versions, names, { hundredPointsFen }] = await Promise.all([
    desk.db.read(versionsOf, [brand_id]),
    desk.db.read(namesOf, [brand_id]),
    parametersIn(desk, brand_id),
  ]);
  const draft = ProgrammeRules.parse(JSON.parse(run.body));
  const rules = inForceOf(versions);
  const worth = { points: 100, fen: hundredPointsFen };
  let heardAt = desk.clock();
  const sum = await replaySales(desk, {
    brandId: brand_id,
    from: startOfDay(run.from_on),
    to: endOfDay(run.to_on),
    fromDay: run.from_on,
    draft,
    inForce: rules.of,
    worth: { inForce: worthIn(rules.at(desk.now), worth), draft: worthIn(draft, worth) },
  }, {
    moved: async (accounts_done, sales_done) => {
      if (state.stop) throw new Stopped();
      const now = desk.clock();
      if (now - heardAt < heardEveryMs) return;
      heardAt = now;
      const heard = { state: "running" as const, heard_at: now, ended_at: null, outcome: null };
      await desk.db.write([moveRun.row({ id, accounts_done, sales_done, ...heard })], [id]);
    },
  });
  const byId = new Map(names.map((row) => [`${row.kind} ${row.id}`, row]));
  const naming = (kind: string): NameOf => (each) => {
    const row = byId.get(`${kind} ${each}`);
    return { nameZh: row?.name_zh ?? each, nameEn: row?.name_en || row?.name_zh || each };
  };
  return outcomeOf(sum, {
    store: naming("store"),
    tier: naming("tier"),
    category: naming("category"),
  });
};

/** What points are worth under rules: what they pay at the counter, or else what the brand says. */
export const worthIn = (rules: ProgrammeRules | undefined, otherwise: Worth): Worth =>
  rules?.offset ? { points: rules.offset.points, fen: rules.offset.fen } : otherwise;

/** The rules that sales were under: those they were booked with, or else those of the instant. */
export const inForceOf = (
  versions: readonly { id: string; version: number; effective_from: number; body: string }[],
) => {
  const parsed = versions.map((row) => ({
    ...row,
    rules: ProgrammeRules.parse(JSON.parse(row.body)),
  }));
  const byId = new Map(parsed.map((row) => [row.id, row.rules]));
  const newestFirst = [...parsed]
    .sort((a, b) => b.effective_from - a.effective_from || b.version - a.version);
  const at = (instant: number) =>
    (newestFirst.find((row) => row.effective_from <= instant) ?? parsed[0])?.rules;
  return {
    at,
    byId: (id: string) => byId.get(id),
    of: (sale: PastSale): ProgrammeRules => {
      const rules = (sale.rulesId && byId.get(sale.rulesId)) ?? at(sale.at);
      if (!rules) throw new Error("a brand with sales has rules");
      return rules;
    },
  };
};
