import { useState } from "preact/hooks";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import { Button, commonWords, Dialog, formats } from "../../shared/ui/index.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { unresolvedOpen } from "../counter/commands.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { Consent } from "../verify/consent.tsx";
import { mallWords } from "../gifts/mall-words.ts";
import { redeem } from "./redeeming.ts";

interface RedeemDialogProps {
  scan: ScanView;
  gift: GiftView;
  onClose: () => void;
  onRedeemed: () => void;
}

/** The member's consent, if the scan alone does not give it; then the exchange. */
export function RedeemDialog(props: RedeemDialogProps) {
  const { scan, gift, onClose } = props;
  const t = counterWords.value.redeem;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const proved = scan.rights === "spend";
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await redeem(scan, gift);
      props.onRedeemed();
    } catch (refused) {
      setBusy(false);
      if (!(refused instanceof OutcomeUnknown)) return setError(refused);
      unresolvedOpen.value = true;
      onClose();
    }
  };
  return (
    <Dialog
      open
      stubborn={busy}
      title={t.askTitle}
      onClose={onClose}
      actions={proved && (
        <>
          <Button size="l" disabled={busy} onClick={onClose}>{commonWords.value.cancel}</Button>
          <Button size="l" variant="primary" autofocus busy={busy} onClick={run}>{t.yes}</Button>
        </>
      )}
    >
      <p class="redeem-what">
        {t.ask(nameOf(gift), mallWords.value.price(gift.points, gift.moneyFen))}
      </p>
      <p class="soft">
        {t.after}{" "}
        <strong class="numbers">{formats.value.count(scan.points.spendable - gift.points)}</strong>
      </p>
      {!proved && <Consent key={scan.scanId} scan={scan} />}
      <Trouble error={error} />
    </Dialog>
  );
}
