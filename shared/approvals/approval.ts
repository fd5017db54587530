/** What waits for a second person: who may ask, who may decide, in one pure rule that the screen and
 *  the booking ask alike. @module */
import * as z from "zod/mini";
import { allows, inScope, type Limits, limitsOf, type Permission } from "../access.ts";
import type { Rights, Scope } from "../access.ts";

type Kind = {
  /** Asks for it, and decides it. */
  needs: Permission;
  /** The limit of the second person that must cover the amount; null: none. */
  limit: keyof Limits | null;
};

/** The approvable kinds. A room that lets something wait for a second person
 *  1. adds its kind here (and its words: `kinds` in shared/wording/console/approvals),
 *  2. writes `askApproval(desk, {kind, …}).writes` (api/approvals/queries.ts) into the batch of the
 *     verb that would otherwise have acted,
 *  3. registers what runs on approval in api/approvals/approvables.ts: a function that reads and
 *     decides, and returns rows; they are written in one batch with the decision, once. */
export const approvalKinds = {
  "points.adjust": { needs: "member.adjust", limit: "adjustmentApprove" },
  "budget.set": { needs: "budget.set", limit: "adjustmentApprove" },
  "survey.publish": { needs: "survey.manage", limit: null },
  "rules.publish": { needs: "programme.publish", limit: null },
  "rules.withdraw": { needs: "programme.publish", limit: null },
  "validity.extend": { needs: "programme.publish", limit: null },
} as const satisfies Record<string, Kind>;

export type ApprovalKind = keyof typeof approvalKinds;
export const ApprovalKind = z.enum(Object.keys(approvalKinds) as [ApprovalKind, ...ApprovalKind[]]);

export const approvalStates = ["waiting", "approved", "refused", "withdrawn", "expired"] as const;
export type ApprovalState = typeof approvalStates[number];

/** What is known of a request when somebody wants to decide it. */
export type Waiting = {
  kind: ApprovalKind;
  askedBy: string;
  amount: number;
  brandId: string | null;
  storeId: string | null;
  expiresAt: number;
  /** How it ended; null while it has not. */
  ended: "approved" | "refused" | "withdrawn" | null;
};

/** @param now ms */
export const stateOf = (
  { ended, expiresAt }: Pick<Waiting, "ended" | "expiresAt">,
  now: number,
): ApprovalState => ended ?? (now >= expiresAt ? "expired" : "waiting");

/** Why somebody may not decide, in this order; "yes": they may.
 *  - `place`: it is none of theirs, they do not even see it
 *  - `over`: it has been decided, or its time is over
 *  - `own`: they asked for it themselves
 *  - `permission`: they could not do it themselves
 *  - `limit`: it is more than they may approve */
export type Verdict = "yes" | "place" | "over" | "own" | "permission" | "limit";

export const mayDecide = (
  who: Rights & { id: string; scope: Scope },
  what: Waiting,
  now: number,
): Verdict => {
  const everywhere = who.scope.brandIds === null;
  const reached = what.brandId === null
    ? everywhere
    : inScope(who.scope, what.brandId, what.storeId);
  if (!reached) return "place";
  if (stateOf(what, now) !== "waiting") return "over";
  if (who.id === what.askedBy) return "own";
  const { needs, limit } = approvalKinds[what.kind];
  if (!allows(who, "approval.decide") || !allows(who, needs)) return "permission";
  if (limit !== null && limitsOf(who)[limit] < what.amount) return "limit";
  return "yes";
};

/** Does an adjustment wait for a second person? What somebody may do alone is the smallest of their
 *  limit for one, what their day leaves, and what the brand lets anybody do alone.
 *  @param usedToday points this person moved alone today
 *  @param brandMax null: the brand sets none */
export const adjustsAlone = (
  points: number,
  limits: Limits,
  usedToday: number,
  brandMax: number | null,
): boolean => Math.abs(points) <= aloneMax(limits, usedToday, brandMax);

/** Points somebody may still add or deduct alone in one go. */
export const aloneMax = (limits: Limits, usedToday: number, brandMax: number | null): number =>
  Math.max(
    0,
    Math.min(limits.adjustment, limits.adjustmentDay - usedToday, brandMax ?? limits.adjustment),
  );

/** More than this nobody approves, whatever role a brand makes. */
export const approveMost = 1_000_000;
