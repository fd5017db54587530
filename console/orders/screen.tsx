import { PackageSearch, SearchX } from "lucide-preact";
import { useState } from "preact/hooks";
import { listGiftOrders, type OrderRow } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { orderStates } from "../../shared/gifts/order.ts";
import {
  Badge,
  type BadgeTone,
  Button,
  type Column,
  EmptyState,
  formats,
  lang,
  Pager,
  Segmented,
  Table,
} from "../../shared/ui/index.ts";
import { ExportButton } from "../frame/export-button.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { GiftPicture } from "../gifts/picture.tsx";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { Filters } from "./filters.tsx";
import { OrderDialog } from "./order-dialog.tsx";
import { asked, noQuery, orderQuery, putQuery } from "./query.ts";
import "../gifts/style.css";
import "./style.css";
import { mallWords, words } from "./words.ts";

type Orders = AnswerOf<typeof listGiftOrders>;

export const tones: Record<OrderRow["state"], BadgeTone> = {
  placed: "accent",
  packed: "gold",
  shipped: "info",
  received: "good",
  cancelled: "plain",
  returned: "warn",
};

/** Gifts that are sent home: what waits, what is on its way, what has come. */
export function OrdersScreen() {
  const t = words.value;
  const query = orderQuery.value;
  const [open, setOpen] = useState<OrderRow | null>(null);
  const loaded = useLoad(
    `gift-orders:${JSON.stringify(query)}`,
    (signal) => ask(listGiftOrders, { query: asked(query), signal }),
    { linger: true },
  );
  const waiting = (
    <Table
      caption={t.title}
      columns={useColumns()}
      rows={[]}
      rowKey={() => ""}
      loading
    />
  );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={<ExportButton asked={{ list: "orders" }} />}
    >
      <Filters />
      <States counts={loaded.data?.counts} />
      <WhenLoaded from={loaded} waiting={waiting}>
        {(found) => (
          <>
            <Table
              caption={t.title}
              columns={useColumns()}
              rows={found.orders}
              rowKey={(order) => order.claimId}
              onOpen={setOpen}
              sort={{ key: "placed", descending: query.sort === "newest" }}
              onSort={({ descending }) => putQuery({ sort: descending ? "newest" : "oldest" })}
              empty={<NoOrders />}
            />
            <Pages found={found} busy={loaded.loading} />
          </>
        )}
      </WhenLoaded>
      {open && (
        <OrderDialog
          key={open.claimId}
          order={open}
          onChanged={(order) => {
            // The answer may come when this one has been closed, or another one is looked at.
            setOpen((now) => now?.claimId === order.claimId ? order : now);
            loaded.reload();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

/** One press for each state, with how many there are. */
function States({ counts }: { counts: Orders["counts"] | undefined }) {
  const m = mallWords.value;
  const all = counts && orderStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <Segmented
      label={words.value.state}
      value={orderQuery.value.state}
      options={[
        ...orderStates.map((state) => ({
          value: state,
          label: m.orderStates[state],
          ...(counts ? { count: counts[state] ?? 0 } : {}),
        })),
        { value: "all" as const, label: words.value.all, ...(all ? { count: all } : {}) },
      ]}
      onChange={(state) => putQuery({ state })}
    />
  );
}

function useColumns(): Column<OrderRow>[] {
  const t = words.value;
  const f = formats.value;
  const { store } = usePlaces();
  return [
    {
      key: "order",
      title: t.order,
      cell: (order) => <span class="numbers">{order.number}</span>,
    },
    {
      key: "gift",
      title: t.gift,
      cell: (order) => (
        <span class="gift-cell">
          <GiftPicture src={order.gift.picture} />
          <span class="gift-cell-text">
            <span>{giftName(order)}</span>
            <span class="gift-code">{order.gift.code}</span>
          </span>
        </span>
      ),
    },
    {
      key: "recipient",
      title: t.recipient,
      cell: (order) => (
        <span class="gift-cell-text">
          <span>{order.nameMasked} {order.phoneMasked}</span>
          <span class="gift-code">{order.region}</span>
        </span>
      ),
    },
    {
      key: "store",
      title: t.store,
      cell: (order) => {
        const at = store(order.storeId);
        return at ? nameIn(at) : "";
      },
    },
    {
      key: "placed",
      title: t.placed,
      sortable: true,
      cell: (order) => f.dateTime(order.placedAt),
    },
    {
      key: "state",
      title: t.state,
      cell: (order) => (
        <Badge tone={tones[order.state]}>{mallWords.value.orderStates[order.state]}</Badge>
      ),
    },
  ];
}

/** The gift, and how many of it. */
export const giftName = (order: OrderRow): string => {
  const name = lang.value === "zh-CN" ? order.gift.nameZh : order.gift.nameEn;
  return order.quantity > 1 ? `${name} ${mallWords.value.quantity(order.quantity)}` : name;
};

function NoOrders() {
  const t = words.value;
  const s = shellWords.value;
  const { cursors: _, ...looked } = orderQuery.value;
  const { cursors: __, ...usual } = { ...noQuery, state: "all" as const };
  if (JSON.stringify(looked) !== JSON.stringify(usual)) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={s.filterNone}
        action={
          <Button onClick={() => putQuery({ ...noQuery, state: "all" })}>{s.filterClear}</Button>
        }
      />
    );
  }
  return <EmptyState icon={<PackageSearch />} title={t.none}>{t.noneText}</EmptyState>;
}

function Pages({ found, busy }: { found: Orders; busy: boolean }) {
  const { cursors } = orderQuery.value;
  if (found.orders.length === 0) return null;
  const { nextAfter } = found;
  const turn = (next: readonly string[]) => {
    putQuery({ cursors: next });
    scrollTo({ top: 0 });
  };
  return (
    <Pager
      text={shellWords.value.pageRows(cursors.length + 1, found.orders.length)}
      busy={busy}
      onPrevious={cursors.length > 0 ? () => turn(cursors.slice(0, -1)) : null}
      onNext={nextAfter ? () => turn([...cursors, nextAfter]) : null}
    />
  );
}
