import { Download } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import { Button, Dialog, Field, formats } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { serverNow } from "../terminal/clock.ts";
import { type BoxItem, endLeft, listLeft, unseal } from "./box.ts";
import { type LeftBody, linesOf, saveFile } from "./left.ts";
import { changed, onChange } from "./sender.ts";
import { offlineWords } from "./words.ts";

interface Left extends BoxItem {
  /** null: it cannot be read. */
  said: LeftBody | null;
}

/** What this device did as another terminal: never sent from here, read and ended by staff. */
export function LeftPane() {
  const t = offlineWords.value.left;
  const items = useLeft();
  const [ending, setEnding] = useState<Left | null>(null);
  return (
    <section class="pane offline-left" aria-labelledby="offline-left">
      <div class="offline-pane-head">
        <h2 id="offline-left">{t.title}</h2>
        <Button size="s" icon={<Download />} onClick={() => saveFile(t.file, items)}>
          {t.export}
        </Button>
        <p class="small soft">{t.hint}</p>
      </div>
      <ul class="offline-items" tabIndex={0} aria-labelledby="offline-left">
        {items.map((item) => (
          <li key={item.n} class="offline-left-item">
            <span class="offline-item-what">
              <strong class="numbers">
                {offlineWords.value.kinds[item.kind]} · {item.label}
              </strong>
              <span class="small soft">
                {formats.value.dateTime(item.madeAt)} · {item.place || t.unknown}
              </span>
              {says(item).map((line, i) => <span key={i} class="small numbers">{line}</span>)}
            </span>
            <Button size="s" onClick={() => setEnding(item)}>{t.end}</Button>
          </li>
        ))}
      </ul>
      {ending && <EndDialog item={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

/** What staff need to book it by hand. */
function says({ said }: Left): string[] {
  const t = offlineWords.value;
  const f = formats.value;
  if (!said) return [t.left.unreadable];
  const { totalFen, phone, name, member } = said;
  const whose = member?.card ? t.member.card(groupDigits(member.card)) : t.member.code;
  const who = member ? t.left.member(whose) : t.left.nobody;
  return [
    ...linesOf(said).map((line) => `${line.name} ${f.money(line.amountFen)}`),
    ...(totalFen === undefined ? [] : [`${f.money(totalFen)} · ${who}`]),
    ...(phone ? [t.left.phone(phone)] : []),
    ...(name ? [name] : []),
  ];
}

function EndDialog(props: { item: Left; onClose: () => void }) {
  const { item, onClose } = props;
  const t = offlineWords.value;
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>(null);
  const end = async () => {
    try {
      await endLeft(item, reason.trim(), serverNow());
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

function useLeft(): Left[] {
  const [items, setItems] = useState<Left[]>([]);
  useEffect(() => {
    let over = false;
    const look = async () => {
      const all = await Promise.all((await listLeft()).map(readable));
      if (!over) setItems(all);
    };
    void look().catch(() => {});
    const stop = onChange(() => void look().catch(() => {}));
    return () => {
      over = true;
      stop();
    };
  }, []);
  return items;
}

const readable = async (item: BoxItem): Promise<Left> => ({
  ...item,
  said: item.body ? await unseal<LeftBody>(item.body).catch(() => null) : null,
});
