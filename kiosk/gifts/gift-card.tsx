import { Lock } from "lucide-preact";
import type { GiftView } from "../../shared/gifts/gift.ts";
import { GiftPicture } from "../../shared/ui/components/gift-picture.tsx";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { nameOf } from "../shell/name-in.ts";
import { giftId, goTo, loadGifts } from "../visit/visit.ts";
import { FlashClock, giftMark } from "./gift-mark.tsx";
import { mallWords } from "./mall-words.ts";
import { sayStock, whyNot } from "./why-not.ts";
import "./shelf-bar.css";
import "./style.css";

/** A gift as a card that opens. */
export function GiftCard(props: { gift: GiftView; small?: boolean }) {
  const { gift, small } = props;
  const why = whyNot(gift);
  const t = mallWords.value;
  const mark = giftMark(gift);
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
          <GiftPicture src={gift.picture} width="320" height="320" loading="lazy" />
          {mark && <span class="gift-mark">{mark}</span>}
          {why && (
            <span class="gift-why">
              <Lock aria-hidden="true" />
              {why}
            </span>
          )}
        </span>
        <span class="gift-name">
          {nameOf(gift)}
          {gift.quantity > 1 && ` ${t.quantity(gift.quantity)}`}
        </span>
        <span class="gift-foot">
          <GiftPrice {...gift} was={t.was} />
          {!small && gift.priced === "flash" && <FlashClock gift={gift} onEnd={loadGifts} />}
          {!small && gift.priced !== "flash" && gift.refused !== "gift-gone" && (
            <span class="gift-stock">{sayStock(gift)}</span>
          )}
        </span>
      </button>
    </li>
  );
}
