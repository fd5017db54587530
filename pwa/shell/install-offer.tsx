import { Banner, Button } from "../../shared/ui/index.ts";
import { words } from "../words.ts";

export interface InstallOfferProps {
  /** How this phone installs: by our button, by hand on iOS, or not now. */
  offer: "no" | "prompt" | "ios";
  onInstall: () => void;
  onLater: () => void;
}

/** A place on the home screen. */
export function InstallOffer(props: InstallOfferProps) {
  const { offer, onInstall, onLater } = props;
  const t = words.value.install;
  if (offer === "no") return null;
  return (
    <div class="install-offer">
      <Banner tone="good" title={t.title}>{offer === "ios" ? t.iosHint : t.hint}</Banner>
      <div class="inline">
        {offer === "prompt" && (
          <Button size="s" variant="primary" onClick={onInstall}>{t.action}</Button>
        )}
        <Button size="s" variant="quiet" onClick={onLater}>{t.later}</Button>
      </div>
    </div>
  );
}
