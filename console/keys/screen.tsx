import { BookOpen, KeyRound, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { listKeys, revokeKey } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  formats,
  Table,
  toast,
} from "../../shared/ui/index.ts";
import { ConfirmCommand } from "../frame/confirm-command.tsx";
import { OnceDialog, Secret } from "../frame/once-dialog.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { AddKeyDialog } from "./add-key-dialog.tsx";
import { words } from "./words.ts";

type Key = AnswerOf<typeof listKeys>["keys"][number];

/** Keys of other tills and systems. */
export function KeysScreen() {
  const t = words.value;
  const loaded = useLoad("keys", (signal) => ask(listKeys, { signal }));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const columns = useColumns(loaded.reload);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <a class="button button-secondary button-m" href="/docs/" target="_blank">
            <span class="button-icon" aria-hidden="true">
              <BookOpen />
            </span>
            {t.docs}
          </a>
          <Button data-act="add" variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </>
      }
    >
      <WhenLoaded
        from={loaded}
        waiting={<Table caption={t.title} columns={columns} rows={[]} rowKey={() => ""} loading />}
      >
        {({ keys }) => (
          <Table
            caption={t.title}
            columns={columns}
            rows={keys}
            rowKey={(key) => key.id}
            empty={<EmptyState icon={<KeyRound />} title={t.noneTitle}>{t.noneText}</EmptyState>}
          />
        )}
      </WhenLoaded>
      {adding && (
        <AddKeyDialog
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
            loaded.reload();
          }}
        />
      )}
      {secret && (
        <OnceDialog
          title={t.secretTitle}
          done={t.secretDone}
          onDone={() => setSecret(null)}
        >
          <p>{t.secretText}</p>
          <Secret label={t.secret} text={secret} />
        </OnceDialog>
      )}
    </Page>
  );
}

function useColumns(reload: () => void): Column<Key>[] {
  const t = words.value;
  const f = formats.value;
  const { placeName } = usePlaces();
  return [
    { key: "label", title: t.label, cell: (key) => <strong>{key.label}</strong> },
    { key: "role", title: t.role, cell: (key) => t.roles[key.role] ?? key.role },
    { key: "place", title: t.place, cell: (key) => placeName(key.brandId, key.storeId) },
    { key: "created", title: t.created, cell: (key) => f.date(key.createdAt) },
    {
      key: "used",
      title: t.lastUsed,
      cell: (key) => key.lastUsedAt === null ? shellWords.value.never : f.dateTime(key.lastUsedAt),
    },
    {
      key: "state",
      title: t.state,
      cell: (key) => (
        <Badge tone={key.state === "active" ? "good" : "plain"}>
          {t.states[key.state] ?? key.state}
        </Badge>
      ),
    },
    {
      key: "revoke",
      title: shellWords.value.actions,
      numeric: true,
      cell: (key) =>
        key.state === "active" && (
          <ConfirmCommand
            act={`revoke-${key.id}`}
            label={t.revoke}
            name={t.revokeOf(key.label)}
            title={t.revokeTitle(key.label)}
            text={t.revokeText}
            danger
            send={() => ask(revokeKey, { params: { key: key.id } })}
            onDone={() => {
              toast(t.revoked(key.label));
              reload();
            }}
          />
        ),
    },
  ];
}
