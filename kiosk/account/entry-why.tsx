import { useEffect, useState } from "preact/hooks";
import { explainScanEntry } from "../../shared/cards/endpoints.ts";
import type { Explanation } from "../../shared/members/member.ts";
import type { Reason } from "../../shared/points/reason.ts";
import { formats, LoadingState } from "../../shared/ui/index.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { nameOf } from "../shell/name-in.ts";
import { ask } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { scan } from "../visit/visit.ts";
import { reasonWords, words } from "../words.ts";

/** How an entry came about: the sale's lines, the rules and the arithmetic, what did not hold. */
export function EntryWhy(props: { journalId: string }) {
  const [loaded, setLoaded] = useState<Loaded<Explanation>>(LOADING);
  const load = async () => {
    setLoaded(LOADING);
    try {
      const params = { scan: scan.value?.scanId ?? "", journal: props.journalId };
      setLoaded(ready(await ask(explainScanEntry, { params })));
    } catch (error) {
      setLoaded(failed(error));
    }
  };
  useEffect(() => void load(), []);
  if (loaded.state === "loading") return <LoadingState />;
  if (loaded.state === "failed") return <TroubleState error={loaded.error} onRetry={load} />;
  return <Told why={loaded.value} />;
}

function Told(props: { why: Explanation }) {
  const { why } = props;
  const t = words.value.history;
  const missed = why.missed ?? [];
  return (
    <>
      {why.kind === "accrual" && why.amount === 0 && <p>{reasonWords.value.none}</p>}
      <Reasons why={why} reasons={why.reasons} />
      {missed.length > 0 && <h3>{reasonWords.value.missed}</h3>}
      <Reasons why={why} reasons={missed} />
      {why.lines.length > 0 && (
        <ul>
          {why.lines.map((line) => (
            <li key={line.n}>
              {line.name} <span class="numbers">{formats.value.money(line.amountFen)}</span>
            </li>
          ))}
        </ul>
      )}
      {why.lots.map((lot) => (
        <p key={lot.lotId} class="soft numbers">
          {formats.value.signed(lot.amount)} ·{" "}
          {lot.lapsesAt === null ? t.never : t.until(lot.lapsesAt)}
        </p>
      ))}
      {why.rulesVersion !== null && why.rulesEffectiveFrom !== null && (
        <p class="small soft">{t.rules(why.rulesVersion, why.rulesEffectiveFrom)}</p>
      )}
    </>
  );
}

function Reasons(props: { why: Explanation; reasons: Explanation["reasons"] }) {
  const { why, reasons } = props;
  if (reasons.length === 0) return null;
  const names = {
    tier: (id: string) => {
      const found = terminal.value?.tiers.find((each) => each.id === id);
      return found ? nameOf(found) : "";
    },
    category: () => words.value.history.category,
    line: (n: number) => why.lines.find((line) => line.n === n)?.name ?? String(n),
    version: () => why.rulesVersion,
  };
  return (
    <ul>
      {reasons.map((reason, index) => (
        <li key={index}>{reasonWords.value.sentence(reason as Reason, names)}</li>
      ))}
    </ul>
  );
}
