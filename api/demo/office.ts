/** What head office of the demo chain has set up for itself: a role of its own, tags. @module */
import { noLimits, type Permission } from "../../shared/access.ts";
import type { Write } from "../db/statement.ts";
import { insertOwnRole } from "../staff/role-queries.ts";
import { insertTag } from "../tags/queries.ts";
import { hexin, muchen } from "./places.ts";

const operations: readonly Permission[] = [
  "approval.see",
  "console.enter",
  "gift.see",
  "list.export",
  "member.look-up",
  "member.tag",
  "order.see",
  "place.read",
  "programme.read",
  "programme.try",
];

const tags = [
  { id: "tag_hexin_neighbours", brand: hexin, name: "老街坊", screening: null },
  { id: "tag_hexin_savers", brand: hexin, name: "高积分会员", screening: { pointsMin: 2_000 } },
  { id: "tag_muchen_regulars", brand: muchen, name: "早餐常客", screening: null },
];

/** Rows of the office's own settings. */
export const officeSettings = (at: number): Write[] => [
  insertOwnRole.row({
    id: "rol_hexin_operations",
    brand_id: hexin,
    name_zh: "会员运营",
    name_en: "Member operations",
    permissions: JSON.stringify(operations),
    limits: JSON.stringify(noLimits),
    created_by: "stf_zhou_qiming",
    created_at: at,
  }),
  ...tags.map(({ id, brand, name, screening }) =>
    insertTag.row({
      id,
      brand_id: brand,
      name,
      screening: screening && JSON.stringify(screening),
      refreshed_at: null,
      created_by: "stf_zhou_qiming",
      created_at: at,
    })
  ),
];
