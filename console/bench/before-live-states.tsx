import {
  acceptCase,
  cancelWhatIf,
  evaluatePlan,
  extendVersion,
  followWhatIf,
  listCases,
  listDrafts,
  listExtensions,
  listWhatIfs,
  removeCase,
  runCases,
  saveCase,
  showProgramme,
  showTrialMember,
  showWhatIf,
  startWhatIf,
  tryCase,
} from "../../shared/console/endpoints.ts";
import { Problem } from "../../shared/problems.ts";
import { inventedMember } from "../../shared/programme/trial.ts";
import { tryTrial } from "../../shared/programme/try-trial.ts";
import { PlanScreen } from "../plan/screen.tsx";
import { TryItScreen } from "../try-it/screen.tsx";
import { WhatIfRunScreen } from "../what-if/run-screen.tsx";
import { WhatIfScreen } from "../what-if/screen.tsx";
import { namedProducts } from "./data/programme-body.ts";
import { market } from "./data/places.ts";
import { categories, draft, emptyProgramme, programme } from "./data/programme.ts";
import {
  caseResults,
  cases,
  extensions,
  outcome,
  plan,
  runs,
  sameOutcome,
} from "./data/what-if.ts";
import { type Door, door } from "./doors.ts";
import { type BenchState, inTurn, pause, press, type } from "./state.ts";

const done = { done: true } as const;
const runOf = (id: string) => runs.find((each) => each.id === id) ?? runs[1]!;

/** Category paths as the shop has them: itself and all above. */
const pathOf = (id: string | null): string[] => {
  const found = categories.find((each) => each.id === id);
  return found ? [found.id, ...pathOf(found.parentId)] : [];
};
const goods = {
  products: new Map(namedProducts.map((each) => [each.id, pathOf(each.categoryId)])),
  categories: new Map(categories.map((each) => [each.id, pathOf(each.id)])),
};

/** What trying, cases, replays and figures answer on an ordinary day. */
export const beforeLiveDoors: readonly Door[] = [
  door(tryCase, ({ body }) => {
    const { source } = body;
    const version = programme.versions.find((each) =>
      source.kind === "version" && each.id === source.rulesId
    );
    const rules = source.kind === "draft" ? draft.body : version!.body;
    return tryTrial(body.trial, rules, version?.id ?? draft.id, goods);
  }),
  door(showTrialMember, () => ({
    brandId: market,
    member: {
      ...inventedMember,
      label: "顾**",
      tierId: "tie_gold",
      birthday: { on: "0000-11-08", calendar: "solar" as const },
      balance: 3_260,
    },
  })),
  door(listCases, () => ({ cases: [...cases] })),
  door(runCases, () => ({ results: [...caseResults] })),
  door(saveCase, () => ({ caseId: "cse_new1", revision: 1 })),
  door(acceptCase, () => ({ revision: 2 })),
  door(removeCase, () => done),
  door(startWhatIf, () => ({ runId: "wif_0004" })),
  door(listWhatIfs, () => ({ runs: [...runs] })),
  door(followWhatIf, ({ params }) => runOf(params.run)),
  door(showWhatIf, ({ params }) => {
    const run = runOf(params.run);
    return { run, outcome: run.state === "done" ? outcome : null };
  }),
  door(cancelWhatIf, () => done),
  door(evaluatePlan, () => plan),
  door(listExtensions, () => ({ extensions })),
  door(extendVersion, () => ({ approvalId: "apv_0009" })),
];

const tryIt = () => <TryItScreen />;
const whatIf = () => <WhatIfScreen />;
const result = (run: string) => () => <WhatIfRunScreen run={run} />;
const planned = () => <PlanScreen />;

const trying: readonly BenchState[] = [
  { name: "try-it", draw: tryIt },
  {
    name: "try-it/basket",
    draw: tryIt,
    act: inTurn(() => press("add-amount"), pause(500)),
  },
  {
    name: "try-it/save",
    draw: tryIt,
    act: inTurn(() => press("add-amount"), pause(500), () => press("save-case")),
  },
  { name: "try-it/accept", draw: tryIt, act: () => press("accept-cse_0002") },
  {
    name: "try-it/drop",
    draw: tryIt,
    act: inTurn(
      () => press("drop-cse_0001"),
      () => press("dialog[open] button[type=submit]"),
      pause(100),
    ),
  },
  {
    name: "try-it/no-cases",
    draw: tryIt,
    doors: [door(listCases, () => ({ cases: [] })), door(runCases, () => ({ results: [] }))],
  },
  {
    name: "try-it/no-rules",
    draw: tryIt,
    doors: [
      door(showProgramme, () => emptyProgramme),
      door(listDrafts, () => ({ drafts: [] })),
    ],
  },
  { name: "try-it/loading", mood: "slow", draw: tryIt },
  { name: "try-it/down", mood: "down", draw: tryIt },
];

const replaying: readonly BenchState[] = [
  { name: "what-if", draw: whatIf },
  {
    name: "what-if/wrong-days",
    draw: whatIf,
    act: inTurn(
      () => type("input[type=date]", "2027-01-01"),
      () => press("start"),
    ),
  },
  {
    name: "what-if/one-at-a-time",
    draw: whatIf,
    doors: [door(startWhatIf, () => {
      throw new Problem("what-if-running", { runId: "wif_0004" });
    })],
    act: inTurn(() => press("start"), pause(150)),
  },
  { name: "what-if/none", draw: whatIf, doors: [door(listWhatIfs, () => ({ runs: [] }))] },
  { name: "what-if/loading", mood: "slow", draw: whatIf },
  { name: "what-if/down", mood: "down", draw: whatIf },
  { name: "what-if/running", draw: result("wif_0004") },
  { name: "what-if/outcome", draw: result("wif_0003") },
  {
    name: "what-if/outcome-category",
    draw: result("wif_0003"),
    act: () => press(".panel .segmented label:nth-of-type(4)"),
  },
  {
    name: "what-if/same",
    draw: result("wif_0003"),
    doors: [door(showWhatIf, () => ({ run: runs[1]!, outcome: sameOutcome }))],
  },
  { name: "what-if/interrupted", draw: result("wif_0001") },
  { name: "what-if/cancelled", draw: result("wif_0000") },
];

const figuring: readonly BenchState[] = [
  { name: "plan", draw: planned },
  { name: "plan/extend", draw: planned, act: () => press("extend-3") },
  {
    name: "plan/nothing",
    draw: planned,
    doors: [door(evaluatePlan, () => ({ versions: [], months: [] }))],
  },
  { name: "plan/loading", mood: "slow", draw: planned },
  { name: "plan/down", mood: "down", draw: planned },
];

const at = (path: string, states: readonly BenchState[]): BenchState[] =>
  states.map((state) => ({ ...state, path }));

/** What is done with rules before anybody earns by them, and what came of them. */
export const beforeLiveStates: readonly BenchState[] = [
  ...at("/console/try-it", trying),
  ...at("/console/what-if", replaying),
  ...at("/console/plan", figuring),
];
