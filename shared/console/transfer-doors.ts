/** Doors of the console: what members may send each other, and the points of each store. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PointsSummary } from "../members/member.ts";
import { Id, Instant, Points, PointsSigned } from "../schema.ts";
import { TransferPolicy } from "../transfers/transfer.ts";

const reason = z.string().check(z.trim(), z.minLength(2), z.maxLength(120));

export const showTransferSettings = endpoint({
  id: "showTransferSettings",
  method: "GET",
  path: "/api/console/transfers",
  who: "programme.read",
  summary: "What a brand's members may send each other, and what is on its way.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    revision: z.int(),
    policy: TransferPolicy,
    /** Gifts that wait to be accepted, and their points. */
    waiting: z.int(),
    waitingPoints: Points,
  }),
  problems: ["not-found"],
});

export const putTransferSettings = endpoint({
  id: "putTransferSettings",
  method: "PUT",
  path: "/api/console/transfers",
  who: "programme.publish",
  summary: "Sets what members may send each other; gifts on their way keep their day.",
  body: z.strictObject({
    brandId: Id("brand"),
    revision: z.int().check(z.gte(0)),
    policy: TransferPolicy,
  }),
  answer: z.object({ revision: z.int() }),
  problems: ["not-found", "changed-meanwhile"],
});

export const BudgetMove = z.object({
  id: Id("budgetMove"),
  kind: z.enum(["set", "top-up", "give-back"]),
  points: PointsSigned,
  memberId: z.nullable(Id("member")),
  memberMasked: z.nullable(z.string()),
  reason: z.string(),
  byName: z.nullable(z.string()),
  at: Instant,
});

export const listBudgets = endpoint({
  id: "listBudgets",
  method: "GET",
  path: "/api/console/budgets",
  who: "budget.see",
  summary: "The points of each store in scope.",
  answer: z.object({
    budgets: z.array(z.object({
      storeId: Id("store"),
      brandId: Id("brand"),
      nameZh: z.string(),
      nameEn: z.string(),
      remaining: Points,
      /** Given to members, and given back by them, in the last 30 days. */
      given30: Points,
      back30: Points,
    })),
  }),
  problems: [],
});

export const listBudgetMoves = endpoint({
  id: "listBudgetMoves",
  method: "GET",
  path: "/api/console/budgets/:store/moves",
  who: "budget.see",
  summary: "What moved a store's points, newest first.",
  query: z.object({
    before: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
  }),
  answer: z.object({ moves: z.array(BudgetMove), nextBefore: z.nullable(Instant) }),
  problems: ["not-found"],
});

export const setBudget = endpoint({
  id: "setBudget",
  method: "POST",
  path: "/api/console/budgets/:store",
  who: "budget.set",
  summary: "Adds to a store's points or takes from them; the books say who and why.",
  body: z.strictObject({ points: PointsSigned, reason }),
  /** With an approvalId nothing has moved yet: it waits for a second person. */
  answer: z.object({ remaining: Points, approvalId: z.nullable(Id("approval")) }),
  status: 201,
  once: true,
  problems: ["not-found", "amount-invalid", "budget-short", "over-limit"],
});

export const topUpMember = endpoint({
  id: "topUpMember",
  method: "POST",
  path: "/api/console/members/:member/top-up",
  who: "budget.use",
  summary: "A store gives a member points from its own budget, with a reason.",
  body: z.strictObject({
    storeId: Id("store"),
    points: z.int().check(z.gte(1), z.lte(1e9)),
    reason,
  }),
  answer: z.object({ points: PointsSummary, remaining: Points }),
  status: 201,
  once: true,
  problems: ["not-found", "member-frozen", "budget-short", "over-limit"],
});
