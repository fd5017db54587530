import type { GiftView } from "../../shared/gifts/gift.ts";
import { Facts, formats, GiftPicture, lang } from "../../shared/ui/index.ts";
import { nameOf } from "../shell/name-in.ts";
import { terminal } from "../terminal/standing.ts";
import { words } from "../words.ts";
import { mallWords } from "./mall-words.ts";

/** What only some gifts have: when and where, what is in it, who gets it cheaper. */
export function GiftMore({ gift }: { gift: GiftView }) {
  return (
    <>
      <Event gift={gift} />
      <Parts gift={gift} />
      <TierPrices gift={gift} />
    </>
  );
}

function Event({ gift }: { gift: GiftView }) {
  const t = mallWords.value;
  const { event } = gift;
  if (!event) return null;
  return (
    <section class="gift-more">
      <Facts
        facts={[
          [t.event, formats.value.dateTime(event.at)],
          [t.venue, lang.value === "zh-CN" ? event.venueZh : event.venueEn],
          [t.places, t.placesLeft(gift.stock ?? 0, event.places)],
        ]}
      />
    </section>
  );
}

function Parts({ gift }: { gift: GiftView }) {
  const t = mallWords.value;
  if (gift.parts.length === 0) return null;
  return (
    <section class="gift-more">
      <h2>{t.parts}</h2>
      <ul>
        {gift.parts.map((part) => (
          <li key={part.giftId} class="gift-part">
            <GiftPicture src={part.picture} width="320" height="320" />
            {t.partLine(nameOf(part), part.pieces)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TierPrices({ gift }: { gift: GiftView }) {
  const t = mallWords.value;
  const tiers = terminal.value?.tiers ?? [];
  if (gift.tierPrices.length === 0) return null;
  return (
    <section class="gift-more">
      <h2>{t.tierPrices}</h2>
      <Facts
        facts={gift.tierPrices.map((price): [string, string] => {
          const tier = tiers.find((each) => each.level >= price.level);
          return [
            tier ? words.value.gifts.tierFrom(nameOf(tier)) : String(price.level),
            t.price(price.points, price.moneyFen),
          ];
        })}
      />
    </section>
  );
}
