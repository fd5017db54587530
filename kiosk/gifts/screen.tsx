import { Gift as GiftIcon } from "lucide-preact";
import { useState } from "preact/hooks";
import { browse, type Browsing } from "../../shared/gifts/browse.ts";
import type { GiftView } from "../../shared/gifts/gift.ts";
import {
  Button,
  commonWords,
  EmptyState,
  PointsText,
  Segmented,
  SelectField,
  Skeleton,
} from "../../shared/ui/index.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { Frame } from "../visit/frame.tsx";
import { gifts, loadGifts, points, shelves } from "../visit/visit.ts";
import { words } from "../words.ts";
import { GiftCard } from "./gift-card.tsx";
import { mallWords } from "./mall-words.ts";
import { ShelfBar } from "./shelf-bar.tsx";
import "./style.css";

type Filter = "all" | "mine";

/** The mall of this store: shelves to go along, those within reach first. */
export function Gifts(props: { filter?: Filter; shelf?: string }) {
  const t = words.value.gifts;
  const m = mallWords.value;
  const [filter, setFilter] = useState<Filter>(props.filter ?? "all");
  const loaded = gifts.value;
  const [shelf, setShelf] = useState<string | null>(props.shelf ?? null);
  const [sort, setSort] = useState<Browsing["sort"]>("house");
  const all = loaded.state === "ready" ? loaded.value : [];
  const within = browse(all, { shelf, within: true, sort });
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
      <div class="inline apart">
        <ShelfBar gifts={all} shelves={shelves.value} value={shelf} onChange={setShelf} />
        {all.length > 0 && (
          <SelectField
            label={m.sort}
            labelHidden
            value={sort}
            options={(["house", "up", "down"] as const)
              .map((value) => ({ value, label: m.sorts[value] }))}
            onChange={setSort}
          />
        )}
      </div>
      {loaded.state === "loading" && <GreyGifts />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={loadGifts} />}
      {loaded.state === "ready" && (
        <Grid
          gifts={filter === "mine" ? within : browse(all, { shelf, within: false, sort })}
          mine={filter === "mine"}
          onAll={() => {
            setFilter("all");
            setShelf(null);
          }}
        />
      )}
    </Frame>
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
