import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import type { TierLadderView, TierStep } from "../../shared/tiers/endpoints.ts";
import { Badge, Button, formats, lang, Panel, Progress, TierBadge } from "../../shared/ui/index.ts";
import { sayBenefits, sayDiscount, sayThreshold } from "../../shared/wording/tiers/say-ladder.ts";
import { sayProgress } from "../../shared/wording/tiers/say-progress.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { BuySheet } from "./buy-sheet.tsx";
import { tierWords } from "./data.ts";
import "./tiers-view.css";

export interface TiersViewProps {
  ladder: Loaded<TierLadderView>;
  spendable: number;
  hasPin: boolean;
  onRetry: () => void;
  /** Buys with the PIN; rejects with Problem or Unreachable. */
  onBuy: (step: TierStep, pin: string) => Promise<void>;
  /** For the bench: the sheet already open for this tier. */
  buying?: string;
}

const named = (each: { nameZh: string; nameEn: string }) => nameIn(lang.value, each);

/** Every tier with what it asks and gives; where the member stands; what points buy. */
export function TiersView(props: TiersViewProps) {
  const { ladder, spendable, onRetry } = props;
  const t = tierWords.value;
  const [buying, setBuying] = useState<string | null>(props.buying ?? null);
  return (
    <Screen title={t.ladder.title} backTo={PATHS.points}>
      <Part of={ladder} onRetry={onRetry}>
        {(data) => (
          <>
            <Standing ladder={data} />
            <ol class="tier-steps">
              {data.steps.map((step) => (
                <Step
                  key={step.id}
                  {...{ step, ladder: data, spendable }}
                  onBuy={() => setBuying(step.id)}
                />
              ))}
            </ol>
            <BuySheet
              step={data.steps.find((step) => step.id === buying) ?? null}
              spendable={spendable}
              hasPin={props.hasPin}
              onClose={() => setBuying(null)}
              onBuy={async (step, pin) => {
                await props.onBuy(step, pin);
                setBuying(null);
              }}
            />
          </>
        )}
      </Part>
    </Screen>
  );
}

function Standing({ ladder }: { ladder: TierLadderView }) {
  const t = tierWords.value;
  const { progress, policy, category } = ladder;
  const said = sayProgress(t, formats.value, progress, named);
  const span = {
    months: t.ladder.spanMonths,
    year: t.ladder.spanYear,
    lifetime: t.ladder.spanLifetime,
  }[policy.span];
  return (
    <Panel tone="gold">
      <div class="inline apart">
        <TierBadge name={named(progress.current)} rank={progress.current.level} />
        <span class="small soft numbers">{said.counted}</span>
      </div>
      <Progress value={progress.next ? progress.ratio : 1} label={said.way} tone="gold" />
      <p>
        <strong>{said.way}</strong>
        {said.buy && <span class="soft">{` ${said.buy}`}</span>}
      </p>
      {said.keep && <p class="small">{said.keep}</p>}
      <p class="small soft">{span}</p>
      {category && (
        <p class="small">
          {t.ladder.category(named(category))}
          {category.discounts.map((each) => ` · ${sayDiscount(t, each, named)}`).join("")}
        </p>
      )}
    </Panel>
  );
}

function Step(props: {
  step: TierStep;
  ladder: TierLadderView;
  spendable: number;
  onBuy: () => void;
}) {
  const { step, ladder, spendable, onBuy } = props;
  const t = tierWords.value.ladder;
  const f = formats.value;
  const here = ladder.progress.current.id === step.id;
  const benefits = sayBenefits(tierWords.value, f, step, named);
  const price = step.level > ladder.progress.current.level ? step.pricePoints : null;
  return (
    <li class="tier-step" aria-current={here ? "step" : undefined}>
      <div class="inline apart">
        <h2 class="tier-step-name">
          <TierBadge name={named(step)} rank={step.level} />
        </h2>
        {here && <Badge tone="gold">{t.here}</Badge>}
      </div>
      <p class="small soft">
        {sayThreshold(tierWords.value, f, ladder.policy.basis, step.threshold)}
      </p>
      <ul class="tier-benefits">
        {(benefits.length ? benefits : [t.nothing]).map((benefit) => (
          <li key={benefit}>
            <Check aria-hidden="true" />
            {benefit}
          </li>
        ))}
      </ul>
      {price !== null && (
        <>
          <Button
            block
            disabled={spendable < price}
            aria-label={`${t.buyFor(named(step))} · ${t.buy(f.count(price))}`}
            onClick={onBuy}
          >
            {t.buy(f.count(price))}
          </Button>
          <p class="small soft">
            {spendable < price ? t.short(f.count(price - spendable)) : t.held(step.priceMonths)}
          </p>
        </>
      )}
    </li>
  );
}
