import { Banner, Button, commonWords } from "../../shared/ui/index.ts";
import { words } from "../words.ts";
import { canInstall, dismissInstall, install } from "./install.ts";
import { online } from "./online.ts";
import { applyUpdate, updateReady } from "./update.ts";

export interface BannersViewProps {
  online: boolean;
  updateReady: boolean;
  install: "no" | "prompt" | "ios";
  onUpdate: () => void;
  onInstall: () => void;
  onLater: () => void;
}

/** What concerns every room: no network, a new version, a place on the home screen. */
export function Banners() {
  return (
    <BannersView
      online={online.value}
      updateReady={updateReady.value}
      install={canInstall.value}
      onUpdate={applyUpdate}
      onInstall={() => void install()}
      onLater={dismissInstall}
    />
  );
}

/** See `Banners`. At most one is shown, the most pressing first. */
export function BannersView(props: BannersViewProps) {
  const common = commonWords.value;
  const t = words.value.install;
  if (!props.online) {
    return (
      <div class="banners">
        <Banner tone="offline" title={common.offline}>{words.value.card.offlineOk}</Banner>
      </div>
    );
  }
  if (props.updateReady) {
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
  if (props.install === "no") return null;
  const ios = props.install === "ios";
  return (
    <div class="banners">
      <Banner
        tone="good"
        title={t.title}
        action={
          <span class="inline">
            {!ios && (
              <Button size="s" variant="primary" onClick={props.onInstall}>{t.action}</Button>
            )}
            <Button size="s" variant="quiet" onClick={props.onLater}>{t.later}</Button>
          </span>
        }
      >
        {ios ? t.iosHint : t.hint}
      </Banner>
    </div>
  );
}
