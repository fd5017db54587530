import { Store as StoreIcon } from "lucide-preact";
import { useState } from "preact/hooks";
import { listBudgets } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Button, type Column, EmptyState, formats, Panel, Table } from "../../shared/ui/index.ts";
import { WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import { Moves } from "./moves.tsx";
import { SetDialog } from "./set-dialog.tsx";
import { words } from "./words.ts";

export type StoreBudget = AnswerOf<typeof listBudgets>["budgets"][number];

/** Points of the stores in scope. */
export const useBudgets = () => useLoad("budgets", (signal) => ask(listBudgets, { signal }));

/** What each store has to give; opened, what moved it. */
export function Budgets({ brandId }: { brandId: string }) {
  const t = words.value;
  const loaded = useBudgets();
  const [opened, setOpened] = useState<string | null>(null);
  const [setting, setSetting] = useState<StoreBudget | null>(null);
  if (!mayI("budget.see")) return null;
  return (
    <WhenLoaded from={loaded}>
      {({ budgets }) => {
        const own = budgets.filter((each) => each.brandId === brandId);
        const store = own.find((each) => each.storeId === opened);
        return (
          <>
            <Panel title={t.budgets}>
              <Table
                caption={t.budgets}
                columns={columnsFor(setSetting)}
                rows={own}
                rowKey={(each) => each.storeId}
                onOpen={(each) => setOpened(each.storeId)}
                empty={<EmptyState icon={<StoreIcon />} title={t.none} />}
              />
            </Panel>
            {store && <Moves key={store.storeId} store={store} turn={store.remaining} />}
            {setting && (
              <SetDialog
                store={setting}
                onClose={() => setSetting(null)}
                onDone={() => {
                  setSetting(null);
                  loaded.reload();
                }}
              />
            )}
          </>
        );
      }}
    </WhenLoaded>
  );
}

const columnsFor = (onSet: (store: StoreBudget) => void): Column<StoreBudget>[] => {
  const t = words.value;
  const f = formats.value;
  const set: Column<StoreBudget> = {
    key: "set",
    title: t.set,
    cell: (each) => (
      <Button
        size="s"
        aria-label={t.setTitle(nameIn(each))}
        onClick={(event: Event) => {
          event.stopPropagation();
          onSet(each);
        }}
      >
        {t.set}
      </Button>
    ),
  };
  return [
    { key: "store", title: t.store, cell: (each) => nameIn(each) },
    { key: "remaining", title: t.remaining, numeric: true, cell: (e) => f.count(e.remaining) },
    { key: "given", title: t.given30, numeric: true, cell: (e) => f.count(e.given30) },
    { key: "back", title: t.back30, numeric: true, cell: (e) => f.count(e.back30) },
    ...(mayI("budget.set") ? [set] : []),
  ];
};
