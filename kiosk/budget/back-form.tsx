import { useState } from "preact/hooks";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import {
  Button,
  ConfirmDialog,
  Dialog,
  Field,
  formats,
  Panel,
  toast,
} from "../../shared/ui/index.ts";
import { consented } from "../counter/member.ts";
import { Trouble } from "../problems/trouble.tsx";
import { ByPin } from "../verify/by-pin.tsx";
import { transferWords } from "./words.ts";
import { pointsIn } from "./give-form.tsx";
import { takeBack } from "./passing.ts";

/** Points that the member gives back to the store; asks the code or the PIN. */
export function BackForm({ scan }: { scan: ScanView }) {
  const t = transferWords.value.budget;
  const [amount, setAmount] = useState("");
  const [checked, setChecked] = useState(false);
  const [step, setStep] = useState<"typing" | "proving" | "asking">("typing");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const points = pointsIn(amount);
  const next = () => {
    setChecked(true);
    setError(null);
    if (points > 0) setStep(scan.rights === "spend" ? "asking" : "proving");
  };
  const send = async () => {
    setBusy(true);
    try {
      await takeBack(scan, points);
      toast(t.tookBack(formats.value.count(points)), "good");
      setAmount("");
      setChecked(false);
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
    setStep("typing");
  };
  return (
    <Panel title={t.back}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {scan.rights === "earn" && <p class="small soft">{t.backNeedsCode}</p>}
        <Field
          label={t.points}
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={amount}
          onInput={setAmount}
          error={checked && points === 0 ? t.wrongPoints : null}
        />
        <Trouble error={error} />
        <Button type="submit" busy={busy}>{t.backDo}</Button>
      </form>
      {step === "proving" && (
        <Dialog open title={t.back} onClose={() => setStep("typing")}>
          <p class="soft">{t.backNeedsCode}</p>
          <ByPin
            scan={scan}
            onProved={(proved) => {
              consented(proved);
              setStep("asking");
            }}
            onExpired={() => false}
          />
        </Dialog>
      )}
      <ConfirmDialog
        open={step === "asking"}
        title={t.confirmBack(formats.value.count(points))}
        confirm={t.backDo}
        busy={busy}
        onClose={() => setStep("typing")}
        onConfirm={() => void send()}
      >
        <p>{t.confirmBackHint}</p>
      </ConfirmDialog>
    </Panel>
  );
}
