/** The sandbox till. @module */
import type * as doors from "../../shared/console/trial-doors.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { maskName } from "../../shared/cards/mask.ts";
import { Problem } from "../../shared/problems.ts";
import { tryTrial } from "../../shared/programme/try-trial.ts";
import { mustReach } from "../access/within.ts";
import type { Desk } from "../desk.ts";
import { findBuyer } from "../sales/sale-ground.ts";
import { mustHaveGoods } from "./cases.ts";
import { readSource } from "./read-source.ts";

/** What rules make of a trial. Writes nothing. @throws Problem not-found, product-unknown */
export const tryCase = async (
  desk: Desk,
  { brandId, source, trial }: BodyOf<typeof doors.tryCase>,
): Promise<AnswerOf<typeof doors.tryCase>> => {
  mustReach(desk, brandId);
  const [{ id, rules }, goods] = await Promise.all([
    readSource(desk, brandId, source),
    mustHaveGoods(desk, brandId, trial),
  ]);
  return tryTrial(trial, rules, id, goods);
};

/** What rules know of a member now. The year of birth stays out: a birthday is enough.
 *  @throws Problem not-found */
export const showTrialMember = async (
  desk: Desk,
  memberId: string,
): Promise<AnswerOf<typeof doors.showTrialMember>> => {
  const buyer = await findBuyer(desk, memberId, { at: desk.now, lots: false });
  if (!buyer) throw new Problem("not-found");
  const { holdings, ground } = buyer;
  mustReach(desk, holdings.brandId);
  return {
    brandId: holdings.brandId,
    member: {
      label: maskName(holdings.memberName),
      tierId: holdings.tierId,
      tags: [...new Set(ground.tags)].slice(0, 50),
      memberCategoryId: ground.memberCategoryId,
      birthday: ground.birthday && "calendar" in ground.birthday
        ? { ...ground.birthday, on: `0000${ground.birthday.on.slice(4)}` }
        : null,
      firstPurchase: ground.firstPurchase,
      balance: ground.balance,
      carryMicro: holdings.points.carry,
      given: { day: positive(ground.tally.day), ever: positive(ground.tally.ever) },
    },
  };
};

/** Sums that returns took below zero count as nothing given. */
const positive = (sums: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).filter(([, micro]) => micro > 0));
