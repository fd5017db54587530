import { Panel } from "../../shared/ui/index.ts";
import { lang } from "../../shared/ui/index.ts";
import { fenOf, wholeOf } from "../form/typed-number.ts";
import type { GiftDraft } from "./draft.ts";
import { GiftPicture } from "./picture.tsx";
import { words } from "./words.ts";

/** The gift as it will stand in the phone and on the kiosk. */
export function Preview({ draft }: { draft: GiftDraft }) {
  const t = words.value;
  const zh = lang.value === "zh-CN";
  const points = wholeOf(draft.points);
  const market = fenOf(draft.marketFen);
  return (
    <Panel title={t.preview} tone="sunken">
      <div class="gift-card">
        <GiftPicture src={draft.picture} size="l" />
        <p class="gift-card-name">{(zh ? draft.nameZh : draft.nameEn) || "—"}</p>
        <p class="small soft">{zh ? draft.detailZh : draft.detailEn}</p>
        <p class="gift-card-price">
          <strong>{points > 0 ? t.previewPoints(points) : "—"}</strong>
          {market > 0 && <s class="small faint">{t.previewMarket(market)}</s>}
        </p>
      </div>
    </Panel>
  );
}
