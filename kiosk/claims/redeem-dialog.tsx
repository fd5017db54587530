import { useState } from "preact/hooks";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import type { GiftView } from "../../shared/gifts/endpoints.ts";
import { Button, commonWords, Dialog, formats, Segmented } from "../../shared/ui/index.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { member } from "../counter/member.ts";
import { unresolvedOpen } from "../counter/top-bar.tsx";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { nameOf } from "../shell/name-in.ts";
import { ByCode } from "../verify/by-code.tsx";
import { ByPin } from "../verify/by-pin.tsx";
import { words } from "../words.ts";
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
      <p class="redeem-what">{t.ask(nameOf(gift), gift.points)}</p>
      <p class="soft">
        {t.after}{" "}
        <strong class="numbers">{formats.value.count(scan.points.spendable - gift.points)}</strong>
      </p>
      {!proved && <Proof scan={scan} />}
      <Trouble error={error} />
    </Dialog>
  );
}

/** PIN or one-time code, entered by the member on this screen. */
function Proof(props: { scan: ScanView }) {
  const { scan } = props;
  const v = words.value.verify;
  const [way, setWay] = useState<"pin" | "code">(scan.hasPin ? "pin" : "code");
  const proof = {
    scan,
    onProved: (proved: ScanView) => member.value = proved,
    onExpired: () => false,
  };
  if (!scan.hasPin && !scan.hasPhone) return <p>{v.noneHint}</p>;
  return (
    <div class="stack redeem-proof">
      <p class="redeem-turn">{counterWords.value.redeem.proof}</p>
      {scan.hasPin && scan.hasPhone && (
        <Segmented
          block
          label={v.ways}
          value={way}
          onChange={setWay}
          options={[{ value: "pin", label: v.pinTab }, { value: "code", label: v.codeTab }]}
        />
      )}
      {way === "pin" ? <ByPin {...proof} /> : <ByCode {...proof} />}
    </div>
  );
}
