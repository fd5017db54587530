import { useState } from "preact/hooks";
import { hasStock } from "../../shared/gifts/kinds.ts";
import { Button, formats, Panel } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { nameIn, type Store, usePlaces } from "../use-places.ts";
import type { Gift } from "./draft.ts";
import { MoveStockDialog } from "./move-stock-dialog.tsx";
import { words } from "./words.ts";

/** How many pieces each store of the brand holds, and moving them. */
export function StockPanel(
  props: { gift: Gift; stocks: Gift["stocks"]; onMoved: () => void },
) {
  const { gift, stocks } = props;
  const t = words.value;
  const { stores } = usePlaces();
  const [moving, setMoving] = useState<Store | null>(null);
  const own = stores.filter((store) => store.brandId === gift.brandId);
  const held = (store: Store) => stocks.find((each) => each.storeId === store.id)?.remaining ?? 0;
  if (!hasStock(gift.kind)) {
    return (
      <Panel title={t.stockTitle}>
        <p class="soft">
          {gift.kind === "event"
            ? t.mall.stockEvent
            : gift.kind === "bundle"
            ? t.mall.stockBundle
            : t.stockVirtual}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={t.stockTitle}>
      <p class="small soft">{t.stockText}</p>
      <ul class="stock-list">
        {own.map((store) => (
          <li key={store.id}>
            <span class="stock-store">{nameIn(store)}</span>
            <span class="numbers stock-count">{formats.value.count(held(store))}</span>
            {mayI("gift.manage") && (
              <Button
                size="s"
                data-act={`stock-${store.id}`}
                aria-label={t.stockMoveOf(nameIn(store))}
                onClick={() => setMoving(store)}
              >
                {t.stockMove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {moving && (
        <MoveStockDialog
          giftId={gift.id}
          store={moving}
          held={held(moving)}
          onClose={() => setMoving(null)}
          onDone={() => {
            setMoving(null);
            props.onMoved();
          }}
        />
      )}
    </Panel>
  );
}
