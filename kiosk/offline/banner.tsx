import { useEffect } from "preact/hooks";
import { Banner } from "../../shared/ui/index.ts";
import type { Room } from "../counter/room.ts";
import { terminal } from "../terminal/standing.ts";
import { cutAt, goodsAt, minute, watchAges } from "./since.ts";
import { offlineWords } from "./words.ts";
import "./banner.css";

/** The network is away: since when, what still works here, how old prices and rules are. */
export function OfflineBanner(props: { room: Room }) {
  const t = offlineWords.value.banner;
  const rules = terminal.value?.rules;
  const asOf = terminal.value?.serverTime ?? 0;
  const now = minute.value;
  const { room } = props;
  const waits = room === "returns" || room === "claims" || room === "budget" ? t.waits[room] : null;
  useEffect(watchAges, []);
  return (
    <Banner tone="warn" title={t.title}>
      <span class="offline-what">
        <span>{waits ?? t.works}</span>
        <span class="offline-ages">
          {cutAt.value !== null && <span>{t.since(cutAt.value)}</span>}
          {waits === null && (
            <span>
              {goodsAt.value === null ? t.pricesNone : t.prices(goodsAt.value, now - goodsAt.value)}
            </span>
          )}
          {waits === null && rules && <span>{t.rules(rules.version, asOf, now - asOf)}</span>}
        </span>
      </span>
    </Banner>
  );
}
