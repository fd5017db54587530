import { PackageSearch, SearchX } from "lucide-preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { type ConsoleProduct, listConsoleGoods } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import type { CategoryView } from "../../shared/goods/endpoints.ts";
import { Badge, type Column, EmptyState, formats, Pager, Table } from "../../shared/ui/index.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { Filters } from "./filters.tsx";
import { ProductDialog } from "./product-dialog.tsx";
import { goodsQuery, pathTo } from "./query.ts";
import { words } from "./words.ts";

type Found = AnswerOf<typeof listConsoleGoods>;

const PAGE = 50;

/** The goods of a brand: found by word and category, put right where an import was wrong. */
export function GoodsScreen() {
  const t = words.value;
  const places = usePlaces();
  const { text, categoryId, state, cursors, brandId } = goodsQuery.value;
  const brand = brandId ?? places.brands[0]?.id ?? "";
  const [open, setOpen] = useState<ConsoleProduct | null>(null);
  const loaded = useGoods(brand);
  const first = useFirstPage(brand, loaded.data);
  const columns = useColumns(first.categories);
  const found = loaded.data;
  const total = first.total;
  return (
    <Page title={t.title} lead={t.lead}>
      <Filters key={brand} brandId={brand} categories={first.categories} />
      <WhenLoaded
        from={loaded}
        waiting={<Table caption={t.title} columns={columns} rows={[]} rowKey={() => ""} loading />}
      >
        {({ products, nextAfter }) => (
          <>
            {total !== null && total > 0 && <p class="soft" role="status">{t.found(total)}</p>}
            <Table
              caption={t.title}
              columns={columns}
              rows={products}
              rowKey={(product) => product.id}
              loading={found === undefined}
              {...(mayI("goods.change") ? { onOpen: setOpen } : {})}
              empty={<NoGoods narrowed={text !== "" || categoryId !== null || state !== null} />}
            />
            <Pages
              shown={products.length}
              page={cursors.length}
              nextAfter={nextAfter}
              busy={loaded.loading}
            />
          </>
        )}
      </WhenLoaded>
      {open && (
        <ProductDialog
          product={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            loaded.reload();
          }}
        />
      )}
    </Page>
  );
}

function useGoods(brandId: string) {
  const { text, categoryId, state, cursors } = goodsQuery.value;
  const after = cursors[cursors.length - 1];
  const none: Found = { products: [], categories: [], nextAfter: null, total: null };
  return useLoad(
    `goods-list:${brandId}:${JSON.stringify(goodsQuery.value)}`,
    (signal) =>
      brandId
        ? ask(listConsoleGoods, {
          query: {
            brandId,
            limit: PAGE,
            ...(text ? { search: text } : {}),
            ...(categoryId ? { categoryId } : {}),
            ...(state ? { state } : {}),
            ...(after ? { after } : {}),
          },
          signal,
        })
        : Promise.resolve(none),
    { linger: true },
  );
}

/** Categories and count come with the first page only; they are kept while pages are turned. */
function useFirstPage(brandId: string, found: Found | undefined) {
  const kept = useRef<{ brandId: string; categories: CategoryView[]; total: number | null }>(
    { brandId, categories: [], total: null },
  );
  if (found?.categories.length) {
    kept.current = { brandId, categories: found.categories, total: found.total };
  } else if (found && found.total !== null) kept.current = { ...kept.current, total: found.total };
  return kept.current;
}

function Pages(
  props: { shown: number; page: number; nextAfter: string | null; busy: boolean },
) {
  const { shown, page, nextAfter, busy } = props;
  if (page === 0 && nextAfter === null) return null;
  const { cursors } = goodsQuery.value;
  const turn = (to: readonly string[]) => {
    goodsQuery.value = { ...goodsQuery.value, cursors: to };
  };
  return (
    <Pager
      text={shellWords.value.pageRows(page + 1, shown)}
      busy={busy}
      onPrevious={page > 0 ? () => turn(cursors.slice(0, -1)) : null}
      onNext={nextAfter !== null ? () => turn([...cursors, nextAfter]) : null}
    />
  );
}

function NoGoods({ narrowed }: { narrowed: boolean }) {
  const t = words.value;
  return narrowed
    ? <EmptyState icon={<SearchX />} title={t.nothingTitle}>{t.nothingText}</EmptyState>
    : <EmptyState icon={<PackageSearch />} title={t.noneTitle}>{t.noneText}</EmptyState>;
}

function useColumns(categories: readonly CategoryView[]): Column<ConsoleProduct>[] {
  const t = words.value;
  const f = formats.value;
  const byId = useMemo(() => new Map(categories.map((each) => [each.id, each])), [categories]);
  return [
    { key: "product", title: t.product, cell: (product) => nameIn(product) },
    {
      key: "category",
      title: t.inCategory,
      cell: (product) => (
        <span class="small soft">
          {pathTo(byId, product.categoryId).map(nameIn).join(" › ") || t.none}
        </span>
      ),
    },
    { key: "sku", title: t.sku, cell: (product) => <span class="numbers">{product.sku}</span> },
    {
      key: "barcode",
      title: t.barcode,
      cell: (product) => <span class="numbers">{product.barcode ?? t.none}</span>,
    },
    {
      key: "price",
      title: t.price,
      numeric: true,
      cell: (product) =>
        product.priceFen > 0
          ? f.money(product.priceFen)
          : <span class="small soft">{t.noPrice}</span>,
    },
    { key: "kind", title: t.kind, cell: (product) => t.kinds[product.kind] },
    {
      key: "state",
      title: t.state,
      cell: (product) => (
        <Badge tone={product.state === "listed" ? "good" : "plain"}>
          {t.states[product.state]}
        </Badge>
      ),
    },
  ];
}
