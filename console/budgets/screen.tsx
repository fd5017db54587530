import { signal } from "@preact/signals";
import { showTransferSettings } from "../../shared/console/endpoints.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { afterAsking } from "../form/leave-guard.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { Budgets } from "./budgets.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { words } from "./words.ts";

const chosen = signal<string | null>(null);

/** What members may send each other, and the points of each store. */
export function BudgetsScreen() {
  const t = words.value;
  const places = usePlaces();
  const brandId = chosen.value ?? places.brands[0]?.id ?? null;
  const loaded = useLoad(
    `transfers:${brandId}`,
    (signal) =>
      brandId ? ask(showTransferSettings, { query: { brandId }, signal }) : Promise.resolve(null),
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <BrandChoice value={brandId} onChange={(id) => afterAsking(() => chosen.value = id)} />
      <WhenLoaded from={places.loaded}>
        {() => (
          <WhenLoaded from={loaded}>
            {(view) =>
              view && brandId && (
                <>
                  <SettingsPanel
                    key={`${brandId}:${view.revision}`}
                    brandId={brandId}
                    view={view}
                    onSaved={loaded.reload}
                  />
                  <Budgets brandId={brandId} />
                </>
              )}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}
