import { useRoute } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { keepAwake, toast } from "../../shared/ui/index.ts";
import { troubleOf } from "../shell/trouble.ts";
import { lastMove } from "../shell/live.ts";
import { troubleLine } from "../shell/part.tsx";
import { ClaimDetailView } from "./claim-detail-view.tsx";
import { cancelClaim, claims, giftWords, mallWords, receiveOrder } from "./data.ts";

/** One claim with its code; follows its state. */
export default function ClaimScreen() {
  const { params } = useRoute();
  const [busy, setBusy] = useState(false);
  useEffect(() => void claims.load(), [lastMove.value]);
  useEffect(keepAwake, []);
  const all = claims.state.value;
  const claim = all.data?.claims.find((each) => each.claimId === params.claim) ?? null;
  const run = async (work: () => Promise<void>, done: string) => {
    setBusy(true);
    try {
      await work();
      toast(done);
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
      void claims.load();
    } finally {
      setBusy(false);
    }
  };
  const id = params.claim ?? "";
  return (
    <ClaimDetailView
      claim={{ ...all, data: claim }}
      missing={all.data !== null && !claim && !all.busy}
      busy={busy}
      onCancel={() => void run(() => cancelClaim(id), giftWords.value.claim.cancelled)}
      onReceived={() => void run(() => receiveOrder(id), mallWords.value.receivedDone)}
      onRetry={() => void claims.load()}
    />
  );
}
