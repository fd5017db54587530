import { WifiOff } from "lucide-preact";
import { Banner, Button, commonWords } from "../../shared/ui/index.ts";
import { words } from "../words.ts";
import { online } from "./online.ts";
import { applyUpdate, updateReady } from "./update.ts";

export interface BannersViewProps {
  online: boolean;
  updateReady: boolean;
  onUpdate: () => void;
}

/** What concerns every room: no network, a new version. */
export function Banners() {
  return (
    <BannersView online={online.value} updateReady={updateReady.value} onUpdate={applyUpdate} />
  );
}

/** See `Banners`. The more pressing of the two is shown. */
export function BannersView(props: BannersViewProps) {
  const common = commonWords.value;
  if (!props.online) {
    return (
      <p class="offline-strip" role="status">
        <WifiOff aria-hidden="true" />
        {common.offline} · {words.value.card.offlineOk}
      </p>
    );
  }
  if (!props.updateReady) return null;
  return (
    <div class="banners">
      <Banner
        tone="info"
        title={common.updateReady}
        action={<Button size="s" onClick={props.onUpdate}>{common.updateNow}</Button>}
      />
    </div>
  );
}
