/** API keys of other tills and systems. @module */
import { createHmac } from "node:crypto";
import { and, asc, desc, type SQL } from "drizzle-orm";
import type * as doors from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { inScope } from "../../shared/access.ts";
import { Problem } from "../../shared/problems.ts";
import { forget } from "../access/known.ts";
import { hashToken } from "../access/tokens.ts";
import { within } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { settle } from "../db/settle.ts";
import type { Desk } from "../desk.ts";
import { brandById, storeById } from "../stores/queries.ts";
import { endKey, insertKey, keyById } from "./queries.ts";
import { apiKey } from "./tables.ts";

/** `jifu_<id>_<32 bytes base64url>`. The secret part is made from the root secret and the key's id:
 *  repeating the command shows it again, and neither the table nor a kept answer holds it. */
const secretOf = (desk: Desk, keyId: string): string => {
  const part = createHmac("sha256", desk.keys.derive("api-key")).update(keyId).digest("base64url");
  return `jifu_${keyId.slice(4)}_${part}`;
};

/** Keys in the caller's scope, active first. */
export const listKeys = async (desk: Desk): Promise<AnswerOf<typeof doors.listKeys>> => {
  const here: SQL | undefined = within(desk.actor.scope, apiKey.brandId, apiKey.storeId);
  const rows = await desk.db.cold.select().from(apiKey).where(and(here))
    .orderBy(asc(apiKey.state), desc(apiKey.id)).limit(500);
  return {
    keys: rows.map((k) => ({
      id: k.id,
      label: k.label,
      role: k.role,
      brandId: k.brandId,
      storeId: k.storeId,
      state: k.state,
      createdAt: k.createdAt,
      lastUsedAt: k.lastUsedAt,
    })),
  };
};

/** Refuses a place beyond the caller's scope, or one that is none.
 *  @throws Problem not-found, input-invalid for a till without a store */
const checkPlace = async (
  desk: Desk,
  { role, brandId, storeId }: BodyOf<typeof doors.addKey>,
): Promise<void> => {
  const { scope } = desk.actor;
  if (brandId === null && (scope.brandIds !== null || storeId !== null)) {
    throw new Problem("not-found");
  }
  if (role === "pos" && storeId === null) {
    throw new Problem("input-invalid", {
      errors: [{ pointer: "/storeId", detail: "a till's key belongs to one store" }],
    });
  }
  if (brandId === null) return;
  const [brands, stores] = await Promise.all([
    desk.db.read(brandById, [brandId]),
    storeId === null ? null : desk.db.read(storeById, [storeId]),
  ]);
  if (!brands.length || !inScope(scope, brandId, storeId)) throw new Problem("not-found");
  if (stores && stores[0]?.brand_id !== brandId) throw new Problem("not-found");
};

/** Adds a key; its secret is in this answer and nowhere else.
 *  @throws Problem not-found, input-invalid */
export const addKey = async (
  desk: Desk,
  key: string,
  input: BodyOf<typeof doors.addKey>,
): Promise<AnswerOf<typeof doors.addKey>> => {
  const { label, role, brandId, storeId } = input;
  const { keyId } = await settle(desk, key, input, async () => {
    await checkPlace(desk, input);
    const keyId = desk.id("apiKey");
    return {
      answer: { keyId },
      touches: [],
      writes: [
        insertKey.row({
          id: keyId,
          secret_hash: hashToken(secretOf(desk, keyId)),
          label,
          role,
          brand_id: brandId,
          store_id: storeId,
          created_by: desk.actor.staffId ?? null,
          created_at: desk.now,
        }),
        auditRow(desk, { action: "key.added", subject: keyId, after: input, brandId, storeId }),
      ],
    };
  });
  return { keyId, secret: secretOf(desk, keyId) };
};

/** Revokes a key; its next request is refused. @throws Problem not-found */
export const revokeKey = async (desk: Desk, keyId: string): Promise<{ done: true }> => {
  const [row] = await desk.db.read(keyById, [keyId]);
  const { scope } = desk.actor;
  const reached = row &&
    (row.brand_id === null ? scope.brandIds === null : inScope(scope, row.brand_id, row.store_id));
  if (!reached) throw new Problem("not-found");
  if (row.state !== "active") return { done: true };
  await desk.db.write([
    endKey.row({ id: keyId, revoked_at: desk.now }),
    auditRow(desk, {
      action: "key.revoked",
      subject: keyId,
      before: { label: row.label },
      brandId: row.brand_id,
      storeId: row.store_id,
    }),
  ]);
  forget(desk.db, keyId);
  return { done: true };
};
