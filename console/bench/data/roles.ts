import { noLimits } from "../../../shared/access.ts";
import type { RoleRow } from "../../../shared/console/endpoints.ts";
import { bakery, day, market, now } from "./places.ts";

export const roles: RoleRow[] = [
  {
    id: "rol_campaign",
    brandId: market,
    nameZh: "活动专员",
    nameEn: "Campaign desk",
    permissions: [
      "console.enter",
      "member.look-up",
      "member.tag",
      "gift.see",
      "gift.manage",
      "place.read",
      "programme.read",
      "programme.try",
      "approval.see",
    ],
    limits: noLimits,
    revision: 3,
    people: 2,
    createdAt: now - 80 * day,
  },
  {
    id: "rol_service",
    brandId: bakery,
    nameZh: "客服组长",
    nameEn: "Service lead",
    permissions: [
      "console.enter",
      "member.look-up",
      "member.reveal",
      "member.adjust",
      "member.change",
      "approval.see",
      "approval.decide",
      "place.read",
      "terminal.self",
      "sale.return",
    ],
    limits: {
      adjustment: 1_000,
      adjustmentDay: 5_000,
      adjustmentApprove: 2_000,
      refundFen: 500_00,
    },
    revision: 1,
    people: 0,
    createdAt: now - 12 * day,
  },
];
