import { Gift as GiftIcon } from "lucide-preact";
import { useState } from "preact/hooks";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import {
  Button,
  commonWords,
  EmptyState,
  PointsText,
  Segmented,
  Skeleton,
} from "../../shared/ui/index.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { Frame } from "../visit/frame.tsx";
import { gifts, loadGifts, points } from "../visit/visit.ts";
import { words } from "../words.ts";
import { GiftCard } from "./gift-card.tsx";
import "./style.css";

type Filter = "all" | "mine";

/** All gifts of this store; those within reach first. */
export function Gifts(props: { filter?: Filter }) {
  const t = words.value.gifts;
  const [filter, setFilter] = useState<Filter>(props.filter ?? "all");
  const loaded = gifts.value;
  const within = loaded.state === "ready" ? loaded.value.filter((gift) => !gift.refused) : [];
  return (
    <Frame tabs class="gifts">
      <div class="inline apart gifts-head">
        <h1 class="frame-title">{t.title}</h1>
        {points.value && (
          <p class="gifts-have">
            <span class="soft">{words.value.home.spendable}</span>
            <PointsText points={points.value.spendable} size="l" />
          </p>
        )}
      </div>
      <Segmented
        block
        label={t.filter}
        value={filter}
        onChange={setFilter}
        options={[
          { value: "all", label: t.all },
          { value: "mine", label: t.mine, count: within.length },
        ]}
      />
      {loaded.state === "loading" && <GreyGifts />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadGifts} />}
      {loaded.state === "ready" && (
        <Grid
          gifts={filter === "mine" ? within : byReach(loaded.value)}
          mine={filter === "mine"}
          onAll={() => setFilter("all")}
        />
      )}
    </Frame>
  );
}

/** Within reach first, each part by price. */
function byReach(all: GiftView[]): GiftView[] {
  return [...all].sort((a, b) =>
    Number(a.refused !== null) - Number(b.refused !== null) || a.points - b.points
  );
}

function Grid(props: { gifts: GiftView[]; mine: boolean; onAll: () => void }) {
  const t = words.value.gifts;
  if (props.gifts.length > 0) {
    return (
      <ul class="gift-grid">
        {props.gifts.map((gift) => <GiftCard key={gift.id} gift={gift} />)}
      </ul>
    );
  }
  if (!props.mine) {
    return <EmptyState icon={<GiftIcon />} title={t.empty}>{t.emptyHint}</EmptyState>;
  }
  return (
    <EmptyState
      icon={<GiftIcon />}
      title={t.emptyMine}
      action={<Button size="l" onClick={props.onAll}>{t.showAll}</Button>}
    >
      {t.emptyMineHint}
    </EmptyState>
  );
}

function GreyGifts() {
  return (
    <div class="gift-grid" role="status" aria-label={commonWords.value.loading}>
      {[0, 1, 2, 3, 4, 5].map((each) => (
        <div key={each} class="gift-card gift-grey">
          <span class="gift-picture" />
          <Skeleton width="70%" height="1.4em" />
          <Skeleton width="40%" height="1.4em" />
        </div>
      ))}
    </div>
  );
}
