import { Banner, formats, Panel, Progress } from "../../shared/ui/index.ts";
import type { PointsSummary } from "../../shared/members/member.ts";
import { sayProgress } from "../../shared/wording/tiers/say-progress.ts";
import { microText } from "../../shared/wording/reasons/micro-text.ts";
import { nameIn } from "../use-places.ts";
import { tierWords } from "../tiers/words.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

/** Points at a glance and the way to the next tier. */
export function Summary({ member }: { member: Member }) {
  return (
    <>
      {member.state === "frozen" && <Frozen frozen={member.frozen} />}
      <Figures points={member.points} frozen={member.state === "frozen"} />
    </>
  );
}

/** Why nothing is served, since when and by whom. */
function Frozen({ frozen }: Pick<Member, "frozen">) {
  const t = words.value;
  return (
    <Banner tone="danger" title={frozen ? t.frozenWhy(frozen.reason) : t.frozenTitle}>
      {[frozen && t.frozenBy(frozen.at, frozen.by), t.frozenText].filter(Boolean).join(" · ")}
    </Banner>
  );
}

function Figures({ points, frozen }: { points: PointsSummary; frozen: boolean }) {
  const t = words.value;
  const f = formats.value;
  const { tier, carryMicro, lapsesNextAt } = points;
  const said = sayProgress(tierWords.value, f, tier, nameIn);
  return (
    <div class="member-summary">
      <Panel
        tone={frozen ? "sunken" : "accent"}
        class={`member-spendable ${frozen ? "member-frozen" : ""}`}
      >
        <p class="figure-name">{frozen ? t.spendableFrozen : t.spendable}</p>
        <p class="figure-hero numbers">{f.count(points.spendable)}</p>
        {carryMicro > 0 && (
          <p class="small" title={t.carryHint}>{`${t.carry} ${microText(carryMicro)}`}</p>
        )}
      </Panel>
      <Panel>
        <Figure name={t.pending} value={f.count(points.pending)} />
        <Figure
          name={t.debt}
          value={f.count(points.debt)}
          hint={points.debt > 0 ? t.debtHint : undefined}
          tone={points.debt > 0 ? "danger" : undefined}
        />
      </Panel>
      <Panel>
        <Figure
          name={t.lapsingSoon}
          value={f.count(points.lapsingSoon)}
          hint={points.lapsingSoon > 0 && lapsesNextAt !== null
            ? t.lapsesNext(lapsesNextAt)
            : undefined}
          tone={points.lapsingSoon > 0 ? "warn" : undefined}
        />
      </Panel>
      <Panel>
        <p class="figure-name">{t.tierNow}</p>
        <p class="figure">{nameIn(tier.current)}</p>
        <Progress value={tier.ratio} label={t.tierNow} tone="gold" />
        <p class="small soft">
          {[said.way, said.buy, said.counted].filter(Boolean).join(" · ")}
        </p>
        {said.keep && <p class="small">{said.keep}</p>}
      </Panel>
    </div>
  );
}

function Figure(
  props: { name: string; value: string; hint?: string | undefined; tone?: string | undefined },
) {
  return (
    <div>
      <p class="figure-name">{props.name}</p>
      <p class={`figure numbers ${props.tone ? `figure-${props.tone}` : ""}`}>{props.value}</p>
      {props.hint && <p class="small soft">{props.hint}</p>}
    </div>
  );
}
