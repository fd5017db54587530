import type * as z from "zod/mini";
import type { TierProgress } from "../../shared/members/member.ts";
import { formats, lang, Panel, Progress, TierBadge } from "../../shared/ui/index.ts";
import { nameIn } from "../shell/name-in.ts";
import { words } from "../words.ts";

/** The tier held and the way to the next one. */
export function TierPanel(props: { tier: z.infer<typeof TierProgress> }) {
  const { current, next, missingFen, qualifyingFen, ratio } = props.tier;
  const t = words.value.points;
  const f = formats.value;
  const way = next ? t.tierMissing(f.moneyShort(missingFen), nameIn(lang.value, next)) : t.tierTop;
  return (
    <Panel>
      <div class="inline apart">
        <TierBadge name={nameIn(lang.value, current)} rank={current.level} />
        <span class="small soft numbers">{t.tierSpent(f.moneyShort(qualifyingFen))}</span>
      </div>
      <Progress value={next ? ratio : 1} label={way} tone="gold" />
      <p class="small">{way}</p>
    </Panel>
  );
}
