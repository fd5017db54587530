import { Zap } from "lucide-preact";
import { flashGifts } from "../../shared/gifts/browse.ts";
import type { GiftView } from "../../shared/gifts/gift.ts";
import { GiftPicture, lang } from "../../shared/ui/index.ts";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { Countdown } from "../../shared/ui/components/countdown.tsx";
import { PATHS } from "../shell/base.ts";
import { serverNow } from "../shell/clock.ts";
import { nameIn } from "../shell/name-in.ts";
import { mallWords } from "./data.ts";

/** What is cheaper for a while, with the time that is left. */
export function FlashStrip(props: { gifts: readonly GiftView[]; onEnd: () => void }) {
  const t = mallWords.value;
  const shown = flashGifts(props.gifts, serverNow());
  if (shown.length === 0) return null;
  return (
    <section class="flash-strip" aria-labelledby="flash-title">
      <h2 id="flash-title">
        <Zap aria-hidden="true" />
        {t.flashTitle}
      </h2>
      {shown.map((gift) => (
        <a key={gift.id} class="flash-item" href={PATHS.gift(gift.id)}>
          <GiftPicture src={gift.picture} width="80" height="60" />
          <span class="flash-text">
            <strong>{nameIn(lang.value, gift)}</strong>
            <FlashPrice gift={gift} />
            <FlashClock gift={gift} onEnd={props.onEnd} />
          </span>
        </a>
      ))}
    </section>
  );
}

/** The flash price against the price without it, whether it runs or is to come. */
function FlashPrice(props: { gift: GiftView }) {
  const { gift } = props;
  const { flash } = gift;
  if (!flash) return null;
  const own = gift.priced === "tier";
  return (
    <GiftPrice
      points={own ? gift.points : flash.points}
      moneyFen={own ? gift.moneyFen : flash.moneyFen}
      base={gift.base}
      was={mallWords.value.was}
    />
  );
}

/** How long the flash price still runs, or until it begins; and how many are left. */
export function FlashClock(props: { gift: GiftView; onEnd: () => void }) {
  const { flash } = props.gift;
  const t = mallWords.value;
  if (!flash) return null;
  const runs = flash.from <= serverNow();
  return (
    <span class="small">
      <Countdown
        until={runs ? flash.until : flash.from}
        now={serverNow}
        text={(days, clock) => (runs ? t.flashEnds : t.flashBegins)(t.countdown(days, clock))}
        onEnd={props.onEnd}
      />
      {flash.left !== null && <>· {t.flashLeft(flash.left)}</>}
    </span>
  );
}
