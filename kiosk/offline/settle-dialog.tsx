import { useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import type { ScanView } from "../../shared/cards/endpoints.ts";
import { Button, Dialog, Field, toast } from "../../shared/ui/index.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { Trouble } from "../problems/trouble.tsx";
import { FixGoods, type GoodsToFix, isFixed, useGoodsToFix } from "./fix-goods.tsx";
import {
  firstWhose,
  type Fixed,
  fixedFrom,
  FixEnrolment,
  FixSale,
  type Whose,
} from "./fix-input.tsx";
import { whyOf } from "./task-pane.tsx";
import { bookEnrolment, bookSale, dismiss, type TaskView } from "./tasks.ts";
import { offlineWords } from "./words.ts";

interface SettleProps {
  task: TaskView;
  how: "book" | "dismiss";
  onClose: () => void;
}

/** Books what came back, corrected, or ends it; either way with a reason. */
export function SettleDialog(props: SettleProps) {
  const { task, how, onClose } = props;
  const t = offlineWords.value.task;
  const [reason, setReason] = useState("");
  const [whose, setWhose] = useState<Whose>(() => firstWhose(task));
  const [found, setFound] = useState<ScanView | null>(null);
  const [fixed, setFixed] = useState<Fixed>(() => fixedFrom(task));
  const goods = useGoodsToFix(task);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const booking = how === "book";
  const missing = reason.trim().length < 2 ||
    booking && task.kind === "sale" && (whose === "other" && !found || !isFixed(goods));
  const settle = async () => {
    setBusy(true);
    setError(null);
    try {
      toast(await settleTask(task, how, reason.trim(), { whose, found, fixed, goods }));
      onClose();
    } catch (refused) {
      setError(refused instanceof OutcomeUnknown ? refused.cause : refused);
      goods.hear(refused);
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={t[booking ? "bookTitle" : "dismissTitle"][task.kind](task.label)}
      onClose={onClose}
      actions={
        <Button
          variant={booking ? "primary" : "danger"}
          size="l"
          busy={busy}
          disabled={missing}
          onClick={settle}
        >
          {booking ? t.book : t.dismiss}
        </Button>
      }
    >
      {!(booking && goods.unknown.length > 0) && (
        <p class="offline-why">
          <strong>{whyOf(task).title}</strong> {booking ? whyOf(task).hint : t.dismissHint}
        </p>
      )}
      {booking && task.kind === "sale" && (
        <>
          <FixGoods task={task} goods={goods} />
          <FixSale task={task} whose={whose} found={found} onWhose={setWhose} onFound={setFound} />
        </>
      )}
      {booking && task.kind === "enrolment" && <FixEnrolment fixed={fixed} onChange={setFixed} />}
      <Reason reasons={t.reasons[how][task.kind]} reason={reason} onChange={setReason} />
      <Trouble error={error} />
    </Dialog>
  );
}

function Reason(
  props: { reasons: readonly string[]; reason: string; onChange: (reason: string) => void },
) {
  const t = offlineWords.value.task;
  return (
    <div class="stack">
      <Field
        label={t.reason}
        hint={t.reasonHint}
        value={props.reason}
        onInput={props.onChange}
        maxLength={200}
        autocomplete="off"
      />
      <div class="chips offline-reasons" role="group" aria-label={t.reason}>
        {props.reasons.map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={props.reason === each}
            onClick={() => props.onChange(each)}
          >
            {each}
          </button>
        ))}
      </div>
    </div>
  );
}

interface Answers {
  whose: Whose;
  found: ScanView | null;
  fixed: Fixed;
  goods: GoodsToFix;
}

/** @returns what is said of it */
async function settleTask(
  task: TaskView,
  how: SettleProps["how"],
  reason: string,
  { whose, found, fixed, goods }: Answers,
): Promise<string> {
  const t = offlineWords.value;
  if (how === "dismiss") {
    await dismiss(task, reason);
    return t.task.dismissed;
  }
  if (task.kind === "enrolment") {
    const number = await bookEnrolment(task, reason, fixed);
    return `${t.task.booked} · ${t.result.card(groupDigits(number))}`;
  }
  const member = whose === "same" ? whose : whose === "nobody" ? null : { scanId: found!.scanId };
  await bookSale(task, reason, member, goods.fixes);
  return t.task.booked;
}
