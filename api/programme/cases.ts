/** Saved cases: trials with what they are to give, kept, accepted anew, dropped. @module */
import type * as doors from "../../shared/console/trial-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Problem } from "../../shared/problems.ts";
import { Expected, Trial } from "../../shared/programme/trial.ts";
import { mustReach, mustReachBrand } from "../access/within.ts";
import { auditRow } from "../audit/queries.ts";
import { Collision } from "../db/collision.ts";
import { settle } from "../db/settle.ts";
import type { Write } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { caseById, type CaseRow, casesOf, insertCase, updateCase } from "./case-queries.ts";
import { goodsOf, runCasesOf } from "./case-results.ts";
import { readSource } from "./read-source.ts";

const casesMost = 200;

/** @throws Problem not-found */
export const listCases = async (
  desk: Desk,
  brandId: string,
): Promise<AnswerOf<typeof doors.listCases>> => {
  mustReach(desk, brandId);
  const rows = await desk.db.readSeen(casesOf, [brandId], desk.seen);
  return {
    cases: rows.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      trial: Trial.parse(JSON.parse(row.trial)),
      expected: Expected.parse(JSON.parse(row.expected)),
      revision: row.revision,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    })),
  };
};

/** @throws Problem not-found */
export const runCases = async (
  desk: Desk,
  { brandId, source }: BodyOf<typeof doors.runCases>,
): Promise<AnswerOf<typeof doors.runCases>> => {
  mustReach(desk, brandId);
  const { rules } = await readSource(desk, brandId, source);
  return { results: await runCasesOf(desk, brandId, rules) };
};

/** @throws Problem not-found, not-allowed, product-unknown, cases-full, name-taken */
export const saveCase = (
  desk: Desk,
  key: string,
  input: BodyOf<typeof doors.saveCase>,
): Promise<AnswerOf<typeof doors.saveCase>> => {
  const { brandId, name, trial, expected } = input;
  mustReachBrand(desk, brandId);
  return settle(desk, key, input, async () => {
    const [kept] = await Promise.all([
      desk.db.read(casesOf, [brandId]),
      mustHaveGoods(desk, brandId, trial),
    ]);
    if (kept.length >= casesMost) throw new Problem("cases-full", { max: casesMost });
    if (kept.some((row) => row.name === name)) throw new Problem("name-taken", { field: "name" });
    const caseId = desk.id("case");
    return {
      answer: { caseId, revision: 1 },
      touches: [`cases ${brandId}`],
      writes: [
        insertCase.row({
          id: caseId,
          brand_id: brandId,
          name,
          trial: JSON.stringify(trial),
          expected: JSON.stringify(expected),
          revision: 1,
          changed_by: desk.actor.staffId ?? null,
          changed_at: desk.now,
          created_at: desk.now,
        }),
        auditRow(desk, {
          action: "case.saved",
          subject: caseId,
          after: { name, expected },
          brandId,
        }),
      ],
    };
  });
};

/** @throws Problem product-unknown when the trial names what the brand does not have */
export const mustHaveGoods = async (desk: Desk, brandId: string, trial: Trial) => {
  const goods = await goodsOf(desk, brandId, [trial]);
  for (const { productId, categoryId } of trial.lines) {
    if (productId !== undefined && !goods.products.has(productId)) {
      throw new Problem("product-unknown", { sku: productId });
    }
    if (categoryId !== undefined && !goods.categories.has(categoryId)) {
      throw new Problem("product-unknown", { sku: categoryId });
    }
  }
  return goods;
};

const caseInScope = async (desk: Desk, caseId: string, revision: number): Promise<CaseRow> => {
  const [found] = await desk.db.read(caseById, [caseId]);
  if (!found) throw new Problem("not-found");
  mustReach(desk, found.brand_id);
  mustReachBrand(desk, found.brand_id);
  if (found.revision !== revision) throw new Problem("changed-meanwhile");
  return found;
};

const write = (desk: Desk, writes: Write[], touches: string): Promise<void> =>
  desk.db.write(writes, [touches]).catch((error) => {
    throw error instanceof Collision ? new Problem("changed-meanwhile") : error;
  });

const stepOf = (desk: Desk, row: CaseRow, expected: string, state: "kept" | "removed"): Write =>
  updateCase.row({
    id: row.id,
    expected,
    revision: row.revision + 1,
    state,
    changed_by: desk.actor.staffId ?? null,
    changed_at: desk.now,
  });

/** @throws Problem not-found, not-allowed, changed-meanwhile */
export const acceptCase = async (
  desk: Desk,
  caseId: string,
  { revision, expected, reason }: BodyOf<typeof doors.acceptCase>,
): Promise<{ revision: number }> => {
  const row = await caseInScope(desk, caseId, revision);
  const note = auditRow(desk, {
    action: "case.accepted",
    subject: caseId,
    before: JSON.parse(row.expected),
    after: { ...expected, reason },
    brandId: row.brand_id,
  });
  await write(desk, [stepOf(desk, row, JSON.stringify(expected), "kept"), note], caseId);
  return { revision: revision + 1 };
};

/** @throws Problem not-found, not-allowed, changed-meanwhile */
export const removeCase = async (
  desk: Desk,
  caseId: string,
  { revision, reason }: BodyOf<typeof doors.removeCase>,
): Promise<{ done: true }> => {
  const row = await caseInScope(desk, caseId, revision);
  const note = auditRow(desk, {
    action: "case.removed",
    subject: caseId,
    before: { name: row.name, expected: JSON.parse(row.expected) },
    after: { reason },
    brandId: row.brand_id,
  });
  await write(desk, [stepOf(desk, row, row.expected, "removed"), note], caseId);
  return { done: true };
};
