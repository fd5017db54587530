import type * as z from "zod/mini";
import type { Explanation, TierProgress } from "../../shared/members/member.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { commonWords, Facts, formats, lang, Panel, PointsText } from "../../shared/ui/index.ts";
import { PATHS } from "../shell/base.ts";
import { nameIn } from "../shell/name-in.ts";
import { Part } from "../shell/part.tsx";
import type { Loaded } from "../shell/resource.ts";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import { reasonWords } from "./data.ts";
import "./entry-view.css";

type Tiers = z.infer<typeof TierProgress> | null;

export interface EntryViewProps {
  entry: Loaded<Explanation>;
  /** For the names of tiers in the sentences. */
  tier: Tiers;
  onRetry: () => void;
}

/** How an entry came about: the sale's lines, the rule and the arithmetic, the lots. */
export function EntryView(props: EntryViewProps) {
  const t = words.value.entry;
  return (
    <Screen title={t.title} backTo={PATHS.points}>
      <Part of={props.entry} onRetry={props.onRetry}>
        {(entry) => (
          <>
            <Head entry={entry} />
            {entry.reasons.length > 0 && <How entry={entry} tier={props.tier} />}
            {(entry.missed ?? []).length > 0 && <Missed entry={entry} tier={props.tier} />}
            {entry.lines.length > 0 && <Lines entry={entry} />}
            {entry.lots.length > 0 && <Lots entry={entry} />}
            {entry.hash && (
              <details class="entry-seal">
                <summary>{t.seal}</summary>
                <p class="small soft">{t.sealHint}</p>
                <code>{entry.hash}</code>
              </details>
            )}
          </>
        )}
      </Part>
    </Screen>
  );
}

function Head(props: { entry: Explanation }) {
  const { entry } = props;
  const t = words.value.entry;
  const store = nameIn(lang.value, entry, "storeName");
  const facts: [string, string][] = [[t.time, formats.value.dateTime(entry.at)]];
  if (store) facts.push([t.store, store]);
  if (entry.orderNo) facts.push([t.order, entry.orderNo]);
  return (
    <Panel>
      <p class="soft">{reasonWords.value.kinds[entry.kind] ?? words.value.points.otherKind}</p>
      <p>
        <PointsText points={entry.amount} signed size="hero" unit={commonWords.value.pointsUnit} />
      </p>
      {entry.amount === 0 && entry.kind === "accrual" && <p>{reasonWords.value.none}</p>}
      {entry.reverses && <p class="small soft">{t.reversal}</p>}
      <Facts facts={facts} />
    </Panel>
  );
}

function How(props: { entry: Explanation; tier: Tiers }) {
  const { entry } = props;
  const t = words.value.entry;
  const names = namesFor(entry, props.tier);
  return (
    <Panel title={t.how}>
      <ol class="entry-how">
        {entry.reasons.map((reason, index) => (
          <li key={index}>{reasonWords.value.sentence(reason as Reason, names)}</li>
        ))}
      </ol>
      {entry.rulesVersion !== null && (
        <p class="small faint">
          {t.rules(entry.rulesVersion)}
          {entry.rulesEffectiveFrom !== null && ` · ${t.rulesFrom(entry.rulesEffectiveFrom)}`}
        </p>
      )}
    </Panel>
  );
}

/** Rules that did not hold, each with what was missing. */
function Missed(props: { entry: Explanation; tier: Tiers }) {
  const { entry } = props;
  const names = namesFor(entry, props.tier);
  return (
    <Panel title={reasonWords.value.missed}>
      <ul class="entry-how">
        {(entry.missed ?? []).map((reason, index) => (
          <li key={index}>{reasonWords.value.sentence(reason as Reason, names)}</li>
        ))}
      </ul>
    </Panel>
  );
}

function namesFor(entry: Explanation, tier: Tiers) {
  const t = words.value.entry;
  const tiers = [tier?.current, tier?.next];
  return {
    tier: (id: string) => {
      const known = tiers.find((each) => each?.id === id);
      return known ? nameIn(lang.value, known) : words.value.points.tier;
    },
    category: () => t.category,
    line: (n: number) => entry.lines.find((line) => line.n === n)?.name ?? `${n}`,
    version: () => entry.rulesVersion,
  };
}

function Lines(props: { entry: Explanation }) {
  const t = words.value.entry;
  const f = formats.value;
  return (
    <Panel title={t.lines}>
      <ul class="entry-lines">
        {props.entry.lines.map((line) => (
          <li key={line.n}>
            <span>
              {line.name}
              <small>
                {line.quantityMilli % 1000 === 0
                  ? t.quantity(line.quantityMilli)
                  : t.weight(line.quantityMilli)}
                {line.returnedFen > 0 && ` · ${t.returned(f.money(line.returnedFen))}`}
              </small>
            </span>
            <span class="numbers">{f.money(line.amountFen)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Lots(props: { entry: Explanation }) {
  const { entry } = props;
  const t = words.value.entry;
  return (
    <Panel title={entry.amount > 0 ? t.lotsIn : t.lots}>
      <ul class="entry-lines">
        {entry.lots.map((lot) => (
          <li key={lot.lotId}>
            <span>
              {t.lot(lot.earnedAt)}
              <small>{lot.lapsesAt === null ? t.never : t.lapses(lot.lapsesAt)}</small>
            </span>
            <PointsText points={lot.amount} signed />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
