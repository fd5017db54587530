import { Check } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { TierLadderView, TierStep } from "../../shared/tiers/endpoints.ts";
import {
  Badge,
  Button,
  commonWords,
  formats,
  LoadingState,
  Panel,
  Progress,
  TierBadge,
} from "../../shared/ui/index.ts";
import { sayBenefits, sayDiscount, sayThreshold } from "../../shared/wording/tiers/say-ladder.ts";
import { sayProgress } from "../../shared/wording/tiers/say-progress.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { Frame } from "../visit/frame.tsx";
import { goTo, points, scan, wantedTier } from "../visit/visit.ts";
import { tierWords } from "../words.ts";
import { AskBuy } from "./ask-buy.tsx";
import { ladder, loadLadder } from "./buy.ts";
import "./style.css";

/** The ladder of tiers at the kiosk: where the member stands, what each gives, what points buy. */
export function Tiers() {
  const t = tierWords.value.ladder;
  const loaded = ladder.value;
  const [asking, setAsking] = useState<string | null>(null);
  useEffect(() => void loadLadder(), [scan.value?.scanId]);
  const steps = loaded.state === "ready" ? loaded.value.steps : [];
  // After the PIN the visitor is asked about the tier they wanted.
  useEffect(() => {
    if (steps.length === 0 || wantedTier.value === null) return;
    if (scan.value?.rights === "spend") setAsking(wantedTier.value);
    wantedTier.value = null;
  }, [steps.length]);
  const want = (step: TierStep) => {
    if (scan.value?.rights === "spend") return setAsking(step.id);
    wantedTier.value = step.id;
    goTo("verify");
  };
  const wanted = steps.find((step) => step.id === asking);
  return (
    <Frame tabs class="tiers">
      <div class="inline apart">
        <h1 class="frame-title">{t.title}</h1>
        <Button variant="quiet" onClick={() => goTo("home")}>{commonWords.value.back}</Button>
      </div>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadLadder} />}
      {loaded.state === "ready" && (
        <>
          <Standing ladder={loaded.value} />
          <ol class="tier-steps">
            {steps.map((step) => (
              <Step
                key={step.id}
                step={step}
                ladder={loaded.value}
                onBuy={() => want(step)}
              />
            ))}
          </ol>
        </>
      )}
      {wanted && <AskBuy step={wanted} onClose={() => setAsking(null)} />}
    </Frame>
  );
}

function Standing({ ladder: { progress, category } }: { ladder: TierLadderView }) {
  const t = tierWords.value;
  const said = sayProgress(t, formats.value, progress, nameOf);
  return (
    <Panel tone="gold">
      <div class="inline apart">
        <TierBadge name={nameOf(progress.current)} rank={progress.current.level} />
        <span class="soft numbers">{said.counted}</span>
      </div>
      <Progress value={progress.next ? progress.ratio : 1} label={said.way} tone="gold" />
      <p>
        <strong>{said.way}</strong>
        {said.buy && <span class="soft">{` ${said.buy}`}</span>}
      </p>
      {said.keep && <p>{said.keep}</p>}
      {category && (
        <p>
          {t.ladder.category(nameOf(category))}
          {category.discounts.map((each) => ` · ${sayDiscount(t, each, nameOf)}`).join("")}
        </p>
      )}
    </Panel>
  );
}

function Step(props: { step: TierStep; ladder: TierLadderView; onBuy: () => void }) {
  const { step, ladder: { progress, policy }, onBuy } = props;
  const t = tierWords.value;
  const f = formats.value;
  const here = progress.current.id === step.id;
  const benefits = sayBenefits(t, f, step, nameOf);
  const price = step.level > progress.current.level ? step.pricePoints : null;
  const spendable = points.value?.spendable ?? 0;
  return (
    <li class="tier-step" aria-current={here ? "step" : undefined}>
      <div class="inline apart">
        <h2 class="tier-step-name">
          <TierBadge name={nameOf(step)} rank={step.level} />
        </h2>
        {here && <Badge tone="gold">{t.ladder.here}</Badge>}
      </div>
      <p class="soft">{sayThreshold(t, f, policy.basis, step.threshold)}</p>
      <ul class="tier-benefits">
        {(benefits.length ? benefits : [t.ladder.nothing]).map((benefit) => (
          <li key={benefit}>
            <Check aria-hidden="true" />
            {benefit}
          </li>
        ))}
      </ul>
      {price !== null && (
        <div class="tier-price">
          <Button
            size="l"
            block
            disabled={spendable < price}
            aria-label={`${t.ladder.buyFor(nameOf(step))} · ${t.ladder.buy(f.count(price))}`}
            onClick={onBuy}
          >
            {t.ladder.buy(f.count(price))}
          </Button>
          <p class="soft">
            {spendable < price
              ? t.ladder.short(f.count(price - spendable))
              : t.ladder.held(step.priceMonths)}
          </p>
        </div>
      )}
    </li>
  );
}
