/** Doors of the console: past sales through other rules, and what the programme has cost. @module */
import * as z from "zod/mini";
import { Day } from "../day.ts";
import { endpoint } from "../endpoint.ts";
import { KeptRules } from "../programme/source.ts";
import { WhatIfOutcome, whatIfStates } from "../programme/what-if.ts";
import { Id, Instant } from "../schema.ts";
import { Done } from "./parts.ts";

export const WhatIfHead = z.object({
  id: Id("whatIf"),
  brandId: Id("brand"),
  /** What was replayed: the draft's name and revision at the time, or the version. */
  draftName: z.nullable(z.string()),
  draftRevision: z.nullable(z.int()),
  version: z.nullable(z.int()),
  from: Day,
  to: Day,
  state: z.enum(whatIfStates),
  /** Accounts to look at, those looked at, and sales replayed so far. */
  accounts: z.int(),
  accountsDone: z.int(),
  salesDone: z.int(),
  askedBy: z.string(),
  askedAt: Instant,
  endedAt: z.nullable(Instant),
});
export type WhatIfHead = z.infer<typeof WhatIfHead>;

export const startWhatIf = endpoint({
  id: "startWhatIf",
  method: "POST",
  path: "/api/console/what-if",
  who: "programme.try",
  summary:
    "Replays the brand's own sales of a period through a draft, beside the rules in force then.",
  body: z.strictObject({ brandId: Id("brand"), source: KeptRules, from: Day, to: Day }),
  answer: z.object({ runId: Id("whatIf") }),
  status: 201,
  once: true,
  problems: ["not-found", "period-invalid", "what-if-running"],
});
export const listWhatIfs = endpoint({
  id: "listWhatIfs",
  method: "GET",
  path: "/api/console/what-if",
  who: "programme.try",
  summary: "Replays of a brand, newest first.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({ runs: z.array(WhatIfHead) }),
  problems: ["not-found"],
});
export const followWhatIf = endpoint({
  id: "followWhatIf",
  method: "GET",
  path: "/api/console/what-if/:run/progress",
  who: "programme.try",
  summary: "How far a replay is.",
  answer: WhatIfHead,
  problems: ["not-found"],
});
export const showWhatIf = endpoint({
  id: "showWhatIf",
  method: "GET",
  path: "/api/console/what-if/:run",
  who: "programme.try",
  summary: "A replay and what came of it; no outcome until it is done.",
  answer: z.object({ run: WhatIfHead, outcome: z.nullable(WhatIfOutcome) }),
  problems: ["not-found"],
});
export const cancelWhatIf = endpoint({
  id: "cancelWhatIf",
  method: "POST",
  path: "/api/console/what-if/:run/cancellation",
  who: "programme.try",
  summary: "Stops a replay.",
  answer: Done,
  problems: ["not-found"],
});

const Count = z.int();
const figures = {
  /** Points issued under the version, and what became of them. */
  issued: Count,
  redeemed: Count,
  lapsed: Count,
  takenBack: Count,
};
export const evaluatePlan = endpoint({
  id: "evaluatePlan",
  method: "GET",
  path: "/api/console/programme/evaluation",
  who: "programme.try",
  summary: "What each version has given and cost: issued, redeemed, lapsed, open, by month.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    /** Newest first; null: points no version gave (by hand, imports). */
    versions: z.array(z.object({
      rulesId: z.nullable(Id("rules")),
      version: z.nullable(Count),
      effectiveFrom: z.nullable(Instant),
      ...figures,
      /** Points moved out of its lots some other way, such as sent to somebody. */
      moved: Count,
      /** Not spent, not lapsed: what is owed to members, in points and money. */
      open: Count,
      openFen: Count,
      /** What the redeemed points are worth. */
      costFen: Count,
      worth: z.object({ points: Count, fen: Count }),
    })),
    /** By the month in which it happened, over all versions. */
    months: z.array(z.object({ month: z.string(), ...figures })),
  }),
  problems: ["not-found"],
});
