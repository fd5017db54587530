import { X } from "lucide-preact";
import { listStaff } from "../../shared/console/endpoints.ts";
import { logActions } from "../../shared/console/log-actions.ts";
import { Button, Field, SelectField } from "../../shared/ui/index.ts";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { logQuery, putFilter } from "./query.ts";
import { words } from "./words.ts";

/** Who, what, where and when. */
export function LogFilters() {
  const t = words.value;
  const { filter } = logQuery.value;
  const { stores } = usePlaces();
  const people = useLoad(
    "staff",
    (signal) => mayI("staff.read") ? ask(listStaff, { signal }) : Promise.resolve({ staff: [] }),
  ).data?.staff ?? [];
  const actions = [...logActions].map((id) => ({ value: id as string, label: t.actions[id] ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div class="filters">
      {people.length > 0 && (
        <SelectField
          label={t.who}
          value={filter.actor ?? ""}
          options={[
            { value: "", label: t.everybody },
            ...people.map((person) => ({ value: person.id, label: person.name })),
          ]}
          onChange={(actor) => putFilter({ actor })}
        />
      )}
      <SelectField
        label={t.what}
        value={filter.action ?? ""}
        options={[{ value: "", label: t.everything }, ...actions]}
        onChange={(action) => putFilter({ action })}
      />
      {stores.length > 1 && (
        <SelectField
          label={shellWords.value.store}
          value={filter.storeId ?? ""}
          options={[
            { value: "", label: shellWords.value.allStores },
            ...stores.map((store) => ({ value: store.id, label: nameIn(store) })),
          ]}
          onChange={(storeId) => putFilter({ storeId })}
        />
      )}
      <Period />
      {Object.keys(filter).length > 0 && (
        <Button
          icon={<X />}
          onClick={() => logQuery.value = { filter: {}, cursors: [] }}
        >
          {shellWords.value.filterClear}
        </Button>
      )}
    </div>
  );
}

/** From a day to a day, both included. */
function Period() {
  const t = words.value;
  const { filter } = logQuery.value;
  return (
    <>
      <Field
        type="date"
        label={t.from}
        value={filter.from ?? ""}
        onInput={(from) => putFilter({ from })}
      />
      <Field
        type="date"
        label={t.to}
        value={filter.to ?? ""}
        onInput={(to) => putFilter({ to })}
      />
    </>
  );
}
