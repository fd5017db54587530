import { Gift as GiftIcon } from "lucide-preact";
import { useState } from "preact/hooks";
import type { GiftView, TierName } from "../../shared/gifts/gift.ts";
import type { ClaimWay } from "../../shared/gifts/kinds.ts";
import type { Address } from "../../shared/gifts/address.ts";
import { Banner, Button, EmptyState, lang } from "../../shared/ui/index.ts";
import { ShareGift } from "../earn/share-gift.tsx";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part, problemWords } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { ClaimSheet } from "./claim-sheet.tsx";
import { type GiftStore, giftWords, mallWords } from "./data.ts";
import { GiftFacts } from "./gift-facts.tsx";
import { giftStanding, tierName } from "./standing.ts";
import "./gift-detail-view.css";

export interface GiftDetailViewProps {
  gift: Loaded<GiftView>;
  /** The store has no such gift. */
  missing: boolean;
  store: GiftStore | null;
  tiers: readonly TierName[];
  spendable: number;
  hasPin: boolean;
  onRetry: () => void;
  /** Claims with the PIN; rejects with Problem or Unreachable. */
  onClaim: (pin: string, address?: Address) => Promise<void>;
  /** For the bench: the sheet already open. */
  claiming?: boolean;
  way?: ClaimWay;
}

/** A gift with its picture, what it costs, and why it cannot be had if so. */
export function GiftDetailView(props: GiftDetailViewProps) {
  const { gift, missing, store, tiers, spendable, hasPin, onRetry, onClaim } = props;
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
                <GiftFacts gift={data} {...{ store, tiers }} onTurn={onRetry} />
                <Refusal gift={data} tiers={tiers} />
                <ShareGift giftId={data.id} name={nameIn(lang.value, data)} />
                {data.refused === null && (
                  <div class="gift-action">
                    <Button variant="primary" size="l" block onClick={() => setOpen(true)}>
                      {t.redeem} · {mallWords.value.price(data.points, data.moneyFen)}
                    </Button>
                  </div>
                )}
                <ClaimSheet
                  open={open}
                  onClose={() => setOpen(false)}
                  gift={data}
                  {...{ store, spendable, hasPin, onClaim }}
                  {...props.way ? { way: props.way } : {}}
                />
              </>
            )}
          </Part>
        )}
    </Screen>
  );
}

function Refusal(props: { gift: GiftView; tiers: readonly TierName[] }) {
  const { gift, tiers } = props;
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
      {gift.refused === "gift-closed" && gift.opensAt !== null
        ? t.from(gift.opensAt)
        : gift.refused === "gift-tier"
        ? tierName(tiers, gift.tierLevelMin)
        : said.hint}
    </Banner>
  );
}
