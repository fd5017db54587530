/** Permissions by the work that they belong to. @module */
import { type Permission, staffPermissions } from "../../shared/access.ts";
import type { RolesWording } from "../../shared/wording/console/roles/zh.ts";

export type Area = keyof RolesWording["areas"];

/** The work that the first half of a permission's name belongs to. */
const areaOf: Record<string, Area> = {
  terminal: "people",
  scan: "counter",
  sale: "counter",
  claim: "counter",
  card: "counter",
  member: "members",
  category: "members",
  tier: "programme",
  programme: "programme",
  survey: "programme",
  budget: "programme",
  goods: "programme",
  gift: "gifts",
  order: "gifts",
  staff: "people",
  role: "people",
  place: "people",
};
/** Where the first half of the name misleads. */
const exactly: Partial<Record<Permission, Area>> = {
  "terminal.self": "counter",
  "member.enrol": "counter",
  "gift.read": "counter",
  "gift.claim": "counter",
};

const order: readonly Area[] = ["counter", "members", "programme", "gifts", "people", "system"];

/** Every permission that staff can hold, by area. */
export const areas: readonly { area: Area; permissions: readonly Permission[] }[] = order.map(
  (area) => ({
    area,
    permissions: staffPermissions.filter((permission) =>
      (exactly[permission] ?? areaOf[permission.split(".")[0] ?? ""] ?? "system") === area
    ),
  }),
).filter((group) => group.permissions.length > 0);
