/** Doors of the console: tiers, their benefits, and the categories of members. @module */
import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { PlainText } from "../plain-text.ts";
import { Id, Instant } from "../schema.ts";
import { Discounts } from "../tiers/discount.ts";
import { TierPolicy } from "../tiers/policy.ts";
import { TierInput, TierSettings } from "../tiers/terms.ts";
import { Done } from "./parts.ts";

export const TierRow = z.object({
  ...TierInput.shape,
  id: Id("tier"),
  level: z.int(),
  /** Members who hold it now. */
  members: z.int(),
  /** What the earning rules in force multiply by, percent. */
  factorPercent: z.int(),
});

export const showTiers = endpoint({
  id: "showTiers",
  method: "GET",
  path: "/api/console/tiers",
  who: "programme.read",
  summary: "A brand's tiers with what they count, ask and give, lowest first.",
  query: z.object({ brandId: Id("brand") }),
  answer: z.object({
    /** 0: never set; the plain policy holds. */
    revision: z.int(),
    changedAt: z.nullable(Instant),
    policy: TierPolicy,
    tiers: z.array(TierRow),
    categories: z.array(
      z.object({ id: Id("category"), nameZh: z.string(), nameEn: z.string() }),
    ),
    /** Products that a discount names. */
    products: z.array(
      z.object({ id: Id("product"), sku: z.string(), nameZh: z.string(), nameEn: z.string() }),
    ),
    gifts: z.array(z.object({ id: Id("gift"), nameZh: z.string(), nameEn: z.string() })),
  }),
  problems: ["not-found"],
});

export const putTiers = endpoint({
  id: "putTiers",
  method: "PUT",
  path: "/api/console/tiers",
  who: "programme.publish",
  summary: "Sets a brand's tiers as a whole; a tier that members hold cannot be left out.",
  body: z.strictObject({
    brandId: Id("brand"),
    /** The revision the editor started from; another one since then is a conflict. */
    revision: z.int().check(z.gte(0)),
    settings: TierSettings,
  }),
  answer: z.object({ revision: z.int() }),
  problems: ["not-found", "changed-meanwhile", "tier-in-use", "name-taken"],
});

export const MemberCategoryRow = z.object({
  id: Id("memberCategory"),
  brandId: Id("brand"),
  nameZh: z.string(),
  nameEn: z.string(),
  discounts: Discounts,
  state: z.enum(["open", "closed"]),
  revision: z.int(),
  members: z.int(),
});

const fields = {
  nameZh: PlainText(20, 1),
  nameEn: PlainText(40, 1),
  discounts: Discounts,
};

export const listMemberCategories = endpoint({
  id: "listMemberCategories",
  method: "GET",
  path: "/api/console/member-categories",
  who: "member.look-up",
  summary: "Member categories of the brands in scope, with how many members each has.",
  answer: z.object({ categories: z.array(MemberCategoryRow) }),
  problems: [],
});

export const addMemberCategory = endpoint({
  id: "addMemberCategory",
  method: "POST",
  path: "/api/console/member-categories",
  who: "programme.publish",
  summary: "Adds a member category with a discount of its own.",
  body: z.strictObject({ brandId: Id("brand"), ...fields }),
  answer: z.object({ categoryId: Id("memberCategory") }),
  status: 201,
  once: true,
  problems: ["not-found", "name-taken"],
});

export const changeMemberCategory = endpoint({
  id: "changeMemberCategory",
  method: "PATCH",
  path: "/api/console/member-categories/:category",
  who: "programme.publish",
  summary: "Changes a member category; a closed one takes nothing off and takes nobody in.",
  body: z.strictObject({
    revision: z.int(),
    ...fields,
    state: z.enum(["open", "closed"]),
  }),
  answer: Done,
  problems: ["not-found", "changed-meanwhile", "name-taken"],
});

export const setMemberCategory = endpoint({
  id: "setMemberCategory",
  method: "POST",
  path: "/api/console/members/:member/category",
  who: "member.change",
  summary: "Puts a member into a category, or into none; logged with the reason.",
  body: z.strictObject({
    categoryId: z.nullable(Id("memberCategory")),
    reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
  }),
  answer: Done,
  problems: ["not-found"],
});

export const showMemberTier = endpoint({
  id: "showMemberTier",
  method: "GET",
  path: "/api/console/members/:member/tier",
  who: "member.look-up",
  summary: "A member's category, and how their tier came about.",
  answer: z.object({
    categoryId: z.nullable(Id("memberCategory")),
    changes: z.array(z.object({
      at: Instant,
      how: z.enum(["reached", "bought", "kept", "grace", "lowered"]),
      fromZh: z.nullable(z.string()),
      fromEn: z.nullable(z.string()),
      toZh: z.string(),
      toEn: z.string(),
      reviewOn: z.nullable(z.string()),
    })),
  }),
  problems: ["not-found"],
});
