/** What a replay of past sales through other rules comes to. "inForce" is what the rules in force at
 *  the time give, replayed from the same start, so that the two can be held side by side. @module */
import * as z from "zod/mini";
import { Id } from "../schema.ts";

const Count = z.int();
const Both = { inForce: Count, draft: Count };

/** Points net of returns on both sides. */
export const WhatIfRow = z.object({
  /** Id of the store, tier or category, or a month "YYYY-MM"; null: none of them. */
  id: z.nullable(z.string()),
  nameZh: z.string(),
  nameEn: z.string(),
  sales: Count,
  ...Both,
});
export type WhatIfRow = z.infer<typeof WhatIfRow>;

export const WhatIfSide = z.object({
  /** Points that the sales earned. */
  issued: Count,
  /** Points that returns in the period took back, less those they gave. */
  takenBack: Count,
  /** Issued less taken back: how many, and what they are worth (fen). */
  net: Count,
  netFen: Count,
  /** Of the net points, those that have not lapsed today by their validity. */
  open: Count,
  /** What a number of points is worth. */
  worth: z.object({ points: Count, fen: Count }),
});
export type WhatIfSide = z.infer<typeof WhatIfSide>;

export const WhatIfMember = z.object({
  memberId: Id("member"),
  nameMasked: z.string(),
  ...Both,
});

export const WhatIfOutcome = z.object({
  sales: Count,
  returns: Count,
  members: Count,
  inForce: WhatIfSide,
  draft: WhatIfSide,
  /** How much more (or less) members would hold and owe today: what they have now, moved by the
   *  difference of the points still open. */
  liability: z.object({ points: Count, fen: Count }),
  debt: Count,
  byStore: z.array(WhatIfRow),
  byTier: z.array(WhatIfRow),
  byCategory: z.array(WhatIfRow),
  byMonth: z.array(WhatIfRow),
  /** The 50 who would gain most and the 50 who would lose most. */
  gain: z.array(WhatIfMember),
  loss: z.array(WhatIfMember),
  gaining: Count,
  losing: Count,
  tookMs: Count,
});
export type WhatIfOutcome = z.infer<typeof WhatIfOutcome>;

export const whatIfStates = ["running", "done", "cancelled", "interrupted", "failed"] as const;
export type WhatIfState = typeof whatIfStates[number];
