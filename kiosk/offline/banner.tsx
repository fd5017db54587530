import { Info } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Banner, Dialog, Facts, IconButton } from "../../shared/ui/index.ts";
import type { Room } from "../counter/room.ts";
import { clockOff } from "../terminal/clock.ts";
import { terminal } from "../terminal/standing.ts";
import { cutAt, goodsAt, minute, watchAges } from "./since.ts";
import { offlineWords } from "./words.ts";
import "./banner.css";

/** The network is away, in one line: since when, what still works here, how old prices and rules are.
 *  What does not fit in it is a touch away. */
export function OfflineBanner(props: { room: Room }) {
  const { banner: t, clock } = offlineWords.value;
  const [open, setOpen] = useState(false);
  const now = minute.value;
  const { room } = props;
  const waits = room === "returns" || room === "claims" || room === "budget" ? t.waits[room] : null;
  const rules = terminal.value?.rules;
  const off = clockOff.value;
  useEffect(watchAges, []);
  return (
    <>
      <Banner
        tone="warn"
        title={cutAt.value === null ? t.title : t.titleSince(cutAt.value, now)}
        action={<IconButton label={t.more} icon={<Info />} onClick={() => setOpen(true)} />}
      >
        <span class="offline-what">
          <span>{waits ?? t.works}</span>
          {off !== 0 && <strong>{off > 0 ? clock.fastShort(off) : clock.slowShort(-off)}</strong>}
          {waits === null && off === 0 && (
            <span class="offline-ages">
              {goodsAt.value === null ? t.pricesNone : t.pricesShort(goodsAt.value, now)}
              {rules && ` · ${t.rulesShort(rules.version)}`}
            </span>
          )}
        </span>
      </Banner>
      {open && <Ages onClose={() => setOpen(false)} />}
    </>
  );
}

/** What this till goes by until the network is back, with how old it is. */
function Ages(props: { onClose: () => void }) {
  const { banner: t, clock } = offlineWords.value;
  const view = terminal.value;
  const asOf = view?.serverTime ?? 0;
  const now = minute.value;
  const off = clockOff.value;
  return (
    <Dialog open title={t.more} onClose={props.onClose}>
      <p>{t.works}</p>
      <Facts
        facts={[
          [t.last, cutAt.value === null ? t.unknown : t.at(cutAt.value, now - cutAt.value)],
          [
            t.prices,
            goodsAt.value === null ? t.pricesNone : t.at(goodsAt.value, now - goodsAt.value),
          ],
          ...(view
            ? [[t.rules, t.rulesAt(view.rules.version, asOf, now - asOf)] as [string, string]]
            : []),
          ...(off === 0 ? [] : [
            [
              clock.title,
              `${off > 0 ? clock.fast(off) : clock.slow(-off)} ${clock.hint}`,
            ] as [string, string],
          ]),
        ]}
      />
    </Dialog>
  );
}
