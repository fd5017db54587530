import type { AnswerOf } from "../../shared/endpoint.ts";
import { buyMyTier, listMyTiers, type TierStep } from "../../shared/tiers/endpoints.ts";
import { openWording } from "../../shared/ui/index.ts";
import type { TierWording } from "../../shared/wording/tiers/zh.ts";
import { putPoints, whenLeaving } from "../members/session.ts";
import { ask } from "../shell/api.ts";
import { once } from "../shell/command.ts";
import { openResource } from "../shell/resource.ts";

/** Texts of the tiers. */
export const tierWords = openWording<TierWording>({
  "zh-CN": () => import("../../shared/wording/tiers/zh.ts").then((file) => file.zh),
  en: () => import("../../shared/wording/tiers/en.ts").then((file) => file.en),
});

/** The ladder with where the member stands on it. */
export const ladder = openResource(() => ask(listMyTiers, {}));

/** Buys a step; going on after a lost answer continues the same purchase.
 *  @throws Problem, Unreachable */
export async function buy(
  { id: tierId, pricePoints }: TierStep,
  pin: string,
): Promise<AnswerOf<typeof buyMyTier>> {
  const points = pricePoints ?? 0;
  const answer = await once(
    `tier:${tierId}:${points}`,
    (key) => ask(buyMyTier, { body: { tierId, points, pin }, key }),
  );
  putPoints(answer.points);
  void ladder.load();
  return answer;
}

whenLeaving(() => ladder.reset());
