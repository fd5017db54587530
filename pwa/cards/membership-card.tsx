import { lang, PointsText, Seal, tierLook } from "../../shared/ui/index.ts";
import type { MemberProfile, PointsSummary } from "../../shared/members/member.ts";
import { spendableName } from "../points/spendable-name.ts";
import { nameIn } from "../shell/name-in.ts";
import { words } from "../words.ts";
import "./membership-card.css";

/** The member's card in the metal of the tier. */
export function MembershipCard(
  props: { member: MemberProfile; points: PointsSummary | null; href?: string },
) {
  const { member, points } = props;
  const t = words.value;
  const tier = points?.tier.current;
  return (
    <article class={`membership tier-${tierLook(tier?.level ?? 0)}`}>
      <Pattern />
      <header class="membership-head">
        <Seal />
        <span class="membership-brand">{nameIn(lang.value, member, "brandName")}</span>
        {tier && <span class="membership-tier">{nameIn(lang.value, tier)}</span>}
      </header>
      <div class="membership-foot">
        <span class="membership-name">
          {member.name}
          <small>{t.card.since(member.joinedAt)}</small>
        </span>
        {points && (
          <span class="membership-points">
            <PointsText points={points.spendable} size="l" />
            <small>{spendableName(member)}</small>
          </span>
        )}
      </div>
      {points && points.lapsingSoon > 0 && points.lapsesNextAt !== null && (
        <p class="membership-note">
          {t.points.lapsing(points.lapsingSoon, points.lapsesNextAt)}
        </p>
      )}
    </article>
  );
}

/** Waves of good fortune, cut off by the card's edge. */
function Pattern() {
  const arcs = [];
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 9; column++) {
      const x = column * 40 + (row % 2) * 20;
      const y = 60 + row * 22;
      arcs.push(
        `M${x - 20} ${y}a20 20 0 0 1 40 0M${x - 13} ${y}a13 13 0 0 1 26 0M${
          x - 6
        } ${y}a6 6 0 0 1 12 0`,
      );
    }
  }
  return (
    <svg
      class="membership-pattern"
      viewBox="0 0 320 160"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      <path d={arcs.join("")} />
    </svg>
  );
}
