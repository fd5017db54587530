/** What a recharge brings, as rows for the batch that books the recharge. No door leads here yet:
 *  stored value is sold by a room that is still to come. @module */
import { rechargePoints } from "../../shared/grants/grants.ts";
import { grantTitles } from "../../shared/wording/grants/titles.ts";
import type { Desk } from "../desk.ts";
import type { Holdings } from "../points/holdings.ts";
import type { RulesRow } from "../points/queries.ts";
import { grantsOf } from "./grant-rules.ts";
import { type PostedGrant, postGrant } from "./post-grant.ts";

/** @param rechargeId what the points are booked once for
 *  @returns null when the rules in force give nothing for it */
export const rechargeGrant = (
  desk: Desk,
  holdings: Holdings,
  rules: RulesRow,
  { rechargeId, principalFen }: { rechargeId: string; principalFen: number },
): PostedGrant | null => {
  const points = rechargePoints(grantsOf(rules), principalFen);
  return points === 0 ? null : postGrant(desk, holdings, rules, {
    cause: { kind: "recharge", id: rechargeId },
    points,
    title: grantTitles.recharge,
    reasons: [{ code: "granted", what: "recharge", points }],
  });
};
