import { Plus, SearchX, UserPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import { listStaff } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Button, EmptyState, Field, SelectField } from "../../shared/ui/index.ts";
import { ExportButton } from "../frame/export-button.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { SortedTable } from "../frame/sorted-table.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useRoles } from "../use-roles.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { AddStaffDialog } from "./add-staff-dialog.tsx";
import { staffColumns } from "./columns.tsx";
import "./style.css";
import { type Chosen, PersonTasks } from "./tasks.tsx";
import { TotpDialog } from "./totp-dialog.tsx";
import { words } from "./words.ts";

export type StaffMember = AnswerOf<typeof listStaff>["staff"][number];

/** Who works where: adding people, their PINs, and shutting them out. */
export function StaffScreen() {
  const t = words.value;
  const loaded = useLoad("staff", (signal) => ask(listStaff, { signal }));
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [totp, setTotp] = useState<{ name: string; uri: string } | null>(null);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <ExportButton asked={{ list: "staff" }} />
          {mayI("staff.manage") && (
            <Button
              data-act="add"
              variant="primary"
              icon={<Plus />}
              onClick={() => setAdding(true)}
            >
              {t.add}
            </Button>
          )}
        </>
      }
    >
      <WhenLoaded from={loaded}>
        {({ staff }) => (
          <People
            staff={staff}
            onOpen={(person) => setChosen({ person, task: null })}
          />
        )}
      </WhenLoaded>
      {adding && (
        <AddStaffDialog
          onClose={() => setAdding(false)}
          onDone={(name, uri) => {
            setAdding(false);
            if (uri) setTotp({ name, uri });
            loaded.reload();
          }}
        />
      )}
      {chosen && (
        <PersonTasks
          chosen={chosen}
          onChoose={setChosen}
          onChanged={loaded.reload}
          onTotp={(name, uri) => setTotp({ name, uri })}
        />
      )}
      {totp && <TotpDialog {...totp} onDone={() => setTotp(null)} />}
    </Page>
  );
}

function People(props: {
  staff: readonly StaffMember[];
  onOpen: (person: StaffMember) => void;
}) {
  const t = words.value;
  const s = shellWords.value;
  const places = usePlaces();
  const roles = useRoles();
  const [text, setText] = useState("");
  const [storeId, setStore] = useState("");
  const wanted = text.trim().toLowerCase();
  const shown = props.staff.filter((person) =>
    (!wanted || person.name.toLowerCase().includes(wanted) || person.login.includes(wanted)) &&
    (!storeId || person.grants.some((grant) => grant.storeId === storeId))
  );
  return (
    <>
      <div class="filters">
        <div class="grow">
          <Field
            label={t.search}
            type="search"
            placeholder={t.searchHint}
            autocomplete="off"
            value={text}
            onInput={setText}
          />
        </div>
        {places.stores.length > 1 && (
          <SelectField
            label={t.store}
            value={storeId}
            options={[
              { value: "", label: s.allStores },
              ...places.stores.map((store) => ({ value: store.id, label: nameIn(store) })),
            ]}
            onChange={setStore}
          />
        )}
      </div>
      <SortedTable
        name="staff"
        by={{
          name: (person) => person.name,
          login: (person) => person.login,
          pin: (person) => Number(person.hasPin),
          console: (person) => Number(person.hasPassword),
          state: (person) => person.state,
        }}
        caption={t.title}
        columns={staffColumns(places, roles)}
        rows={shown}
        rowKey={(person) => person.id}
        {...(mayI("staff.manage") ? { onOpen: props.onOpen } : {})}
        empty={props.staff.length > 0
          ? <EmptyState icon={<SearchX />} title={s.filterNone} />
          : <EmptyState icon={<UserPlus />} title={t.noneTitle}>{t.noneText}</EmptyState>}
      />
    </>
  );
}
