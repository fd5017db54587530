import { Lock } from "lucide-preact";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import { PointsText } from "../../shared/ui/index.ts";
import { commonWords } from "../../shared/ui/index.ts";
import { nameOf } from "../shell/name-in.ts";
import { giftId, goTo } from "../visit/visit.ts";
import { sayStock, whyNot } from "./why-not.ts";
import "./style.css";

/** A gift as a card that opens. */
export function GiftCard(props: { gift: GiftView; small?: boolean }) {
  const { gift, small } = props;
  const why = whyNot(gift);
  return (
    <li>
      <button
        type="button"
        class={`gift-card ${why ? "gift-shut" : ""} ${small ? "gift-small" : ""}`}
        onClick={() => {
          giftId.value = gift.id;
          goTo("gift");
        }}
      >
        <span class="gift-picture">
          <img src={gift.picture} alt="" width="320" height="320" loading="lazy" />
          {why && (
            <span class="gift-why">
              <Lock aria-hidden="true" />
              {why}
            </span>
          )}
        </span>
        <span class="gift-name">{nameOf(gift)}</span>
        <span class="gift-foot">
          <span class="gift-price">
            <PointsText points={gift.points} unit={commonWords.value.pointsUnit} />
          </span>
          {!small && gift.refused !== "gift-gone" && (
            <span class="gift-stock">{sayStock(gift)}</span>
          )}
        </span>
      </button>
    </li>
  );
}
