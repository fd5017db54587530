import { Cake, Layers } from "lucide-preact";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import { Button, formats, PointsText, Progress, Seal, tierLook } from "../../shared/ui/index.ts";
import { sayProgress } from "../../shared/wording/tiers/say-progress.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import { goTo } from "../visit/visit.ts";
import { tierWords, words } from "../words.ts";

/** Rank of a tier among the brand's, 0 first: the metal that it is drawn in. */
export function rankOf(tierId: string): number {
  const tiers = [...terminal.value?.tiers ?? []].sort((a, b) => a.level - b.level);
  return Math.max(0, tiers.findIndex((tier) => tier.id === tierId));
}

/** The member on their tier's metal: greeting, points, the way to the next tier. */
export function MemberCard(props: { member: ScanView["member"]; points: PointsSummary }) {
  const { member, points } = props;
  const t = words.value.home;
  const { current, next, ratio } = points.tier;
  const said = sayProgress(tierWords.value, formats.value, points.tier, nameOf);
  return (
    <section class={`member-card tier-${tierLook(rankOf(current.id))}`} aria-labelledby="hello">
      <Seal class="member-card-seal" />
      <div class="inline apart">
        <h1 id="hello" class="member-card-hello">{t.hello(member.nameMasked)}</h1>
        <span class="member-card-tier">{nameOf(current)}</span>
      </div>
      {member.birthdayToday && (
        <p class="member-card-cake">
          <Cake aria-hidden="true" />
          {t.birthday}
        </p>
      )}
      <p class="member-card-points">
        <span>{t.spendable}</span>
        <PointsText points={points.spendable} size="hero" />
      </p>
      {points.pending > 0 && <p>{t.pending(points.pending)}</p>}
      <div class="member-card-next">
        <Progress value={next ? ratio : 1} label={t.tierProgress} tone="gold" />
        <p class="inline apart">
          <span>{[said.way, said.buy].filter(Boolean).join(" · ")}</span>
          {next && <span class="numbers">{formats.value.share(ratio)}</span>}
        </p>
        {said.keep && <p>{said.keep}</p>}
        <Button
          icon={<Layers />}
          onClick={() =>
            goTo("tiers")}
        >
          {tierWords.value.ladder.open}
        </Button>
      </div>
    </section>
  );
}
