import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { listPlaces as door } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { within } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { staff, staffGrant } from "../staff/tables.ts";
import { terminal } from "../terminals/tables.ts";
import { brand, store } from "./tables.ts";

/** Brands and stores in the caller's scope, with how many terminals and people work in each. */
export const listPlaces = async (desk: Desk): Promise<AnswerOf<typeof door>> => {
  const { db, actor: { scope } } = desk;
  const count = sql<number>`count(*)`;
  const [brands, stores, terminals, people] = await Promise.all([
    db.cold.select().from(brand).where(within(scope, brand.id)).orderBy(asc(brand.id)),
    db.cold.select().from(store).where(within(scope, store.brandId, store.id))
      .orderBy(asc(store.brandId), asc(store.code)),
    db.cold.select({ storeId: terminal.storeId, count }).from(terminal)
      .where(and(eq(terminal.state, "active"), within(scope, terminal.brandId, terminal.storeId)))
      .groupBy(terminal.storeId),
    db.cold.select({ storeId: staffGrant.storeId, count }).from(staffGrant)
      .innerJoin(staff, eq(staff.id, staffGrant.staffId))
      .where(and(
        isNotNull(staffGrant.storeId),
        eq(staff.state, "active"),
        within(scope, staffGrant.brandId, staffGrant.storeId),
      )).groupBy(staffGrant.storeId),
  ]);
  const countOf = (rows: { storeId: string | null; count: number }[], id: string): number =>
    rows.find((r) => r.storeId === id)?.count ?? 0;
  return {
    brands: brands.map(({ id, nameZh, nameEn, colour }) => ({ id, nameZh, nameEn, colour })),
    stores: stores.map(({ createdAt: _, ...s }) => ({
      ...s,
      terminals: countOf(terminals, s.id),
      staff: countOf(people, s.id),
    })),
  };
};
