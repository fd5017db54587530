import { Zap } from "lucide-preact";
import type { GiftView } from "../../shared/gifts/gift.ts";
import { Countdown } from "../../shared/ui/components/countdown.tsx";
import { serverNow } from "../terminal/clock.ts";
import { mallWords } from "./mall-words.ts";

/** The one thing worth saying on a gift's picture; null: nothing. */
export function giftMark(gift: GiftView): string | null {
  const t = mallWords.value;
  if (gift.priced === "flash") return t.flash;
  if (gift.kind === "event") return t.kinds.event;
  if (gift.kind === "bundle") return t.bundle;
  if (gift.priced === "tier") return t.tierPrice;
  if (gift.promoted) return t.promoted;
  if (gift.closesAt !== null) return t.limited;
  return null;
}

/** How long the price still runs, or until it begins, by the server's clock. */
export function FlashClock(props: { gift: GiftView; onEnd: () => void }) {
  const { flash } = props.gift;
  const t = mallWords.value;
  if (!flash) return null;
  const runs = flash.from <= serverNow();
  return (
    <span class="gift-flash">
      <Zap aria-hidden="true" />
      <Countdown
        until={runs ? flash.until : flash.from}
        now={serverNow}
        text={(days, clock) => (runs ? t.flashEnds : t.flashBegins)(t.countdown(days, clock))}
        onEnd={props.onEnd}
      />
      {flash.left !== null && <span>· {t.flashLeft(flash.left)}</span>}
    </span>
  );
}
