import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type GiftView, listGifts } from "../../shared/gifts/endpoints.ts";
import { GiftPicture } from "../../shared/ui/components/gift-picture.tsx";
import { nameOf } from "../shell/name-in.ts";
import { ask, online } from "../terminal/ask.ts";
import { words } from "../words.ts";

/** How often the showcase is filled again, in ms. */
const REFILL_EVERY_MS = 10 * 60_000;
/** Fewer gifts than this do not make a river. */
const RIVER_MIN = 4;

/** The store's gifts as everybody may see them; no member is involved. */
export const showcase = signal<GiftView[]>([]);

async function refill(): Promise<void> {
  try {
    const { gifts } = await ask(listGifts, {});
    showcase.value = gifts.filter((gift) => gift.stock !== 0).slice(0, 12);
  } catch {
    // What was there stays; the next round tries again.
  }
}

/** Gifts that drift past. */
export function GiftRiver() {
  const t = words.value.attract;
  const here = online.value;
  useEffect(() => {
    if (!here) return;
    void refill();
    const timer = setInterval(refill, REFILL_EVERY_MS);
    return () => clearInterval(timer);
  }, [here]);
  const gifts = showcase.value;
  if (gifts.length === 0) return <div class="river" />;
  const flows = gifts.length >= RIVER_MIN;
  return (
    <section class={`river ${flows ? "river-flows" : ""}`} aria-label={t.gifts}>
      <ul class="river-bed" style={{ "--count": gifts.length }}>
        {gifts.map((gift) => <Card key={gift.id} gift={gift} />)}
        {flows && gifts.map((gift) => <Card key={`${gift.id}-again`} gift={gift} again />)}
      </ul>
    </section>
  );
}

function Card(props: { gift: GiftView; again?: boolean }) {
  const { gift, again } = props;
  return (
    <li class="river-card" aria-hidden={again || undefined}>
      <GiftPicture src={gift.picture} width="320" height="320" draggable={false} />
      <span class="river-name">{nameOf(gift)}</span>
      <span class="river-points">{words.value.attract.points(gift.points)}</span>
    </li>
  );
}
