import { ChevronDown, Sparkles } from "lucide-preact";
import type { Reason } from "../../shared/points/reason.ts";
import { PointsText, Skeleton } from "../../shared/ui/index.ts";
import { member, unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { nameOf } from "../shell/name-in.ts";
import { serverNow } from "../terminal/clock.ts";
import { terminal } from "../terminal/standing.ts";
import { reasonWords } from "../words.ts";
import type { Basket } from "./basket.ts";
import { categories } from "./goods.ts";
import { earningGround, groundIsComing } from "./ground.ts";
import { used } from "./paying.ts";
import { previewOf } from "./preview.ts";
import { basket, priced } from "./sale.ts";

/** The points this basket will bring, live, by the function that books them; and why. */
export function WillEarn() {
  const t = counterWords.value.sale;
  const known = member.value;
  const rules = terminal.value?.rules;
  if (!known || !rules) {
    return (
      <p class="will-earn will-earn-none">
        <span>{t.willEarn}</span>
        <span>{unchecked.value ? offlineWords.value.member.later : t.noMember}</span>
      </p>
    );
  }
  const preview = previewOf(
    priced.value,
    known.points,
    rules,
    serverNow(),
    earningGround.value,
    used.value,
  );
  return (
    <details class="will-earn-why" name="why">
      <summary class="will-earn" title={t.why}>
        <Sparkles aria-hidden="true" />
        <span>{t.willEarn}</span>
        {groundIsComing.value
          ? <Skeleton width="3rem" />
          : <PointsText points={preview.points} signed size="l" />}
        <ChevronDown class="will-earn-more" aria-label={t.why} />
      </summary>
      {basket.value.length > 0 && (
        <ul class="why" tabIndex={0} aria-label={t.why}>
          {preview.debtRepaid > 0 && <li class="why-debt">{t.willRepay(preview.debtRepaid)}</li>}
          {[...preview.reasons, ...preview.missed].map((reason, index) => (
            <li key={index}>{sayReason(reason, basket.value)}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** A reason as a sentence, with the names of this basket. */
function sayReason(reason: Reason, lines: Basket): string {
  const view = terminal.value;
  const named = <T extends { id: string; nameZh: string; nameEn: string }>(
    all: readonly T[] | undefined,
    id: string,
  ) => {
    const found = all?.find((each) => each.id === id);
    return found ? nameOf(found) : "";
  };
  return reasonWords.value.sentence(reason, {
    tier: (id) => named(view?.tiers, id),
    category: (id) => named(categories.value, id),
    line: (n) => {
      const line = lines[n - 1];
      return line?.product ? nameOf(line.product) : line?.name ?? "";
    },
    version: (id) => view?.rules.id === id ? view.rules.version : null,
  });
}
