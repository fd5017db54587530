/** Doors of the console: what waits for a second person. @module */
import * as z from "zod/mini";
import { ApprovalKind, approvalStates } from "../approvals/approval.ts";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant, Points } from "../schema.ts";
import { Done } from "./parts.ts";

export const ApprovalRow = z.object({
  id: Id("approval"),
  kind: ApprovalKind,
  /** Id of what it is about: a member, a brand. */
  subject: z.string(),
  brandId: z.nullable(Id("brand")),
  storeId: z.nullable(Id("store")),
  /** What was asked, as the room of this kind wrote it; JSON. */
  asked: z.string(),
  /** What would happen now, as the room of this kind tells it; JSON, null where it cannot happen
   *  any more or is over. */
  effect: z.nullable(z.string()),
  amount: Points,
  reason: z.string(),
  askedBy: z.object({ id: Id("staff"), name: z.string(), role: z.string() }),
  askedAt: Instant,
  expiresAt: Instant,
  state: z.enum(approvalStates),
  decidedBy: z.nullable(z.object({ id: Id("staff"), name: z.string() })),
  decidedAt: z.nullable(Instant),
  decision: z.string(),
  /** May the caller decide it, and if not, why not. */
  verdict: z.enum(["yes", "over", "own", "permission", "limit"]),
});
export type ApprovalRow = z.infer<typeof ApprovalRow>;

export const listApprovals = endpoint({
  id: "listApprovals",
  method: "GET",
  path: "/api/console/approvals",
  who: "approval.see",
  summary:
    "What waits for a second person in the caller's scope, or what was decided; newest first.",
  query: z.object({
    show: z.optional(z.enum(["waiting", "over"])),
    before: z.optional(z.string().check(z.maxLength(64))),
    limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.object({ approvals: z.array(ApprovalRow), nextBefore: z.nullable(z.string()) }),
  problems: [],
});
export const countApprovals = endpoint({
  id: "countApprovals",
  method: "GET",
  path: "/api/console/approvals/count",
  who: "approval.see",
  summary: "How many requests wait for the caller's decision.",
  answer: z.object({ waiting: z.int() }),
  problems: [],
});
const Reason = PlainText(200);
export const decideApproval = endpoint({
  id: "decideApproval",
  method: "POST",
  path: "/api/console/approvals/:approval/decision",
  who: "approval.decide",
  summary:
    "Approves a request, which then takes effect at once, or refuses it; once, and never one's own.",
  body: z.strictObject({ decision: z.enum(["approve", "refuse"]), reason: Reason }).check(
    z.refine((b) => b.decision === "approve" || b.reason.length >= 2, {
      path: ["reason"],
      error: "at least 2 characters",
    }),
  ),
  answer: Done,
  once: true,
  problems: ["not-found", "approval-over", "approval-own", "not-allowed", "over-limit"],
});
export const withdrawApproval = endpoint({
  id: "withdrawApproval",
  method: "POST",
  path: "/api/console/approvals/:approval/withdraw",
  who: "approval.see",
  summary: "Takes one's own request back.",
  answer: Done,
  problems: ["not-found", "approval-over", "not-allowed"],
});
