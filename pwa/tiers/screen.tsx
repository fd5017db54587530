import { useEffect } from "preact/hooks";
import { lang, toast } from "../../shared/ui/index.ts";
import { member, points } from "../members/session.ts";
import { lastMove } from "../shell/live.ts";
import { nameIn } from "../shell/name-in.ts";
import { buy, ladder, tierWords } from "./data.ts";
import { TiersView } from "./tiers-view.tsx";

/** The ladder of tiers; reloads when the account has moved. */
export default function TiersScreen() {
  useEffect(() => void ladder.load(), [lastMove.value]);
  return (
    <TiersView
      ladder={ladder.state.value}
      spendable={points.value?.spendable ?? 0}
      hasPin={member.value?.hasPin ?? false}
      onRetry={() => void ladder.load()}
      onBuy={async (step, pin) => {
        const bought = await buy(step, pin);
        toast(tierWords.value.purchase.done(nameIn(lang.value, bought.tier)), "good");
      }}
    />
  );
}
