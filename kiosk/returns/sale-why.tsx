import { CircleHelp } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Reason } from "../../shared/points/reason.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { type SaleView, whySale } from "../../shared/sales/endpoints.ts";
import { formats, LoadingState } from "../../shared/ui/index.ts";
import { counterWords } from "../counter/words.ts";
import { TroubleState } from "../problems/trouble.tsx";
import { categories } from "../sale/goods.ts";
import { failed, type Loaded, LOADING, ready } from "../shell/loaded.ts";
import { nameOf } from "../shell/name-in.ts";
import { ask } from "../terminal/ask.ts";
import { terminal } from "../terminal/standing.ts";
import { reasonWords } from "../words.ts";

type Why = AnswerOf<typeof whySale>;

/** Why the sale earned what it earned, or nothing; fetched when it is opened. */
export function SaleWhy(props: { sale: SaleView; why?: Why }) {
  const { sale } = props;
  const t = counterWords.value.why;
  const [loaded, setLoaded] = useState<Loaded<Why>>(props.why ? ready(props.why) : LOADING);
  const load = async () => {
    setLoaded(LOADING);
    try {
      setLoaded(ready(await ask(whySale, { params: { sale: sale.saleId } })));
    } catch (error) {
      setLoaded(failed(error));
    }
  };
  return (
    <details
      class="sale-why"
      open={props.why !== undefined}
      onToggle={(event) => {
        if (event.currentTarget.open && loaded.state !== "ready") void load();
      }}
    >
      <summary>
        <CircleHelp aria-hidden="true" />
        {t.open}
      </summary>
      {loaded.state === "loading" && <LoadingState />}
      {loaded.state === "failed" && <TroubleState error={loaded.error} onRetry={load} />}
      {loaded.state === "ready" && <Told sale={sale} why={loaded.value} />}
    </details>
  );
}

function Told(props: { sale: SaleView; why: Why }) {
  const { sale, why } = props;
  const t = counterWords.value.why;
  const said = (reasons: Why["reasons"]) => {
    const names = namesFor(sale, why);
    const sentences = reasons.map((reason) => reasonWords.value.sentence(reason as Reason, names));
    return sentences.length > 0 &&
      <ul>{sentences.map((text, index) => <li key={index}>{text}</li>)}</ul>;
  };
  return (
    <div>
      {why.points === 0 && <p>{reasonWords.value.none}</p>}
      {said([...why.offset.filter(({ code }) => code !== "rule-version"), ...why.reasons])}
      {why.missed.length > 0 && <h4>{reasonWords.value.missed}</h4>}
      {said(why.missed)}
      {why.lots.map(({ amount, lapsesAt }, index) => (
        <p key={index} class="small soft numbers">
          {t.lots} {formats.value.signed(amount)} ·{" "}
          {lapsesAt === null ? t.never : t.until(lapsesAt)}
        </p>
      ))}
      {why.rulesVersion !== null && (
        <p class="small soft">{t.rules(why.rulesVersion, why.rulesEffectiveFrom ?? 0)}</p>
      )}
    </div>
  );
}

/** What the sentences call the things of this sale. */
function namesFor(sale: SaleView, why: Why) {
  const view = terminal.value;
  const named = (
    all: readonly { id: string; nameZh: string; nameEn: string }[] | undefined,
    id: string,
  ) => {
    const found = all?.find((each) => each.id === id);
    return found ? nameOf(found) : "";
  };
  return {
    tier: (id: string) => named(view?.tiers, id),
    category: (id: string) => named(categories.value, id),
    line: (n: number) => sale.lines.find((line) => line.n === n)?.name ?? String(n),
    version: () => why.rulesVersion,
  };
}
