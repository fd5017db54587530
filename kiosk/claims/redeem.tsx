import { Gift as GiftIcon, ScanQrCode } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import { EmptyState, GiftPicture, LoadingState } from "../../shared/ui/index.ts";
import { GiftPrice } from "../../shared/ui/components/gift-price.tsx";
import { FindMember } from "../counter/find-member.tsx";
import { useKeys } from "../counter/keys.ts";
import { member, recognise } from "../counter/member.ts";
import { counterWords } from "../counter/words.ts";
import { mallWords } from "../gifts/mall-words.ts";
import { sayStock, whyNot } from "../gifts/why-not.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { MemberStrip } from "../sale/member-strip.tsx";
import { nameOf } from "../shell/name-in.ts";
import { RedeemDialog } from "./redeem-dialog.tsx";
import { gifts, loadGifts } from "./redeeming.ts";

interface RedeemProps {
  /** The switch between handing over and redeeming. */
  choice: ComponentChildren;
  onRedeemed: () => void;
  chosen?: GiftView;
}

/** Whose points, and which gift. */
export function Redeem(props: RedeemProps) {
  const t = counterWords.value.redeem;
  const [finding, setFinding] = useState(false);
  const known = member.value;
  const [chosen, setChosen] = useState({ gift: props.chosen ?? null, by: known?.member.id });
  const choose = (gift: GiftView | null) => setChosen({ gift, by: known?.member.id });
  useEffect(() => void loadGifts(), [known?.member.id]);
  useKeys({ F3: () => setFinding(true) });
  return (
    <div class="panes-turned claims">
      <section class="pane claim-find">
        {props.choice}
        <h1>{t.askTitle}</h1>
        <p class="soft">{t.lead}</p>
        <div class="redeem-who">
          <MemberStrip onFind={() => setFinding(true)} />
        </div>
      </section>
      <section class="pane redeem-gifts" aria-label={t.gifts}>
        {known
          ? <Gifts onChoose={choose} />
          : <EmptyState icon={<ScanQrCode />} title={t.noMember}>{t.noMemberHint}</EmptyState>}
      </section>
      {finding && <FindMember onFind={recognise} onClose={() => setFinding(false)} />}
      {/* Another member scanned meanwhile has chosen nothing. */}
      {chosen.gift && known && chosen.by === known.member.id && (
        <RedeemDialog
          scan={known}
          gift={chosen.gift}
          onClose={() => choose(null)}
          onRedeemed={props.onRedeemed}
        />
      )}
    </div>
  );
}

function Gifts(props: { onChoose: (gift: GiftView) => void }) {
  const t = counterWords.value.redeem;
  const loaded = gifts.value;
  if (loaded.state === "loading") return <LoadingState />;
  if (loaded.state === "failed") {
    return <TroubleState error={loaded.error} onRetry={loadGifts} />;
  }
  if (loaded.value.length === 0) {
    return <EmptyState icon={<GiftIcon />} title={t.none}>{t.noneHint}</EmptyState>;
  }
  return (
    <ul class="redeem-list" tabIndex={0} aria-label={t.gifts}>
      {loaded.value.map((gift) => (
        <li key={gift.id}>
          <GiftButton gift={gift} onChoose={props.onChoose} />
        </li>
      ))}
    </ul>
  );
}

function GiftButton(props: { gift: GiftView; onChoose: (gift: GiftView) => void }) {
  const { gift, onChoose } = props;
  const why = whyNot(gift);
  return (
    <button
      type="button"
      class="redeem-gift"
      disabled={why !== null}
      onClick={() => onChoose(gift)}
    >
      <GiftPicture src={gift.picture} width="320" height="320" />
      <span class="redeem-text">
        <strong>
          {nameOf(gift)}
          {gift.quantity > 1 && ` ${mallWords.value.quantity(gift.quantity)}`}
        </strong>
        <span class="small soft">{why ?? sayStock(gift)}</span>
      </span>
      <GiftPrice {...gift} was={mallWords.value.was} size="l" />
    </button>
  );
}
