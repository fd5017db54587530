/** Somebody of every kind that the house knows, and nobody. @module */
import { noLimits, type Role, roles, staffPermissions } from "../../shared/access.ts";
import { putProducts } from "../../shared/goods/endpoints.ts";
import { showMyNotices } from "../../shared/push/endpoints.ts";
import { brandId, type Scene, storeId } from "./test-scene.ts";
import type { Caller } from "../test-house.ts";

export type Who = Role | "nobody";
export const everybody: readonly Who[] = ["nobody", ...roles];

/** One caller for each role, in one store of one brand; head office over the whole brand. */
export const everyCaller = async (scene: Scene): Promise<Record<Who, Caller>> => {
  const counter = await scene.terminal("counter");
  const made: Partial<Record<Who, Caller>> = {
    nobody: { client: "pwa" },
    member: (await scene.member()).caller,
    kiosk: await scene.terminal("kiosk"),
    counter,
    pos: await scene.key(brandId, storeId),
    integration: await scene.key(brandId, null),
    own: await ownRole(scene),
  };
  for (const role of roles.filter((r) => !made[r])) {
    made[role] = role === "cashier"
      ? await scene.staff(role, {}, counter)
      : await scene.staff(role, role === "store-manager" ? {} : { store: null });
  }
  // Made when somebody first asks for it.
  await scene.ask(showMyNotices, {}, made.member!);
  const products = [{ sku: "H0001", nameZh: "上海青", priceFen: 798 }];
  await scene.ask(putProducts, { body: { brandId, products } }, made.integration!);
  return made as Record<Who, Caller>;
};

/** Staff whose role their brand put together: it has every right that can be given away. */
const ownRole = async (scene: Scene): Promise<Caller> => {
  const caller = await scene.staff("regional", { store: null });
  const id = "rol_01kv4g5ft8probe";
  await scene.db.execute(
    `insert into own_role (id, brand_id, name_zh, name_en, permissions, limits, created_at)
     values (?, ?, '店务督导', 'Floor lead', ?, ?, 0)`,
    [id, brandId, JSON.stringify(staffPermissions), JSON.stringify(noLimits)],
  );
  await scene.db.execute("delete from staff_grant where staff_id = ?", [caller.staffId]);
  await scene.db.execute(
    "insert into staff_grant (staff_id, role, brand_id, store_id, granted_at) values (?, ?, ?, null, 0)",
    [caller.staffId, id, brandId],
  );
  return caller;
};
