import { CircleCheck, CreditCard, Receipt, Smartphone } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { groupDigits } from "../../shared/cards/card-code.ts";
import { LATE_MAX_MS } from "../../shared/offline/late.ts";
import { isOpen } from "../../shared/offline/queue.ts";
import { Badge, type BadgeTone, EmptyState, formats, Spinner } from "../../shared/ui/index.ts";
import { online } from "../terminal/ask.ts";
import { type BoxItem, listItems, unseal } from "./box.ts";
import { onChange, type Result } from "./sender.ts";
import { needsPerson, sendingKey, tally } from "./state.ts";
import { offlineWords } from "./words.ts";

/** So many of the waiting and so many of the settled are listed. */
const LISTED = 60;
const TONES: Record<BoxItem["state"], BadgeTone> = {
  waiting: "gold",
  refused: "danger",
  task: "danger",
  booked: "good",
  dismissed: "plain",
};
const ICONS = { sale: Receipt, enrolment: CreditCard, join: Smartphone };

export interface Shown extends BoxItem {
  said: Result | null;
}

/** What this device did without network, with how far each of it is. */
export function QueuePane(props: { items?: Shown[] }) {
  const t = offlineWords.value.screen;
  const items = useItems(props.items);
  const waiting = items.filter(isOpen);
  const settled = items.filter((item) => !isOpen(item)).reverse();
  const { waiting: left } = tally.value;
  return (
    <section class="pane offline-queue" aria-labelledby="offline-queue">
      <div class="offline-pane-head">
        <h2 id="offline-queue">{t.queue}</h2>
        <Progress left={left} oldest={waiting[0]?.madeAt ?? null} />
      </div>
      {items.length === 0
        ? <EmptyState icon={<CircleCheck />} title={t.empty}>{t.emptyHint}</EmptyState>
        : (
          <ul class="offline-items" tabIndex={0} aria-labelledby="offline-queue">
            {waiting.map((item) => <Item key={item.n} item={item} />)}
            {left > waiting.length && (
              <li class="offline-more soft">{t.more(left - waiting.length)}</li>
            )}
            {settled.map((item) => <Item key={item.n} item={item} />)}
          </ul>
        )}
    </section>
  );
}

/** How many are left, what they wait for, and until when they have to be sent. */
function Progress(props: { left: number; oldest: number | null }) {
  const { left, oldest } = props;
  const t = offlineWords.value.screen;
  if (left === 0) return null;
  const waits = !online.value
    ? t.waitsForNetwork
    : needsPerson.value
    ? t.waitsForPerson
    : t.sending;
  return (
    <div class="offline-progress" role="status">
      <span class="inline">
        {online.value && !needsPerson.value && <Spinner />}
        <strong>{waits}</strong>
        <span class="numbers">{t.progress(left)}</span>
      </span>
      {oldest !== null && (
        <span class="small soft">
          {t.oldest(oldest)} · {t.overdueSoon(oldest + LATE_MAX_MS)}
        </span>
      )}
    </div>
  );
}

function Item(props: { item: Shown }) {
  const { item } = props;
  const t = offlineWords.value;
  const Icon = ICONS[item.kind];
  const sending = sendingKey.value === item.key;
  const { cardNumber, earned } = item.said ?? {};
  return (
    <li class="offline-item">
      <Icon aria-hidden="true" />
      <span class="offline-item-what">
        <strong class="numbers">{t.kinds[item.kind]} · {item.label}</strong>
        <span class="small soft">{formats.value.dateTime(item.madeAt)}</span>
      </span>
      <span class="offline-item-said numbers">
        {earned !== undefined && earned > 0 && t.result.earned(earned)}
        {cardNumber && t.result.card(groupDigits(cardNumber))}
      </span>
      <Badge tone={sending ? "info" : TONES[item.state]}>
        {sending ? t.states.sending : t.states[item.state]}
      </Badge>
    </li>
  );
}

function useItems(given: Shown[] | undefined): Shown[] {
  const [items, setItems] = useState<Shown[]>(given ?? []);
  useEffect(() => {
    if (given) return;
    let over = false;
    let busy = false;
    let again = false;
    // While the queue is being sent it changes faster than a list can be drawn.
    const look = async () => {
      if (busy) return void (again = true);
      busy = true;
      do {
        again = false;
        const found = await listItems(LISTED).then((all) => Promise.all(all.map(withResult)));
        if (!over) setItems(found);
        await new Promise((done) => setTimeout(done, 250));
      } while (again && !over);
      busy = false;
    };
    void look();
    const stop = onChange(() => void look());
    return () => {
      over = true;
      stop();
    };
  }, []);
  return items;
}

const withResult = async (item: BoxItem): Promise<Shown> => ({
  ...item,
  said: item.result ? await unseal<Result>(item.result).catch(() => null) : null,
});
