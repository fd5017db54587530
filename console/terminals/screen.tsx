import { MonitorSmartphone } from "lucide-preact";
import { useState } from "preact/hooks";
import { listTerminals, revokeTerminal } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  Badge,
  type Column,
  EmptyState,
  formats,
  SelectField,
  Switch,
  Table,
  toast,
} from "../../shared/ui/index.ts";
import { ConfirmCommand } from "../frame/confirm-command.tsx";
import { ExportButton } from "../frame/export-button.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { SortedTable } from "../frame/sorted-table.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { ApprovePanel } from "./approve-panel.tsx";
import "./style.css";
import { words } from "./words.ts";

type Terminal = AnswerOf<typeof listTerminals>["terminals"][number];

/** Kiosks and counters: letting new ones in, seeing which are alive, shutting lost ones out. */
export function TerminalsScreen() {
  const t = words.value;
  const loaded = useLoad("terminals", (signal) => ask(listTerminals, { signal }));
  const columns = useColumns(loaded.reload);
  const [storeId, setStore] = useState("");
  const [revoked, setRevoked] = useState(false);
  const { stores } = usePlaces();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={<ExportButton asked={{ list: "terminals" }} />}
    >
      {mayI("terminal.approve") && <ApprovePanel onApproved={loaded.reload} />}
      <div class="filters">
        {stores.length > 1 && (
          <SelectField
            label={t.store}
            value={storeId}
            options={[
              { value: "", label: shellWords.value.allStores },
              ...stores.map((store) => ({ value: store.id, label: nameIn(store) })),
            ]}
            onChange={setStore}
          />
        )}
        <Switch label={t.showRevoked} checked={revoked} onChange={setRevoked} />
      </div>
      <WhenLoaded
        from={loaded}
        waiting={<Table caption={t.title} columns={columns} rows={[]} rowKey={() => ""} loading />}
      >
        {({ terminals }) => (
          <SortedTable
            name="terminals"
            by={{
              label: (row) => row.label,
              kind: (row) => row.kind,
              store: (row) => row.storeId,
              seen: (row) => row.lastSeenAt ?? 0,
              approved: (row) => row.approvedAt,
              state: (row) => row.state,
            }}
            caption={t.title}
            columns={columns}
            rows={terminals.filter((each) =>
              (revoked || each.state === "active") && (!storeId || each.storeId === storeId)
            )}
            rowKey={(terminal) => terminal.id}
            empty={
              <EmptyState icon={<MonitorSmartphone />} title={t.noneTitle}>{t.noneText}</EmptyState>
            }
          />
        )}
      </WhenLoaded>
    </Page>
  );
}

function useColumns(reload: () => void): Column<Terminal>[] {
  const t = words.value;
  const f = formats.value;
  const { store } = usePlaces();
  return [
    { key: "label", title: t.label, cell: (row) => <strong>{row.label}</strong> },
    { key: "kind", title: t.kind, cell: (row) => t.kinds[row.kind] },
    {
      key: "store",
      title: t.store,
      cell: (row) => {
        const at = store(row.storeId);
        return at ? nameIn(at) : "";
      },
    },
    {
      key: "seen",
      title: t.lastSeen,
      cell: (row) => row.lastSeenAt === null ? shellWords.value.never : f.dateTime(row.lastSeenAt),
    },
    {
      key: "approved",
      title: t.approvedBy,
      cell: (row) =>
        row.approvedBy ? t.approvedByText(row.approvedBy, row.approvedAt) : f.date(row.approvedAt),
    },
    {
      key: "state",
      title: t.state,
      cell: (row) => (
        <Badge tone={row.state === "active" ? "good" : "plain"}>{t.states[row.state]}</Badge>
      ),
    },
    ...(mayI("terminal.approve") ? [revokeColumn(reload)] : []),
  ];
}

function revokeColumn(reload: () => void): Column<Terminal> {
  const t = words.value;
  return {
    key: "revoke",
    title: shellWords.value.actions,
    numeric: true,
    cell: (row) =>
      row.state === "active" && (
        <ConfirmCommand
          act={`revoke-${row.id}`}
          label={t.revoke}
          name={t.revokeOf(row.label)}
          title={t.revokeTitle(row.label)}
          text={t.revokeText}
          danger
          send={() => ask(revokeTerminal, { params: { terminal: row.id } })}
          onDone={() => {
            toast(t.revoked(row.label));
            reload();
          }}
        />
      ),
  };
}
