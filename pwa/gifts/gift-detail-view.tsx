import { Gift as GiftIcon } from "lucide-preact";
import { useState } from "preact/hooks";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import {
  Badge,
  Banner,
  Button,
  commonWords,
  EmptyState,
  formats,
  lang,
  Panel,
  PointsText,
} from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part, problemWords } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { ClaimSheet } from "./claim-sheet.tsx";
import { type GiftStore, giftWords } from "./data.ts";
import { giftStanding } from "./standing.ts";
import "./gift-detail-view.css";

export interface GiftDetailViewProps {
  gift: Loaded<GiftView>;
  /** The store has no such gift. */
  missing: boolean;
  store: GiftStore | null;
  spendable: number;
  hasPin: boolean;
  onRetry: () => void;
  /** Claims with the PIN; rejects with Problem or Unreachable. */
  onClaim: (pin: string) => Promise<void>;
  /** For the bench: the sheet already open. */
  claiming?: boolean;
}

/** A gift with its picture, what it costs, and why it cannot be had if so. */
export function GiftDetailView(props: GiftDetailViewProps) {
  const { gift, missing, store, spendable, hasPin, onRetry, onClaim } = props;
  const [open, setOpen] = useState(props.claiming ?? false);
  const t = giftWords.value.gifts;
  return (
    <Screen title={gift.data ? nameIn(lang.value, gift.data) : t.title} backTo={PATHS.gifts}>
      {missing
        ? <EmptyState icon={<GiftIcon />} title={t.empty}>{t.emptyHint}</EmptyState>
        : (
          <Part of={gift} onRetry={onRetry}>
            {(data) => (
              <>
                <GiftFacts gift={data} store={store} />
                {data.refused === null && (
                  <div class="gift-action">
                    <Button variant="primary" size="l" block onClick={() => setOpen(true)}>
                      {t.redeem} · {t.price(data.points)}
                    </Button>
                  </div>
                )}
                <ClaimSheet
                  open={open}
                  onClose={() => setOpen(false)}
                  gift={data}
                  {...{ store, spendable, hasPin, onClaim }}
                />
              </>
            )}
          </Part>
        )}
    </Screen>
  );
}

function GiftFacts(props: { gift: GiftView; store: GiftStore | null }) {
  const { gift, store } = props;
  const t = giftWords.value.gifts;
  return (
    <>
      <img class="gift-picture" src={gift.picture} alt="" width="640" height="480" />
      <div class="inline apart">
        <PointsText points={gift.points} size="l" unit={commonWords.value.pointsUnit} />
        {gift.marketFen > 0 && (
          <span class="soft">{t.market(formats.value.money(gift.marketFen))}</span>
        )}
      </div>
      <div class="inline">
        <StockBadge gift={gift} />
        {gift.perMemberMax !== null && <Badge>{t.perMember(gift.perMemberMax)}</Badge>}
      </div>
      <Refusal gift={gift} />
      <Panel>
        <p class="gift-text">{nameIn(lang.value, gift, "detail")}</p>
        {store && <p class="small soft">{t.store}: {nameIn(lang.value, store)}</p>}
        {gift.kind === "goods" && <p class="small soft">{t.pickUp(gift.claimDays)}</p>}
        {gift.closesAt !== null && <p class="small soft">{t.until(gift.closesAt)}</p>}
      </Panel>
    </>
  );
}

function StockBadge(props: { gift: GiftView }) {
  const { gift } = props;
  const t = giftWords.value.gifts;
  if (gift.kind === "virtual") return <Badge tone="good">{t.virtual}</Badge>;
  if (gift.stock === 0) return <Badge>{t.soldOut}</Badge>;
  if (gift.stock !== null) return <Badge tone="good">{t.stock(gift.stock)}</Badge>;
  return <Badge tone="info">{t.service}</Badge>;
}

function Refusal(props: { gift: GiftView }) {
  const { gift } = props;
  if (gift.refused === null) return null;
  const trouble = {
    offline: false,
    code: gift.refused,
    fields: gift.refusedFields,
    reference: null,
  };
  const said = problemWords(trouble);
  const standing = giftStanding(gift);
  const t = giftWords.value.gifts;
  return (
    <Banner
      tone="info"
      title={gift.refused === "points-short" ? standing.text : said.title ?? standing.text}
    >
      {gift.refused === "gift-closed" && gift.opensAt !== null ? t.from(gift.opensAt) : said.hint}
    </Banner>
  );
}
