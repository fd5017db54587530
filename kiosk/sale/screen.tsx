import { useEffect, useState } from "preact/hooks";
import { Banknote, Grid3x3 } from "lucide-preact";
import { Segmented } from "../../shared/ui/index.ts";
import { FindMember } from "../counter/find-member.tsx";
import { useKeys } from "../counter/keys.ts";
import { recognise } from "../counter/member.ts";
import { hearScans } from "../counter/room.ts";
import { counterWords } from "../counter/words.ts";
import { AskPrice } from "./ask-price.tsx";
import { BasketPane } from "./basket-pane.tsx";
import { Done } from "./done.tsx";
import { EnterAmount } from "./enter-amount.tsx";
import { followMember } from "./ground.ts";
import { Kept } from "./kept.tsx";
import { OffsetDialog } from "./offset-dialog.tsx";
import { PayDialog } from "./pay-dialog.tsx";
import { isOffer } from "./pay-with-points.tsx";
import { choosing, offer } from "./paying.ts";
import { askForMoney } from "./phase.ts";
import { PickGoods } from "./pick-goods.tsx";
import { basket, hearCode, phase, startOver } from "./sale.ts";
import { Weigh } from "./weigh.tsx";
import "./style.css";

type Mode = "goods" | "amount";
const MODE_KEPT_AS = "jifu.counter.mode";

/** Ringing up: goods or a bare amount on one side, member and basket on the other. */
export function Sale(props: { mode?: Mode; finding?: boolean }) {
  const [mode, setMode] = useState<Mode>(props.mode ?? keptMode());
  const [finding, setFinding] = useState(props.finding ?? false);
  useEffect(() => hearScans(hearCode), []);
  useEffect(followMember, []);
  const choose = (next: Mode) => {
    setMode(next);
    localStorage.setItem(MODE_KEPT_AS, next);
  };
  const canPay = basket.value.length > 0 && phase.value.name === "ringing";
  useKeys({
    F3: () => setFinding(true),
    F6: () => choose(mode === "goods" ? "amount" : "goods"),
    F10: isOffer(offer.value) ? () => choosing.value = true : null,
    F8: canPay ? askForMoney : null,
  });
  if (phase.value.name === "done") {
    const { receipt, lines } = phase.value;
    return <Done receipt={receipt} lines={lines} onNext={startOver} />;
  }
  if (phase.value.name === "kept") {
    const { sale, lines } = phase.value;
    return <Kept sale={sale} lines={lines} onNext={startOver} />;
  }
  return (
    <div class="panes sale">
      <h1 class="sr-only">{counterWords.value.sale.title}</h1>
      <section class="pane sale-entry">
        <Entry mode={mode} onMode={choose} />
      </section>
      <BasketPane onFindMember={() => setFinding(true)} canPay={canPay} />
      {finding && <FindMember onFind={recognise} onClose={() => setFinding(false)} />}
      <Weigh />
      <AskPrice />
      <PayDialog />
      <OffsetDialog />
    </div>
  );
}

function Entry(props: { mode: Mode; onMode: (mode: Mode) => void }) {
  const t = counterWords.value.sale;
  const choice = (
    <Segmented
      label={t.mode}
      value={props.mode}
      onChange={props.onMode}
      options={[
        { value: "goods", label: t.goods, icon: <Grid3x3 /> },
        { value: "amount", label: t.amount, icon: <Banknote /> },
      ]}
    />
  );
  return props.mode === "goods" ? <PickGoods choice={choice} /> : <EnterAmount choice={choice} />;
}

function keptMode(): Mode {
  return localStorage.getItem(MODE_KEPT_AS) === "amount" ? "amount" : "goods";
}
