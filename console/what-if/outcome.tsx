import { useState } from "preact/hooks";
import type { WhatIfOutcome, WhatIfRow } from "../../shared/programme/what-if.ts";
import { Banner, type Column, formats, Panel, Segmented, Table } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { Affected } from "./affected.tsx";
import { words } from "./words.ts";

type By = "byMonth" | "byStore" | "byTier" | "byCategory";
const ways: readonly By[] = ["byMonth", "byStore", "byTier", "byCategory"];

/** What a replay came to, beside the rules in force then. */
export function Outcome({ outcome }: { outcome: WhatIfOutcome }) {
  const t = words.value;
  const same = outcome.gaining === 0 && outcome.losing === 0 &&
    outcome.draft.net === outcome.inForce.net;
  return (
    <div class="stack" style={{ "--gap": "var(--s5)" }}>
      {same && <Banner tone="good" title={t.same} />}
      <Figures outcome={outcome} />
      <Breakdown outcome={outcome} />
      <div class="what-if-affected">
        <Affected title={t.gain(outcome.gaining)} members={outcome.gain} all={outcome.gaining} />
        <Affected title={t.loss(outcome.losing)} members={outcome.loss} all={outcome.losing} />
      </div>
      <How outcome={outcome} />
    </div>
  );
}

function Figures({ outcome }: { outcome: WhatIfOutcome }) {
  const t = words.value;
  const f = formats.value;
  const { inForce, draft, liability, debt } = outcome;
  return (
    <section class="what-if-figures" aria-label={t.compared}>
      <Figure
        title={t.net}
        hint={t.netHint}
        value={f.signed(draft.net - inForce.net)}
        change={draft.net - inForce.net}
        detail={`${f.count(inForce.net)} → ${f.count(draft.net)}`}
      />
      <Figure
        title={t.value}
        hint={t.worth(draft.worth.points, draft.worth.fen)}
        value={signedMoney(draft.netFen - inForce.netFen)}
        change={draft.netFen - inForce.netFen}
        detail={`${f.money(inForce.netFen)} → ${f.money(draft.netFen)}`}
      />
      <Figure
        title={t.liability}
        hint={t.liabilityHint}
        value={f.signed(liability.points)}
        change={liability.points}
        detail={signedMoney(liability.fen)}
      />
      <Figure
        title={t.debt}
        hint={t.debtHint}
        value={f.signed(debt)}
        change={debt}
        detail=""
      />
    </section>
  );
}

const signedMoney = (fen: number): string => `${fen > 0 ? "+" : ""}${formats.value.money(fen)}`;

function Figure(
  props: { title: string; hint: string; value: string; change: number; detail: string },
) {
  const { title, hint, value, change, detail } = props;
  return (
    <div class="what-if-figure">
      <h2 class="what-if-figure-title">{title}</h2>
      <p class="what-if-figure-value numbers" data-change={Math.sign(change)}>{value}</p>
      {detail && <p class="numbers">{detail}</p>}
      <p class="small soft">{hint}</p>
    </div>
  );
}

function Breakdown({ outcome }: { outcome: WhatIfOutcome }) {
  const t = words.value;
  const [by, setBy] = useState<By>("byMonth");
  const rows = outcome[by];
  const widest = Math.max(1, ...rows.map((row) => Math.abs(row.draft - row.inForce)));
  return (
    <Panel
      title={t.compared}
      action={
        <Segmented
          label={t.by}
          value={by}
          options={ways.map((value) => ({ value, label: t[value] }))}
          onChange={setBy}
        />
      }
      flush
    >
      <Table
        caption={t[by]}
        rows={rows}
        rowKey={(row) => row.id ?? ""}
        columns={columnsOf(by, widest)}
      />
    </Panel>
  );
}

function columnsOf(by: By, widest: number): Column<WhatIfRow>[] {
  const t = words.value;
  const f = formats.value;
  const name = (row: WhatIfRow): string =>
    row.id === null ? t.rest[by] : by === "byMonth" ? f.month(`${row.id}-01`) : nameIn(row);
  return [
    { key: "name", title: t[by], cell: name },
    { key: "sales", title: t.sales, numeric: true, cell: (row) => f.count(row.sales) },
    { key: "inForce", title: t.inForce, numeric: true, cell: (row) => f.count(row.inForce) },
    { key: "draft", title: t.other, numeric: true, cell: (row) => f.count(row.draft) },
    {
      key: "change",
      title: t.difference,
      numeric: true,
      cell: (row) => f.signed(row.draft - row.inForce),
    },
    {
      key: "bar",
      title: t.chart,
      width: "22%",
      cell: (row) => <Bar change={(row.draft - row.inForce) / widest} />,
    },
  ];
}

/** A difference as a bar to the left or right of nothing. @param change -1 to 1 */
function Bar({ change }: { change: number }) {
  const width = `${Math.abs(change) * 50}%`;
  return (
    <span class="what-if-bar" aria-hidden="true">
      <span
        data-change={Math.sign(change)}
        style={change < 0 ? { width, right: "50%" } : { width, left: "50%" }}
      />
    </span>
  );
}

function How({ outcome }: { outcome: WhatIfOutcome }) {
  const t = words.value;
  const { sales, members, returns, tookMs, inForce, draft } = outcome;
  return (
    <Panel title={t.howTitle} tone="sunken">
      <ul class="what-if-how">
        <li>{`${t.counted(sales, members, returns)} · ${t.took(tookMs)}`}</li>
        {([[t.inForce, inForce], [t.other, draft]] as const).map(([name, side]) => (
          <li key={name}>
            {`${name} · `}
            {t.issuedLine(side.issued, side.takenBack, side.open)}
          </li>
        ))}
        {t.how.map((line) => <li key={line}>{line}</li>)}
      </ul>
    </Panel>
  );
}
