/** Replays on the screen: their list, how far one is, what came of it, and stopping it. @module */
import type * as doors from "../../shared/console/what-if-doors.ts";
import type { WhatIfHead } from "../../shared/console/what-if-doors.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { WhatIfOutcome } from "../../shared/programme/what-if.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import type { Desk } from "../desk.ts";
import { moveRun, outcomeOfRun, runById, type RunHead, runsOf } from "./queries.ts";
import { stopRun } from "./run-what-if.ts";
import { stateOfRun } from "./run-state.ts";

const viewOf = (desk: Desk, run: RunHead): WhatIfHead => ({
  id: run.id,
  brandId: run.brand_id,
  draftName: run.draft_name,
  draftRevision: run.draft_revision,
  version: run.version,
  from: run.from_on,
  to: run.to_on,
  state: stateOfRun(desk, run),
  accounts: run.accounts,
  accountsDone: run.state === "done" ? run.accounts : run.accounts_done,
  salesDone: run.sales_done,
  askedBy: run.asked_by_name ?? "",
  askedAt: run.asked_at,
  endedAt: run.ended_at,
});

/** @throws Problem not-found, not-allowed */
const runInScope = async (desk: Desk, runId: string): Promise<RunHead> => {
  const [run] = await desk.db.readSeen(runById, [runId], desk.seen);
  if (!run) throw new Problem("not-found");
  mustReach(desk, run.brand_id);
  mustReachBrand(desk, run.brand_id);
  return run;
};

/** @throws Problem not-found, not-allowed */
export const listWhatIfs = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof doors.listWhatIfs>> => {
  mustReachBrand(desk, brandId);
  const runs = await desk.db.readSeen(runsOf, [brandId], desk.seen);
  return { runs: runs.map((run) => viewOf(desk, run)) };
};

/** @throws Problem not-found, not-allowed */
export const followWhatIf = async (desk: Desk, runId: string): Promise<WhatIfHead> =>
  viewOf(desk, await runInScope(desk, runId));

/** @throws Problem not-found, not-allowed */
export const showWhatIf = async (
  desk: Desk,
  runId: string,
): Promise<AnswerOf<typeof doors.showWhatIf>> => {
  const [run, [kept]] = await Promise.all([
    runInScope(desk, runId),
    desk.db.readSeen(outcomeOfRun, [runId], desk.seen),
  ]);
  return {
    run: viewOf(desk, run),
    outcome: kept?.outcome ? WhatIfOutcome.parse(JSON.parse(kept.outcome)) : null,
  };
};

/** Stops a replay; one that has ended stays what it is. @throws Problem not-found, not-allowed */
export const cancelWhatIf = async (desk: Desk, runId: string): Promise<{ done: true }> => {
  const run = await runInScope(desk, runId);
  if (run.state !== "running") return { done: true };
  const row = moveRun.row({
    id: runId,
    state: "cancelled",
    accounts_done: null,
    sales_done: null,
    heard_at: desk.now,
    ended_at: desk.now,
    outcome: null,
  });
  const note = auditRow(desk, {
    action: "what-if.cancelled",
    subject: runId,
    brandId: run.brand_id,
  });
  stopRun(desk, runId);
  await desk.db.write([row, note], [runId]).catch((error) => {
    if (!(error instanceof Collision)) throw error;
  });
  return { done: true };
};
