/** Saved cases run under rules: what each gives, beside what it is to give. @module */
import type { CaseResult } from "../../shared/console/trial-doors.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Expected, Trial } from "../../shared/programme/trial.ts";
import {
  expectedOf,
  GoodsGone,
  sameOutcome,
  type TrialGoods,
  tryTrial,
} from "../../shared/programme/try-trial.ts";
import type { Desk } from "../desk.ts";
import { casesOf, goodsOfTrial } from "./case-queries.ts";

/** What the trials name, of this brand. */
export const goodsOf = async (
  desk: Desk,
  brandId: string,
  trials: readonly Trial[],
): Promise<TrialGoods> => {
  const ids = trials.flatMap(({ lines }) =>
    lines.flatMap((line) => [line.productId, line.categoryId].filter((id) => id !== undefined))
  );
  const rows = ids.length ? await desk.db.read(goodsOfTrial, [brandId, [...new Set(ids)]]) : [];
  const pathsOf = (kind: "product" | "category") =>
    new Map(
      rows.filter((row) => row.kind === kind).map((row) =>
        [row.id, JSON.parse(row.path) as string[]] as const
      ),
    );
  return { products: pathsOf("product"), categories: pathsOf("category") };
};

/** Every saved case of a brand under these rules. */
export const runCasesOf = async (
  desk: Desk,
  brandId: string,
  rules: ProgrammeRules,
): Promise<CaseResult[]> => {
  const rows = await desk.db.read(casesOf, [brandId]);
  const cases = rows.map((row) => ({
    row,
    trial: Trial.parse(JSON.parse(row.trial)),
    expected: Expected.parse(JSON.parse(row.expected)),
  }));
  const goods = await goodsOf(desk, brandId, cases.map((each) => each.trial));
  return cases.map(({ row, trial, expected }) => {
    const got = outcomeOf(trial, rules, goods);
    const same = got !== null && sameOutcome(expected, got);
    return { caseId: row.id, name: row.name, revision: row.revision, expected, got, same };
  });
};

const outcomeOf = (trial: Trial, rules: ProgrammeRules, goods: TrialGoods): Expected | null => {
  try {
    return expectedOf(tryTrial(trial, rules, "", goods));
  } catch (error) {
    if (error instanceof GoodsGone) return null;
    throw error;
  }
};
