import { useState } from "preact/hooks";
import type { ReceivedGift } from "../../shared/transfers/endpoints.ts";
import {
  Button,
  ConfirmDialog,
  Field,
  formats,
  List,
  Panel,
  PointsText,
  Row,
  toast,
} from "../../shared/ui/index.ts";
import { troubleOf } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { transferWords } from "./data.ts";
import type { Transfers, TransfersViewProps } from "./transfers-view.tsx";

type Props = Pick<TransfersViewProps, "onAccept" | "onAcceptCode" | "onDecline"> & {
  data: Transfers;
};

/** What waits to be taken, a code typed in, and what was taken before. */
export function ReceivePart({ data, onAccept, onAcceptCode, onDecline }: Props) {
  const t = transferWords.value;
  const f = formats.value;
  const waiting = data.received.filter((each) => each.state === "waiting");
  const taken = data.received.filter((each) => each.state === "accepted");
  return (
    <>
      {waiting.map((gift) => (
        <Waiting key={gift.id} gift={gift} onAccept={onAccept} onDecline={onDecline} />
      ))}
      <CodeForm onAcceptCode={onAcceptCode} />
      {taken.length > 0 && (
        <Panel title={t.history.received}>
          <List label={t.history.received}>
            {taken.map((gift) => (
              <Row
                key={gift.id}
                title={t.receive.from(gift.fromMasked)}
                detail={[gift.note, f.date(gift.sentAt)].filter(Boolean).join(" · ")}
                end={<PointsText points={gift.points} signed />}
              />
            ))}
          </List>
        </Panel>
      )}
    </>
  );
}

function Waiting(
  { gift, onAccept, onDecline }: Pick<Props, "onAccept" | "onDecline"> & { gift: ReceivedGift },
) {
  const t = transferWords.value.receive;
  const f = formats.value;
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const run = async (work: () => Promise<void>, said: string) => {
    setBusy(true);
    try {
      await work();
      toast(said, "good");
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
      setBusy(false);
    }
  };
  return (
    <section class="gift-of-points" aria-label={t.from(gift.fromMasked)}>
      <div class="inline apart">
        <strong>{t.from(gift.fromMasked)}</strong>
        <PointsText points={gift.points} size="l" signed />
      </div>
      {gift.note && <p>{gift.note}</p>}
      <p class="small soft">
        {t.until(f.date(gift.expiresAt - 1))}
        {gift.lapsesNextAt !== null && ` · ${t.lapses(f.date(gift.lapsesNextAt - 1))}`}
      </p>
      <div class="inline">
        <Button
          variant="primary"
          busy={busy}
          onClick={() => void run(() => onAccept(gift.id), t.accepted(f.count(gift.points)))}
        >
          {t.accept}
        </Button>
        <Button variant="quiet" disabled={busy} onClick={() => setAsking(true)}>{t.decline}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t.declineAsk}
        confirm={t.decline}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void run(() => onDecline(gift.id), t.declined);
        }}
      >
        <p>{t.declineHint}</p>
      </ConfirmDialog>
    </section>
  );
}

function CodeForm({ onAcceptCode }: Pick<Props, "onAcceptCode">) {
  const t = transferWords.value.receive;
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const take = async () => {
    setBusy(true);
    setError(null);
    try {
      const points = await onAcceptCode(code.trim());
      toast(t.accepted(formats.value.count(points)), "good");
      setCode("");
    } catch (thrown) {
      setError(troubleLine(troubleOf(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t.codeTitle}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() && !busy) void take();
        }}
      >
        <Field
          label={t.code}
          hint={t.codeHint}
          autocomplete="off"
          maxLength={20}
          value={code}
          onInput={setCode}
          error={error}
        />
        <Button type="submit" block busy={busy} disabled={!code.trim()}>{t.take}</Button>
      </form>
    </Panel>
  );
}
