import { useState } from "preact/hooks";
import { Button, type Column, formats, Panel, Table } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { ExtendDialog } from "./extend-dialog.tsx";
import { burnOf, type Plan } from "./screen.tsx";
import { words } from "./words.ts";

type Row = Plan["versions"][number];
const counts = ["issued", "redeemed", "lapsed", "takenBack", "moved", "open"] as const;

/** Each version, newest first; points that are open can be made good for longer. */
export function Versions({ plan }: { plan: Plan }) {
  const t = words.value;
  const [extending, setExtending] = useState<Row | null>(null);
  return (
    <Panel title={t.byVersion} flush>
      <Table
        caption={t.byVersion}
        rows={plan.versions}
        rowKey={(row) => row.rulesId ?? "none"}
        columns={columnsOf(setExtending)}
      />
      {extending && <ExtendDialog row={extending} onClose={() => setExtending(null)} />}
    </Panel>
  );
}

function columnsOf(extend: (row: Row) => void): Column<Row>[] {
  const t = words.value;
  const f = formats.value;
  return [
    {
      key: "version",
      title: t.version,
      cell: (row) => (
        <span class="plan-version">
          <strong>{row.version === null ? t.noVersion : t.versionNo(row.version)}</strong>
          {row.effectiveFrom !== null && (
            <span class="small soft">{t.since(row.effectiveFrom)}</span>
          )}
          <span class="small soft">{t.worth(row.worth.points, row.worth.fen)}</span>
        </span>
      ),
    },
    ...counts.map((key): Column<Row> => ({
      key,
      title: t[key],
      numeric: true,
      cell: (row) => f.count(row[key]),
    })),
    { key: "burn", title: t.burn, numeric: true, cell: (row) => burnOf(row) },
    { key: "openFen", title: t.openFen, numeric: true, cell: (row) => f.money(row.openFen) },
    { key: "costFen", title: t.costFen, numeric: true, cell: (row) => f.money(row.costFen) },
    ...(mayI("programme.publish")
      ? [{
        key: "do",
        title: t.deeds,
        cell: (row: Row) =>
          row.version !== null && row.open > 0 && (
            <Button
              size="s"
              aria-label={t.extendNamed(row.version)}
              data-act={`extend-${row.version}`}
              onClick={() => extend(row)}
            >
              {t.extend}
            </Button>
          ),
      }]
      : []),
  ];
}
