import { Coins, Pencil, X } from "lucide-preact";
import type { OffsetOffer, OffsetRefused } from "../../shared/points/offset.ts";
import { formats, IconButton } from "../../shared/ui/index.ts";
import { member, unchecked } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { offlineWords } from "../offline/words.ts";
import { online } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { choosing, offer, used, want } from "./paying.ts";
import "./offset.css";

export const isOffer = (now: OffsetOffer | OffsetRefused | null): now is OffsetOffer =>
  now !== null && !("refused" in now);

function WaitsForNetwork() {
  return (
    <p class="offset-row offset-none small soft">
      <Coins aria-hidden="true" />
      {offlineWords.value.banner.waits.offset}
    </p>
  );
}

/** What points could pay for this basket, what they do pay, or why they cannot. */
export function PayWithPoints() {
  const t = counterWords.value.offset;
  const f = formats.value;
  const now = offer.value;
  if (!online.value && terminal.value?.rules.body.offset) {
    return member.value || unchecked.value ? <WaitsForNetwork /> : null;
  }
  if (now === null) return null;
  if (!isOffer(now)) {
    return (
      <p class="offset-row offset-none small soft">
        <Coins aria-hidden="true" />
        {t.whyNot(now.refused, now.fields)}
      </p>
    );
  }
  const paid = used.value;
  return (
    <div class="offset-row">
      <button
        type="button"
        class="offset-open"
        aria-keyshortcuts="F10"
        onClick={() => choosing.value = true}
      >
        <Coins aria-hidden="true" />
        <span class="offset-what">
          {t.title}
          <span class="small soft">
            {paid ? t.used(paid.points) : t.upTo(now.maxPoints, f.money(now.maxFen))}
          </span>
        </span>
        {paid
          ? <strong class="numbers">{f.money(-paid.fen)}</strong>
          : <kbd class="key-hint">F10</kbd>}
        <Pencil aria-label={t.change} class="offset-pencil" />
      </button>
      {paid && <IconButton label={t.remove} icon={<X />} onClick={() => want(0)} />}
    </div>
  );
}
