import { formats, Panel, Table } from "../../shared/ui/index.ts";
import { burnOf, type Plan } from "./screen.tsx";
import { words } from "./words.ts";

/** Given and used, month by month, as bars beside figures. */
export function Months({ plan }: { plan: Plan }) {
  const t = words.value;
  const f = formats.value;
  const rows = [...plan.months].reverse();
  const most = Math.max(1, ...rows.flatMap((row) => [row.issued, row.redeemed]));
  return (
    <Panel title={t.byMonth} flush={rows.length > 0}>
      <p class="plan-note soft">{t.monthText}</p>
      <div class="plan-months">
        <Table
          caption={t.byMonth}
          rows={rows}
          rowKey={(row) => row.month}
          columns={[
            { key: "month", title: t.month, cell: (row) => f.month(`${row.month}-01`) },
            {
              key: "bars",
              title: t.bars,
              width: "30%",
              cell: (row) => (
                <span class="plan-bars" aria-hidden="true">
                  <span style={{ width: `${100 * row.issued / most}%` }} />
                  <span style={{ width: `${Math.max(0, 100 * row.redeemed / most)}%` }} />
                </span>
              ),
            },
            { key: "issued", title: t.issued, numeric: true, cell: (row) => f.count(row.issued) },
            {
              key: "redeemed",
              title: t.redeemed,
              numeric: true,
              cell: (row) => f.count(row.redeemed),
            },
            { key: "burn", title: t.burn, numeric: true, cell: (row) => burnOf(row) },
            { key: "lapsed", title: t.lapsed, numeric: true, cell: (row) => f.count(row.lapsed) },
            {
              key: "takenBack",
              title: t.takenBack,
              numeric: true,
              cell: (row) => f.count(row.takenBack),
            },
          ]}
        />
      </div>
    </Panel>
  );
}
