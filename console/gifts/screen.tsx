import { signal } from "@preact/signals";
import { Gift as GiftIcon, SearchX } from "lucide-preact";
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { isHook } from "../../shared/gifts/kinds.ts";
import type { ShelfRow } from "../../shared/console/endpoints.ts";
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  Field,
  formats,
  lang,
  Segmented,
  Table,
} from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { nameIn, usePlaces } from "../use-places.ts";
import { shellWords } from "../words.ts";
import type { Gift } from "./draft.ts";
import { mallWords } from "./mall-words.ts";
import { ListActions } from "./list-actions.tsx";
import { GiftPicture } from "./picture.tsx";
import { ShelvesDialog } from "./shelves-dialog.tsx";
import "./style.css";
import { stockOf, useGifts } from "./use-gifts.ts";
import { words } from "./words.ts";

interface Filter {
  text: string;
  state: "all" | Gift["state"];
  brandId: string | null;
}
const noFilter: Filter = { text: "", state: "all", brandId: null };
const filter = signal<Filter>(noFilter);
const shelvesKnown = signal<readonly ShelfRow[]>([]);

/** Fewer pieces than this at a store deserve a word. */
const LOW = 5;

const fits = (gift: Gift): boolean => {
  const { text, state, brandId } = filter.value;
  const wanted = text.trim().toLowerCase();
  return (state === "all" || gift.state === state) &&
    (brandId === null || gift.brandId === brandId) &&
    (wanted === "" ||
      [gift.nameZh, gift.nameEn, gift.code].some((each) => each.toLowerCase().includes(wanted)));
};

/** The gifts: what they cost, how many there are, how many went. */
export function GiftsScreen() {
  const t = words.value;
  const loaded = useGifts();
  const { route } = useLocation();
  const [shelving, setShelving] = useState(false);
  shelvesKnown.value = loaded.data?.shelves ?? [];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={<ListActions onShelves={() => setShelving(true)} />}
    >
      <Filters />
      <WhenLoaded
        from={loaded}
        waiting={
          <Table
            caption={t.title}
            columns={useColumns()}
            rows={[]}
            rowKey={() => ""}
            loading
          />
        }
      >
        {({ gifts }) => (
          <Table
            caption={t.title}
            columns={useColumns()}
            rows={gifts.filter(fits)}
            rowKey={(gift) => gift.id}
            onOpen={(gift) => route(`/console/gifts/${gift.id}`)}
            empty={<NoGifts any={gifts.length > 0} />}
          />
        )}
      </WhenLoaded>
      {shelving && loaded.data && (
        <ShelvesDialog
          shelves={loaded.data.shelves}
          onClose={() => setShelving(false)}
          onDone={() => {
            setShelving(false);
            loaded.reload();
          }}
        />
      )}
    </Page>
  );
}

function Filters() {
  const t = words.value;
  const set = (part: Partial<Filter>) => filter.value = { ...filter.value, ...part };
  return (
    <div class="filters">
      <div class="grow">
        <Field
          label={t.search}
          type="search"
          placeholder={t.searchHint}
          autocomplete="off"
          value={filter.value.text}
          onInput={(text) => set({ text })}
        />
      </div>
      <BrandChoice all value={filter.value.brandId} onChange={(brandId) => set({ brandId })} />
      <Segmented
        label={t.state}
        value={filter.value.state}
        options={[
          { value: "all", label: t.allStates },
          { value: "listed", label: t.states.listed },
          { value: "hidden", label: t.states.hidden },
        ]}
        onChange={(state) => set({ state })}
      />
    </div>
  );
}

function useColumns(): Column<Gift>[] {
  const t = words.value;
  const f = formats.value;
  return [
    {
      key: "gift",
      title: t.gift,
      cell: (gift) => (
        <span class="gift-cell">
          <GiftPicture src={gift.picture} />
          <span class="gift-cell-text">
            <span>{lang.value === "zh-CN" ? gift.nameZh : gift.nameEn}</span>
            <span class="gift-code">{gift.code}</span>
          </span>
        </span>
      ),
    },
    {
      key: "shelf",
      title: t.kind,
      cell: (gift) => (
        <span class="gift-cell-text">
          <span>{t.mall.kinds[gift.kind]}</span>
          <ShelfName id={gift.shelfId} />
        </span>
      ),
    },
    {
      key: "price",
      title: t.price,
      numeric: true,
      cell: (gift) => (
        <span class="gift-cell-text">
          <strong>{mallWords.value.price(gift.points, gift.moneyFen)}</strong>
          {gift.flash && gift.flash.until > Date.now() && (
            <span class="gift-low small">
              {mallWords.value.flash} {f.count(gift.flash.points)}
            </span>
          )}
        </span>
      ),
    },
    { key: "stock", title: t.stock, cell: (gift) => <Stock gift={gift} /> },
    { key: "claims", title: t.claims30, numeric: true, cell: (gift) => f.count(gift.claims30) },
    {
      key: "state",
      title: t.state,
      cell: (gift) => (
        gift.state === "listed" && isHook(gift.kind)
          ? <Badge tone="warn">{t.notYet}</Badge>
          : <Badge tone={gift.state === "listed" ? "good" : "plain"}>{t.states[gift.state]}</Badge>
      ),
    },
  ];
}

/** The shelf a gift stands on. */
function ShelfName({ id }: { id: string | null }) {
  const shelf = shelvesKnown.value.find((each) => each.id === id);
  return shelf ? <span class="gift-code">{nameIn(shelf)}</span> : null;
}

/** The sum, and each store's share of it. */
function Stock({ gift }: { gift: Gift }) {
  const t = words.value;
  const f = formats.value;
  const { store } = usePlaces();
  const total = stockOf(gift);
  if (gift.event) return <span>{t.mall.eventTaken(gift.taken.places, gift.event.places)}</span>;
  if (gift.kind === "bundle") return <span class="faint">{t.mall.parts} {gift.parts.length}</span>;
  if (isHook(gift.kind)) return <span class="faint">—</span>;
  if (total === null) return <span class="faint">{t.stockEndless}</span>;
  const held = gift.stocks.filter((each) => store(each.storeId));
  if (held.length === 0) return <Badge tone="warn">{t.stockNone}</Badge>;
  return (
    <span class="gift-stock">
      <span class="numbers">{t.stockTotal(total)}</span>
      <span class="gift-stores">
        {held.map((each) => {
          const at = store(each.storeId);
          return (
            <span key={each.storeId} class={each.remaining < LOW ? "gift-low" : ""}>
              {`${at ? nameIn(at) : ""} ${f.count(each.remaining)}`}
            </span>
          );
        })}
      </span>
    </span>
  );
}

function NoGifts({ any }: { any: boolean }) {
  const t = words.value;
  const s = shellWords.value;
  if (any) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={s.filterNone}
        action={<Button onClick={() => filter.value = noFilter}>{s.filterClear}</Button>}
      />
    );
  }
  return <EmptyState icon={<GiftIcon />} title={t.noneTitle}>{t.noneText}</EmptyState>;
}
