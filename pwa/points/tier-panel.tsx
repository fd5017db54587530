import { Layers } from "lucide-preact";
import type * as z from "zod/mini";
import type { TierProgress } from "../../shared/members/member.ts";
import { ButtonLink, formats, lang, Panel, Progress, TierBadge } from "../../shared/ui/index.ts";
import { sayProgress } from "../../shared/wording/tiers/say-progress.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { tierWords } from "../tiers/data.ts";

/** The tier held and the way to the next one, in money and in points. */
export function TierPanel({ tier }: { tier: z.infer<typeof TierProgress> }) {
  const { current, next, ratio } = tier;
  const t = tierWords.value;
  const said = sayProgress(t, formats.value, tier, (each) => nameIn(lang.value, each));
  return (
    <Panel>
      <div class="inline apart">
        <TierBadge name={nameIn(lang.value, current)} rank={current.level} />
        <span class="small soft numbers">{said.counted}</span>
      </div>
      <Progress value={next ? ratio : 1} label={said.way} tone="gold" />
      <p class="small">
        {said.way}
        {said.buy && ` · ${said.buy}`}
      </p>
      {said.keep && <p class="small soft">{said.keep}</p>}
      <ButtonLink href={PATHS.tiers} size="s" variant="quiet" icon={<Layers />}>
        {t.ladder.open}
      </ButtonLink>
    </Panel>
  );
}
