import { Plus, Store as StoreIcon } from "lucide-preact";
import { useState } from "preact/hooks";
import { Badge, Button, type Column, EmptyState, formats, Table } from "../../shared/ui/index.ts";
import { ExportButton } from "../frame/export-button.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { SortedTable } from "../frame/sorted-table.tsx";
import { mayI } from "../session.ts";
import { nameIn, type Store, usePlaces } from "../use-places.ts";
import { StoreDialog } from "./store-dialog.tsx";
import { words } from "./words.ts";

const sortedBy = {
  store: nameIn,
  code: (store: Store) => store.code,
  brand: (store: Store) => store.brandId,
  address: (store: Store) => store.city,
  terminals: (store: Store) => store.terminals,
  staff: (store: Store) => store.staff,
  state: (store: Store) => store.state,
};

const wordsOf = (
  { nameZh, nameEn, code, city, address }: Store,
) => [nameZh, nameEn, code, city, address];

/** The stores in scope, and where they are edited. */
export function StoresScreen() {
  const t = words.value;
  const places = usePlaces();
  const [open, setOpen] = useState<Store | "new" | null>(null);
  const mayManage = mayI("place.manage");
  const columns = useColumns();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <ExportButton asked={{ list: "stores" }} />
          {mayManage && (
            <Button
              data-act="add"
              variant="primary"
              icon={<Plus />}
              onClick={() => setOpen("new")}
            >
              {t.add}
            </Button>
          )}
        </>
      }
    >
      <WhenLoaded
        from={places.loaded}
        waiting={<Table caption={t.title} columns={columns} rows={[]} rowKey={() => ""} loading />}
      >
        {() => (
          <SortedTable
            name="stores"
            by={sortedBy}
            find={{ label: t.find, hint: t.findHint, words: wordsOf }}
            caption={t.title}
            columns={columns}
            rows={places.stores}
            rowKey={(store) => store.id}
            {...(mayManage ? { onOpen: setOpen } : {})}
            empty={<EmptyState icon={<StoreIcon />} title={t.noneTitle}>{t.noneText}</EmptyState>}
          />
        )}
      </WhenLoaded>
      {open && (
        <StoreDialog
          store={open === "new" ? undefined : open}
          brands={places.brands}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            places.loaded.reload();
          }}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<Store>[] {
  const t = words.value;
  const f = formats.value;
  const { brands, brand } = usePlaces();
  const ofBrand: Column<Store> = {
    key: "brand",
    title: t.brand,
    cell: (store) => {
      const at = brand(store.brandId);
      return at ? nameIn(at) : "";
    },
  };
  return [
    {
      key: "store",
      title: t.store,
      cell: (store) => nameIn(store),
    },
    { key: "code", title: t.code, cell: (store) => <span class="numbers">{store.code}</span> },
    ...(brands.length > 1 ? [ofBrand] : []),
    {
      key: "address",
      title: t.address,
      cell: (store) => `${store.city} ${store.address}`.trim(),
    },
    { key: "phone", title: t.phone, cell: (store) => <span class="numbers">{store.phone}</span> },
    {
      key: "terminals",
      title: t.terminals,
      numeric: true,
      cell: (store) => f.count(store.terminals),
    },
    { key: "staff", title: t.staff, numeric: true, cell: (store) => f.count(store.staff) },
    {
      key: "state",
      title: t.state,
      cell: (store) => (
        <Badge tone={store.state === "open" ? "good" : "plain"}>{t.states[store.state]}</Badge>
      ),
    },
  ];
}
