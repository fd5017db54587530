import { CloudOff } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { Banner, Button } from "../../shared/ui/index.ts";
import { Frame } from "../visit/frame.tsx";
import { goTo, place, refused } from "../visit/visit.ts";
import { words } from "../words.ts";
import { offlineWords } from "./words.ts";
import "./join.css";

/** Instead of asking for a code that nobody could look up. */
export function Away() {
  const t = offlineWords.value.away;
  // Said here; it is no news any more when the network is back.
  useEffect(() => () => void (refused.value = null), []);
  return (
    <Frame class="join">
      <div class="stack center join-done join-away" role="status">
        <CloudOff aria-hidden="true" />
        <h1 class="frame-title">{t.title}</h1>
        <div class="join-away-ways">
          <section class="join-away-way">
            <h2>{t.members}</h2>
            <p>{t.hint}</p>
          </section>
          <section class="join-away-way">
            <h2>{t.others}</h2>
            <p>{t.joinHint}</p>
            <Button variant="primary" size="l" onClick={() => goTo("join")}>{t.leave}</Button>
          </section>
        </div>
      </div>
    </Frame>
  );
}

/** Over a visit that the network left; the places about it say so themselves. */
export function CutNote() {
  if (["attract", "identify", "join"].includes(place.value)) return null;
  return (
    <div class="visit-offline">
      <Banner tone="offline" title={words.value.offline.title}>
        {words.value.offline.kiosk}
      </Banner>
    </div>
  );
}
