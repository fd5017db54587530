import { addDays, dayOf, daysBetween } from "../../shared/business-day.ts";
import type { startWhatIf as door } from "../../shared/console/what-if-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { readSource } from "../programme/read-source.ts";
import { accountsOf, insertRun, moveRun, runsOf } from "./queries.ts";
import { isAlive } from "./run-state.ts";
import { launch, type NewRun } from "./run-what-if.ts";

const longestDays = 5 * 366;

/** Starts a replay of a brand's own sales; one at a time. What it replays is taken down now: a draft
 *  may change meanwhile.
 *  @throws Problem not-found, not-allowed, period-invalid, what-if-running */
export const startWhatIf = async (
  desk: Desk,
  key: string,
  input: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { brandId, source, from, to } = input;
  mustReachBrand(desk, brandId);
  const ends = to >= from && to <= dayOf(desk.now) && daysBetween(from, to) < longestDays;
  if (!ends || from < addDays(dayOf(desk.now), -40 * 366)) throw new Problem("period-invalid");
  let started: NewRun | null = null;
  const answer = await settle(desk, key, input, async () => {
    started = null;
    const [what, runs, [count]] = await Promise.all([
      readSource(desk, brandId, source),
      desk.db.read(runsOf, [brandId]),
      desk.db.read(accountsOf, [brandId]),
    ]);
    const before = runs.find((run) => run.state === "running");
    if (before && isAlive(desk, before)) throw new Problem("what-if-running", { runId: before.id });
    const id = desk.id("whatIf");
    const run = { id, brand_id: brandId, body: what.bodyText, from_on: from, to_on: to };
    started = run;
    return {
      answer: { runId: id },
      touches: [`what-if ${brandId}`],
      writes: [
        ...(before
          ? [moveRun.row({
            id: before.id,
            state: "interrupted",
            accounts_done: null,
            sales_done: null,
            heard_at: before.heard_at,
            ended_at: desk.now,
            outcome: null,
          })]
          : []),
        insertRun.row({
          ...run,
          draft_name: what.name,
          draft_revision: what.revision,
          version: what.version,
          accounts: count?.accounts ?? 0,
          asked_by: desk.actor.staffId ?? desk.actor.id,
          asked_at: desk.now,
          heard_at: desk.now,
        }),
        auditRow(desk, {
          action: "what-if.started",
          subject: id,
          after: { from, to, ...(what.name ? { draft: what.name } : { version: what.version }) },
          brandId,
        }),
      ],
    };
  });
  if (started && (started as NewRun).id === answer.runId) launch(desk, started);
  return answer;
};
