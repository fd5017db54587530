/** What a sale would earn, by the function that books it. @module */
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { type Offset, offsetOffer, useOffset } from "../../shared/points/offset.ts";
import { discountFor, type DiscountSource } from "../../shared/tiers/discount.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Problem } from "../../shared/problems.ts";
import type { quoteSale as door } from "../../shared/sales/endpoints.ts";
import type { Desk } from "../desk.ts";
import { rulesAt } from "../points/queries.ts";
import { parsedRules } from "../points/rules.ts";
import { discountsOf } from "../tiers/member-discounts.ts";
import { type ResolvedLine, resolveLines } from "./resolve-lines.ts";
import { judgeSale, offsetGround } from "./judge-sale.ts";
import { saleMember, type Whose } from "./sale-member.ts";

type Body = BodyOf<typeof door>;

/** Writes nothing. @throws Problem as recordSale for the goods and the member */
export const quoteSale = async (
  desk: Desk,
  body: Body,
): Promise<AnswerOf<typeof door>> => {
  const { brandId, storeId } = desk.actor;
  if (!brandId) throw new Problem("not-allowed", { permission: "sale.quote" });
  const [goods, whose, [rules], sources] = await Promise.all([
    resolveLines(desk, brandId, body.lines),
    saleMember(desk, body.member, { booking: false, at: desk.now, lots: false }),
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
  const terms = { id: rules!.id, rules: parsedRules(rules!) };
  const offset = offsetIn(desk, body, goods.lines, terms.rules, whose);
  const place = { storeId: storeId ?? null, at: desk.now };
  const { accrual } = judgeSale(goods.lines, terms, place, whose, offset.kept);
  return {
    totalFen: goods.totalFen,
    payFen: goods.totalFen - (offset.kept?.fen ?? 0),
    points: accrual.points,
    carryAfterMicro: accrual.carryAfterMicro,
    reasons: accrual.reasons,
    missed: accrual.missed,
    offset: offset.told,
    discounts: goods.lines.flatMap((line) => quoteDiscounts(line, sources)),
  };
};

/** Paying with points as the booking would judge it; a refusal is told, not thrown. */
const offsetIn = (
  desk: Desk,
  body: Body,
  lines: readonly ResolvedLine[],
  { offset: rules }: ProgrammeRules,
  whose: Whose,
) => {
  const ground = offsetGround(desk, whose);
  const offer = offsetOffer(rules, lines, ground);
  const used = body.offset ? useOffset(rules, lines, ground, body.offset.points) : null;
  const kept: Offset | null = used === null || "refused" in used ? null : used;
  const refused = "refused" in offer ? offer : used !== null && "refused" in used ? used : null;
  return {
    kept,
    told: {
      offer: "refused" in offer ? null : offer,
      refused: refused && { code: refused.refused, fields: refused.fields },
      used: kept && { points: kept.points, fen: kept.fen },
      allowed: whose.rights === "spend",
    },
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
