import { Download } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Button, Dialog, Field, formats } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { serverNow } from "../terminal/clock.ts";
import { staff } from "../terminal/standing.ts";
import { type BoxItem, unseal } from "./box.ts";
import { clearEnded, endLeft, listEnded, listLeft } from "./left-box.ts";
import { saveFile } from "./left.ts";
import { goodsSaid, type Said, whoseSaid } from "./say-input.ts";
import { changed, onChange } from "./sender.ts";
import { offlineWords } from "./words.ts";

interface Left extends BoxItem {
  /** null: it cannot be read. */
  said: Said | null;
}

/** What this device did as another terminal: never sent from here, read and ended by staff. What was
 *  ended stays in sight with its reason until it is cleared, three days at most. */
export function LeftPane() {
  const t = offlineWords.value.left;
  const { open, ended } = useLeft();
  const [ending, setEnding] = useState<Left | null>(null);
  if (open.length + ended.length === 0) return null;
  return (
    <section class="pane offline-left" aria-labelledby="offline-left">
      <div class="offline-pane-head">
        <h2 id="offline-left">{t.title}</h2>
        <span class="inline">
          {ended.length > 0 && (
            <Button
              size="s"
              onClick={() => clearEnded().then(changed, () => {})}
            >
              {t.clear}
            </Button>
          )}
          <Button
            size="s"
            icon={<Download />}
            onClick={() => saveFile(t.file, [...open, ...ended])}
          >
            {t.export}
          </Button>
        </span>
        <p class="small soft">{open.length > 0 ? t.hint : t.allEnded}</p>
      </div>
      <ul class="offline-items" tabIndex={0} aria-labelledby="offline-left">
        {open.map((item) => (
          <li key={item.n} class="offline-left-item">
            <span class="offline-item-what">
              <Name item={item} />
              {says(item).map((line, i) => <span key={i} class="small numbers">{line}</span>)}
            </span>
            <Button size="s" onClick={() => setEnding(item)}>{t.end}</Button>
          </li>
        ))}
        {ended.map((item) => (
          <li key={item.n} class="offline-left-item offline-ended">
            <span class="offline-item-what">
              <Name item={item} />
              <span class="small">{t.ended(item.endedBy ?? "", item.reason ?? "")}</span>
            </span>
          </li>
        ))}
      </ul>
      {ending && <EndDialog item={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function Name(props: { item: Left }) {
  const { kind, label, madeAt, place } = props.item;
  const t = offlineWords.value;
  return (
    <>
      <strong class="numbers">{t.kinds[kind]} · {label}</strong>
      <span class="small soft">
        {formats.value.dateTime(madeAt)} · {place || t.left.unknown}
      </span>
    </>
  );
}

/** What staff need to book it by hand. */
function says({ said }: Left): string[] {
  if (!said) return [offlineWords.value.left.unreadable];
  const { totalFen } = said;
  const total = totalFen === undefined ? [] : [formats.value.money(totalFen)];
  return [...goodsSaid(said), [...total, ...whoseSaid(said)].join(" · ")];
}

function EndDialog(props: { item: Left; onClose: () => void }) {
  const { item, onClose } = props;
  const t = offlineWords.value;
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>(null);
  const end = async () => {
    try {
      const endedBy = staff.value?.name ?? "";
      await endLeft(item, { reason: reason.trim(), endedBy, settledAt: serverNow() });
      changed();
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <Dialog
      open
      title={t.left.endTitle(item.label)}
      onClose={onClose}
      actions={
        <Button variant="danger" size="l" disabled={reason.trim().length < 2} onClick={end}>
          {t.left.end}
        </Button>
      }
    >
      <p class="offline-why">{t.left.endHint}</p>
      <Field
        label={t.task.reason}
        value={reason}
        onInput={setReason}
        maxLength={200}
        autocomplete="off"
      />
      <div class="chips offline-reasons" role="group" aria-label={t.task.reason}>
        {t.left.reasons.map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={reason === each}
            onClick={() => setReason(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <Trouble error={error} />
    </Dialog>
  );
}

function useLeft(): { open: Left[]; ended: Left[] } {
  const [left, setLeft] = useState<{ open: Left[]; ended: Left[] }>({ open: [], ended: [] });
  useEffect(() => {
    let over = false;
    const look = async () => {
      const [open, ended] = await Promise.all([listLeft(), listEnded()]);
      const all = {
        open: await Promise.all(open.map(readable)),
        ended: await Promise.all(ended.map(readable)),
      };
      if (!over) setLeft(all);
    };
    void look().catch(() => {});
    const stop = onChange(() => void look().catch(() => {}));
    return () => {
      over = true;
      stop();
    };
  }, []);
  return left;
}

const readable = async (item: BoxItem): Promise<Left> => ({
  ...item,
  said: item.body ? await unseal<Said>(item.body).catch(() => null) : null,
});
