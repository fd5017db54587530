import { useRoute } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { keepAwake, toast } from "../../shared/ui/index.ts";
import { troubleOf } from "../shell/api.ts";
import { lastMove } from "../shell/live.ts";
import { troubleLine } from "../shell/part.tsx";
import { ClaimDetailView } from "./claim-detail-view.tsx";
import { cancelClaim, claims, giftWords } from "./data.ts";

/** One claim with its code; follows its state. */
export default function ClaimScreen() {
  const { params } = useRoute();
  const [busy, setBusy] = useState(false);
  useEffect(() => void claims.load(), [lastMove.value]);
  useEffect(keepAwake, []);
  const all = claims.state.value;
  const claim = all.data?.claims.find((each) => each.claimId === params.claim) ?? null;
  const cancel = async () => {
    if (!claim) return;
    setBusy(true);
    try {
      await cancelClaim(claim.claimId);
      toast(giftWords.value.claim.cancelled);
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
      void claims.load();
    } finally {
      setBusy(false);
    }
  };
  return (
    <ClaimDetailView
      claim={{ ...all, data: claim }}
      missing={all.data !== null && !claim && !all.busy}
      busy={busy}
      onCancel={() => void cancel()}
      onRetry={() => void claims.load()}
    />
  );
}
