import { CircleAlert, Hourglass, Radio } from "lucide-preact";
import type { MemberProfile, PointsSummary } from "../../shared/members/member.ts";
import { Badge, PointsText } from "../../shared/ui/index.ts";
import { words } from "../words.ts";
import "./balance.css";
import { spendableName } from "./spendable-name.ts";

/** What can be spent now, and what is on its way or owed. */
export function Balance(
  props: { member?: MemberProfile; points: PointsSummary; live: boolean },
) {
  const { member, points, live } = props;
  const t = words.value.points;
  const name = spendableName(member);
  return (
    <section class="balance" aria-label={name}>
      <div class="inline apart">
        <h2 class="balance-name">{name}</h2>
        {live && <Badge tone="good" icon={<Radio />}>{t.live}</Badge>}
      </div>
      <p aria-live="polite">
        <PointsText points={points.spendable} size="hero" />
      </p>
      {points.lapsingSoon > 0 && points.lapsesNextAt !== null && (
        <p class="balance-line balance-soon">
          <CircleAlert aria-hidden="true" />
          {t.lapsing(points.lapsingSoon, points.lapsesNextAt)}
        </p>
      )}
      {points.pending > 0 && (
        <p class="balance-line">
          <Hourglass aria-hidden="true" />
          <span>
            {t.pending} <PointsText points={points.pending} />
            <small>{t.pendingHint}</small>
          </span>
        </p>
      )}
      {points.debt > 0 && (
        <p class="balance-line balance-debt">
          <CircleAlert aria-hidden="true" />
          <span>
            {t.debt} <PointsText points={points.debt} />
            <small>{t.debtHint}</small>
          </span>
        </p>
      )}
      {points.carryMicro > 0 && (
        <p class="small faint">{t.carry((points.carryMicro / 1_000_000).toFixed(2))}</p>
      )}
    </section>
  );
}
