import { Gift as GiftIcon, MapPin } from "lucide-preact";
import { useState } from "preact/hooks";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { browse } from "../../shared/gifts/browse.ts";
import type { listMyGifts } from "../../shared/gifts/endpoints.ts";
import {
  Badge,
  Button,
  EmptyState,
  lang,
  List,
  Row,
  Sheet,
  Skeleton,
} from "../../shared/ui/index.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { browsing, BrowsingBar, lookAtAll } from "./browsing.tsx";
import { type GiftStore, giftWords, mallWords } from "./data.ts";
import { FlashStrip } from "./flash-strip.tsx";
import { GiftTabs } from "./gift-tabs.tsx";
import { GiftTile } from "./gift-tile.tsx";
import "./gifts-view.css";

type Wall = AnswerOf<typeof listMyGifts>;

export interface GiftsViewProps {
  spendable: number | null;
  store: GiftStore | null;
  stores: readonly GiftStore[];
  onStore: (storeId: string) => void;
  gifts: Loaded<Wall>;
  onRetry: () => void;
  /** For the bench: the list of stores already open. */
  choosing?: boolean;
}

/** What points buy at a store. */
export function GiftsView(props: GiftsViewProps) {
  const { spendable, store, stores, onStore, gifts, onRetry } = props;
  const t = giftWords.value.gifts;
  return (
    <Screen
      title={t.title}
      action={spendable !== null && <Badge tone="gold">{t.spendable(spendable)}</Badge>}
    >
      <GiftTabs view="all" />
      {store && <StorePicker {...{ store, stores, onStore, choosing: props.choosing ?? false }} />}
      <Part of={gifts} onRetry={onRetry} waiting={<GiftsWaiting />}>
        {(data) =>
          data.gifts.length === 0
            ? <EmptyState icon={<GiftIcon />} title={t.empty}>{t.emptyHint}</EmptyState>
            : <Mall wall={data} onRetry={onRetry} />}
      </Part>
    </Screen>
  );
}

function Mall(props: { wall: Wall; onRetry: () => void }) {
  const { wall, onRetry } = props;
  const m = mallWords.value;
  const shown = browse(wall.gifts, browsing.value);
  return (
    <>
      <FlashStrip gifts={wall.gifts} onEnd={onRetry} />
      <BrowsingBar {...wall} />
      {shown.length === 0
        ? (
          <EmptyState
            icon={<GiftIcon />}
            title={m.noneWithin}
            action={<Button onClick={lookAtAll}>{m.showAll}</Button>}
          >
            {m.noneWithinHint}
          </EmptyState>
        )
        : (
          <ul class="gift-grid">
            {shown.map((gift) => <GiftTile key={gift.id} gift={gift} />)}
          </ul>
        )}
    </>
  );
}

function StorePicker(
  props: Pick<GiftsViewProps, "stores" | "onStore"> & { store: GiftStore; choosing: boolean },
) {
  const { store, stores, onStore } = props;
  const [open, setOpen] = useState(props.choosing);
  const t = giftWords.value.gifts;
  return (
    <>
      <button type="button" class="store-button" onClick={() => setOpen(true)}>
        <MapPin aria-hidden="true" />
        <span class="sr-only">{t.store}</span>
        <b>{nameIn(lang.value, store)}</b>
        <span class="small">{t.chooseStore}</span>
      </button>
      <Sheet open={open} title={t.chooseStore} onClose={() => setOpen(false)}>
        <List>
          {stores.map((each) => (
            <Row
              key={each.id}
              title={nameIn(lang.value, each)}
              detail={`${each.city} · ${each.address}`}
              lead={<MapPin aria-hidden="true" />}
              selected={each.id === store.id}
              onClick={() => {
                onStore(each.id);
                setOpen(false);
              }}
            />
          ))}
        </List>
      </Sheet>
    </>
  );
}

function GiftsWaiting() {
  return (
    <div class="gift-grid" aria-hidden="true">
      {[0, 1, 2, 3].map((each) => (
        <div key={each} class="gift-tile">
          <Skeleton height="7.5rem" />
          <Skeleton width="80%" />
          <Skeleton width="50%" />
        </div>
      ))}
    </div>
  );
}
