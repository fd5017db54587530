import { Copy } from "lucide-preact";
import { useState } from "preact/hooks";
import type { SentGift } from "../../shared/transfers/endpoints.ts";
import {
  Badge,
  Button,
  ConfirmDialog,
  EmptyState,
  formats,
  PointsText,
  toast,
} from "../../shared/ui/index.ts";
import { troubleOf } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { transferWords } from "./data.ts";

/** What became of each gift; those that wait can be taken back. */
export function SentList(
  { sent, onCancel }: { sent: readonly SentGift[]; onCancel: (id: string) => Promise<void> },
) {
  const t = transferWords.value.history;
  const [asking, setAsking] = useState<string | null>(null);
  if (sent.length === 0) return <EmptyState title={t.none} />;
  const cancel = async (id: string) => {
    setAsking(null);
    try {
      await onCancel(id);
      toast(t.cancelled, "good");
    } catch (error) {
      toast(troubleLine(troubleOf(error)), "danger");
    }
  };
  return (
    <>
      <ul class="sent-gifts" aria-label={t.title}>
        {sent.map((gift) => <Sent key={gift.id} gift={gift} onCancel={() => setAsking(gift.id)} />)}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        title={t.cancelAsk}
        confirm={t.cancel}
        onClose={() => setAsking(null)}
        onConfirm={() => asking && void cancel(asking)}
      >
        <p>{t.cancelHint}</p>
      </ConfirmDialog>
    </>
  );
}

function Sent({ gift, onCancel }: { gift: SentGift; onCancel: () => void }) {
  const t = transferWords.value.history;
  const f = formats.value;
  const waiting = gift.state === "waiting";
  const tone = waiting ? "gold" : gift.state === "accepted" ? "good" : "plain";
  const { code } = gift;
  return (
    <li class="sent-gift">
      <div class="inline apart">
        <strong>{gift.phoneTail === null ? t.toCode : t.toPhone(gift.phoneTail)}</strong>
        <PointsText points={-gift.points} signed />
      </div>
      <div class="inline apart">
        <span class="small soft">
          {[f.date(gift.sentAt), gift.note, waiting && t.until(f.date(gift.expiresAt - 1))]
            .filter(Boolean).join(" · ")}
        </span>
        <Badge tone={tone}>{t.states[gift.state]}</Badge>
      </div>
      {waiting && (
        <div class="inline">
          {code !== null && (
            <>
              <span class="gift-code numbers">{code}</span>
              <Button
                size="s"
                icon={<Copy />}
                onClick={() =>
                  void navigator.clipboard.writeText(code).then(() => toast(t.copied, "good"))}
              >
                {t.copy}
              </Button>
            </>
          )}
          <Button size="s" variant="quiet" onClick={onCancel}>{t.cancel}</Button>
        </div>
      )}
    </li>
  );
}
