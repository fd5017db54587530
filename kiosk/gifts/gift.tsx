import { ArrowLeft, Banknote, Clock, Lock, Package, Star, Users } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import { Button, formats, GiftPicture } from "../../shared/ui/index.ts";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { nameOf } from "../shell/name-in.ts";
import { online } from "../terminal/ask.ts";
import { lang } from "../../shared/ui/index.ts";
import { Frame } from "../visit/frame.tsx";
import { gift as chosen, giftId, goTo, loadGifts, points, scan } from "../visit/visit.ts";
import { words } from "../words.ts";
import { AskSwap } from "./ask-swap.tsx";
import { FlashClock } from "./gift-mark.tsx";
import { GiftMore } from "./gift-more.tsx";
import { mallWords } from "./mall-words.ts";
import { sayStock, whyNot } from "./why-not.ts";
import "./style.css";

/** One gift: what it is, what it costs, what is left, and the way to have it. */
export function Gift(props: { asking?: boolean }) {
  const gift = chosen.value;
  const [asking, setAsking] = useState(props.asking ?? false);
  const t = words.value.gifts;
  const back = () => {
    giftId.value = null;
    goTo("gifts");
  };
  if (!gift) return <Gone onBack={back} />;
  const swap = () => scan.value?.rights === "spend" ? setAsking(true) : goTo("verify");
  return (
    <Frame tabs class="gift">
      <div>
        <Button variant="quiet" size="l" icon={<ArrowLeft />} onClick={back}>{t.back}</Button>
      </div>
      <div class="gift-show">
        <GiftPicture class="gift-big" src={gift.picture} width="320" height="320" />
        <div class="stack gift-text">
          <h1 class="frame-title">
            {nameOf(gift)}
            {gift.quantity > 1 && ` ${mallWords.value.quantity(gift.quantity)}`}
          </h1>
          <FlashClock gift={gift} onEnd={loadGifts} />
          <p class="gift-detail">{lang.value === "zh-CN" ? gift.detailZh : gift.detailEn}</p>
          <GiftFacts gift={gift} />
        </div>
      </div>
      <GiftMore gift={gift} />
      <Bill gift={gift} onSwap={swap} />
      {asking && <AskSwap gift={gift} onClose={() => setAsking(false)} />}
    </Frame>
  );
}

function Gone(props: { onBack: () => void }) {
  return (
    <Frame tabs>
      <Button variant="quiet" size="l" icon={<ArrowLeft />} onClick={props.onBack}>
        {words.value.gifts.back}
      </Button>
    </Frame>
  );
}

function GiftFacts(props: { gift: GiftView }) {
  const { gift } = props;
  const t = words.value.gift;
  const m = mallWords.value;
  return (
    <ul class="gift-facts">
      <Fact icon={<Package />}>{sayStock(gift)}</Fact>
      <Fact icon={<Clock />}>
        {gift.event
          ? m.ticketEvent
          : gift.kind === "virtual"
          ? t.claimVirtual
          : t.claimDays(gift.claimDays)}
      </Fact>
      {gift.moneyFen > 0 && <Fact icon={<Banknote />}>{m.moneyHint(gift.moneyFen)}</Fact>}
      {gift.perMemberMax !== null && <Fact icon={<Users />}>{t.max(gift.perMemberMax)}</Fact>}
      {gift.memberDayMax !== null && <Fact icon={<Users />}>{m.memberDay(gift.memberDayMax)}</Fact>}
      {gift.dayMax !== null && <Fact icon={<Users />}>{m.day(gift.dayMax)}</Fact>}
      {gift.marketFen > 0 && <Fact icon={<Star />}>{words.value.gifts.market(gift.marketFen)}
      </Fact>}
    </ul>
  );
}

function Fact(props: { icon: ComponentChildren; children: ComponentChildren }) {
  return (
    <li>
      <span aria-hidden="true">{props.icon}</span>
      {props.children}
    </li>
  );
}

/** Price, what there is, what would be left; and the button. */
function Bill(props: { gift: GiftView; onSwap: () => void }) {
  const { gift, onSwap } = props;
  const t = words.value.gift;
  const have = points.value?.spendable ?? 0;
  const why = whyNot(gift);
  return (
    <section class="bill">
      <dl class="bill-lines">
        <div class="bill-cost">
          <dt>{t.cost}</dt>
          <dd>
            <GiftPrice {...gift} was={mallWords.value.was} />
          </dd>
        </div>
        <div>
          <dt>{t.have}</dt>
          <dd class="numbers">{formats.value.count(have)}</dd>
        </div>
        {!why && (
          <div>
            <dt>{t.after}</dt>
            <dd class="numbers">{formats.value.count(have - gift.points)}</dd>
          </div>
        )}
      </dl>
      {why
        ? (
          <p class="bill-why">
            <Lock aria-hidden="true" />
            <span>
              <strong>{t.cannot}</strong>
              {why}
            </span>
          </p>
        )
        : (
          <Button variant="primary" size="l" block disabled={!online.value} onClick={onSwap}>
            {t.swap}
          </Button>
        )}
    </section>
  );
}
