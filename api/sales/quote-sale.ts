/** What a sale would earn, by the function that books it. @module */
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { accrue } from "../../shared/points/accrue.ts";
import { discountFor, type DiscountSource } from "../../shared/tiers/discount.ts";
import { Problem } from "../../shared/problems.ts";
import type { quoteSale as door } from "../../shared/sales/endpoints.ts";
import type { Desk } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { type ResolvedLine, resolveLines } from "./resolve-lines.ts";
import { saleMember } from "./sale-member.ts";

/** Writes nothing. @throws Problem as recordSale for the goods and the member */
export const quoteSale = async (
  desk: Desk,
  body: BodyOf<typeof door>,
): Promise<AnswerOf<typeof door>> => {
  const { brandId } = desk.actor;
  if (!brandId) throw new Problem("not-allowed", { permission: "sale.quote" });
  const [goods, whose, [rules], sources] = await Promise.all([
    resolveLines(desk, brandId, body.lines),
    saleMember(desk, body.member, { booking: false }),
    desk.db.read(rulesAt, [brandId, desk.now]),
    body.member
      ? discountsOf(desk, "scanId" in body.member ? body.member.scanId : body.member.card)
      : [],
  ]);
  if (!whose) {
    return {
      totalFen: goods.totalFen,
      points: 0,
      carryAfterMicro: 0,
      reasons: [{ code: "no-member" }],
    };
  }
  const accrual = accrue({
    lines: goods.lines,
    rules: parsedRules(rules!),
    ruleVersionId: rules!.id,
    tierId: whose.holdings.tierId,
    carryMicro: whose.holdings.points.carry,
    earnedAt: desk.now,
  });
  return {
    totalFen: goods.totalFen,
    points: accrual.points,
    carryAfterMicro: accrual.carryAfterMicro,
    reasons: accrual.reasons,
    discounts: goods.lines.flatMap((line) => quoteDiscounts(line, sources)),
  };
};

/** What may still be taken off a line at the amount given; nothing where the till has done so. */
const quoteDiscounts = (line: ResolvedLine, sources: readonly DiscountSource[]) => {
  const due = line.discount ? null : discountFor({ ...line, listFen: line.amountFen }, sources);
  const from = sources.find((source) => source.sourceId === due?.sourceId);
  if (!due || !from) return [];
  const { offPercent, discountFen, amountFen, source } = due;
  const { nameZh, nameEn } = from;
  return [{ n: line.n, offPercent, discountFen, amountFen, source, nameZh, nameEn }];
};
