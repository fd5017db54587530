import type { GiftView, TierName } from "../../shared/gifts/gift.ts";
import {
  Badge,
  Facts,
  formats,
  GiftPicture,
  lang,
  List,
  Panel,
  Row,
} from "../../shared/ui/index.ts";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { nameIn } from "../shell/name-in.ts";
import { type GiftStore, giftWords, mallWords } from "./data.ts";
import { FlashClock } from "./flash-strip.tsx";
import { giftMark } from "./gift-tile.tsx";
import { tierName } from "./standing.ts";
import { waysOf } from "./ways.ts";

interface GiftFactsProps {
  gift: GiftView;
  store: GiftStore | null;
  tiers: readonly TierName[];
  /** A flash price began or ended: what is shown is not true any more. */
  onTurn: () => void;
}

/** Everything about a gift but why it cannot be had. */
export function GiftFacts({ gift, store, tiers, onTurn }: GiftFactsProps) {
  const t = giftWords.value.gifts;
  const m = mallWords.value;
  const mark = giftMark(gift);
  return (
    <>
      <GiftPicture class="gift-picture" src={gift.picture} width="640" height="480" />
      <div class="inline apart">
        <GiftPrice {...gift} was={m.was} size="l" />
        {gift.marketFen > 0 && (
          <span class="soft">{t.market(formats.value.money(gift.marketFen))}</span>
        )}
      </div>
      {gift.flash && (
        <p class="flash-line">
          {gift.priced !== "flash" && (
            <strong>
              {m.flashSoon} {m.price(gift.flash.points, gift.flash.moneyFen)} ·
            </strong>
          )}
          <FlashClock gift={gift} onEnd={onTurn} />
        </p>
      )}
      <div class="inline">
        {mark && <Badge tone={mark.tone}>{mark.text}</Badge>}
        <StockBadge gift={gift} />
        {waysOf(gift).includes("delivery") && <Badge tone="info">{m.delivery}</Badge>}
        {gift.perMemberMax !== null && <Badge>{t.perMember(gift.perMemberMax)}</Badge>}
        {gift.memberDayMax !== null && <Badge>{m.memberDay(gift.memberDayMax)}</Badge>}
        {gift.dayMax !== null && <Badge>{m.day(gift.dayMax)}</Badge>}
      </div>
      <About gift={gift} store={store} />
      <Parts gift={gift} />
      <TierPrices gift={gift} tiers={tiers} />
    </>
  );
}

/** What it is, and where and when it is to be had. */
function About({ gift, store }: Pick<GiftFactsProps, "gift" | "store">) {
  const t = giftWords.value.gifts;
  const m = mallWords.value;
  const f = formats.value;
  const facts: [string, string][] = gift.event === null ? [] : [
    [m.event, f.dateTime(gift.event.at)],
    [m.venue, nameIn(lang.value, gift.event, "venue")],
    [m.places, m.placesLeft(gift.stock ?? 0, gift.event.places)],
  ];
  const fetched = gift.kind === "goods" || gift.kind === "service" || gift.kind === "bundle";
  return (
    <Panel>
      <p class="gift-text">{nameIn(lang.value, gift, "detail")}</p>
      {facts.length > 0 && <Facts facts={facts} />}
      {fetched && store && <p class="small soft">{t.store}: {nameIn(lang.value, store)}</p>}
      {fetched && gift.byPickUp && <p class="small soft">{t.pickUp(gift.claimDays)}</p>}
      {gift.moneyFen > 0 && <p class="small soft">{m.moneyHint(gift.moneyFen)}</p>}
      {gift.closesAt !== null && <p class="small soft">{t.until(gift.closesAt)}</p>}
    </Panel>
  );
}

function Parts({ gift }: { gift: GiftView }) {
  if (gift.parts.length === 0) return null;
  return (
    <Panel title={mallWords.value.parts} flush>
      <List>
        {gift.parts.map((part) => (
          <Row
            key={part.giftId}
            lead={<GiftPicture class="claim-thumb" src={part.picture} width="56" height="42" />}
            title={nameIn(lang.value, part)}
            end={<span class="numbers">{mallWords.value.quantity(part.pieces)}</span>}
          />
        ))}
      </List>
    </Panel>
  );
}

/** The ladder: who gets it cheaper. */
function TierPrices({ gift, tiers }: Pick<GiftFactsProps, "gift" | "tiers">) {
  const m = mallWords.value;
  if (gift.tierPrices.length === 0) return null;
  return (
    <Panel title={m.tierPrices}>
      <Facts
        facts={gift.tierPrices.map((price): [string, string] => [
          tierName(tiers, price.level),
          m.price(price.points, price.moneyFen),
        ])}
      />
    </Panel>
  );
}

function StockBadge({ gift }: { gift: GiftView }) {
  const t = giftWords.value.gifts;
  const m = mallWords.value;
  if (gift.kind === "virtual") return <Badge tone="good">{t.virtual}</Badge>;
  if (gift.stock === null) return <Badge tone="info">{m.kinds[gift.kind]}</Badge>;
  if (gift.stock === 0) return <Badge>{gift.event ? m.eventFull : t.soldOut}</Badge>;
  return <Badge tone="good">{t.stock(gift.stock)}</Badge>;
}
