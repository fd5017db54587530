import { signal } from "@preact/signals";
import { showTiers } from "../../shared/console/endpoints.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { afterAsking } from "../form/leave-guard.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { Categories } from "./categories.tsx";
import { TiersEditor } from "./editor.tsx";
import type { TiersView } from "./draft.ts";
import "./style.css";
import { words } from "./words.ts";

const none: TiersView | null = null;
/** The brand whose tiers are looked at. */
const chosen = signal<string | null>(null);

/** Tiers and member categories of a brand. */
export function TiersScreen() {
  const t = words.value;
  const places = usePlaces();
  const brandId = chosen.value ?? places.brands[0]?.id ?? null;
  const loaded = useLoad(
    `tiers:${brandId}`,
    (signal) => brandId ? ask(showTiers, { query: { brandId }, signal }) : Promise.resolve(none),
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
                  <TiersEditor
                    key={`${brandId}:${view.revision}`}
                    brandId={brandId}
                    view={view}
                    onSaved={loaded.reload}
                  />
                  <Categories brandId={brandId} goods={[...view.categories, ...view.products]} />
                </>
              )}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Page>
  );
}
