import { useState } from "preact/hooks";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { may } from "../../shared/access.ts";
import { Button, Field, formats, Panel, toast } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { staff } from "../terminal/standing.ts";
import { transferWords } from "./words.ts";
import { give } from "./passing.ts";

/** Whole points above 0; 0 for anything else. */
export const pointsIn = (text: string): number =>
  /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : 0;

/** Points from the store's budget, with a reason. */
export function GiveForm({ scan }: { scan: ScanView }) {
  const t = transferWords.value.budget;
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const role = staff.value?.role;
  if (!role || !may(role, "budget.use")) {
    return (
      <Panel title={t.give}>
        <p class="soft">{t.managerOnly}</p>
      </Panel>
    );
  }
  const points = pointsIn(amount);
  const noReason = reason.trim().length < 2;
  const send = async () => {
    setChecked(true);
    setError(null);
    if (points === 0 || noReason || busy) return;
    setBusy(true);
    try {
      await give(scan, points, reason.trim());
      toast(t.given(formats.value.count(points)), "good");
      setAmount("");
      setReason("");
      setChecked(false);
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <Panel title={t.give}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={t.points}
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={amount}
          onInput={setAmount}
          error={checked && points === 0 ? t.wrongPoints : null}
        />
        <Field
          label={t.reason}
          autocomplete="off"
          maxLength={120}
          value={reason}
          onInput={setReason}
          error={checked && noReason ? t.wrongReason : null}
        />
        <Offers onChoose={setReason} />
        <Trouble error={error} />
        <Button type="submit" variant="primary" busy={busy}>{t.giveDo}</Button>
      </form>
    </Panel>
  );
}

/** Reasons that come up often; one press fills one in. */
function Offers({ onChoose }: { onChoose: (reason: string) => void }) {
  return (
    <div class="inline budget-reasons">
      {transferWords.value.budget.reasons.map((offer) => (
        <Button
          key={offer}
          size="s"
          variant="quiet"
          onClick={() => onChoose(offer)}
        >
          {offer}
        </Button>
      ))}
    </div>
  );
}
