import type { WhatIfState } from "../../shared/programme/what-if.ts";
import type { Desk } from "../desk.ts";
import type { RunHead } from "./queries.ts";
import { runsHere, silentMs } from "./run-what-if.ts";

/** Does a run that has not ended still run somewhere? On a file there is no process but this one. */
export const isAlive = (desk: Desk, run: Pick<RunHead, "id" | "heard_at">): boolean =>
  runsHere(desk, run.id) || (!desk.db.file && desk.clock() - run.heard_at < silentMs);

/** How it is with a run: one whose process is gone was interrupted. */
export const stateOfRun = (desk: Desk, run: RunHead): WhatIfState =>
  run.state === "running" && !isAlive(desk, run) ? "interrupted" : run.state;
