import type * as z from "zod/mini";
import { addStore, changeStore } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Field, SelectField, Switch, toast } from "../../shared/ui/index.ts";
import { HistoryLink } from "../frame/history-link.tsx";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { type Brand, nameIn, type Store } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addStore>;
type Change = BodyOf<typeof changeStore>;
type Draft = Addition & { open: boolean };

export interface StoreDialogProps {
  /** Missing for a new one. */
  store: Store | undefined;
  brands: readonly Brand[];
  onDone: () => void;
  onClose: () => void;
}

const empty = (brandId: string): Draft => ({
  brandId,
  code: "",
  nameZh: "",
  nameEn: "",
  city: "",
  address: "",
  phone: "",
  open: true,
});

const plain = { autocomplete: "off", spellcheck: false } as const;

/** Adds a store or changes one. */
export function StoreDialog(props: StoreDialogProps) {
  const { store, brands } = props;
  const t = words.value;
  const form = useForm<Draft, Addition | Change>({
    initial: store
      ? { ...empty(store.brandId), ...pick(store), open: store.state === "open" }
      : empty(brands[0]?.id ?? ""),
    build: ({ brandId, open, ...fields }) =>
      store ? { ...fields, state: open ? "open" : "closed" } : { brandId, ...fields },
    schema: (store ? changeStore.body : addStore.body) as z.ZodMiniType<Addition | Change>,
    says: { code: t.codeRule },
  });
  const command = useCommand(async (body: Addition | Change, key) => {
    if (store) await ask(changeStore, { params: { store: store.id }, body: body as Change });
    else await ask(addStore, { body: body as Addition, key });
  });
  return (
    <FormDialog
      title={store ? t.editTitle(nameIn(store)) : t.addTitle}
      form={form}
      command={command}
      send={t.save}
      onClose={props.onClose}
      onDone={() => {
        toast(store ? t.saved : t.added);
        props.onDone();
      }}
    >
      {!store && brands.length > 1 && (
        <SelectField
          label={t.brand}
          value={form.draft.brandId}
          options={brands.map((brand) => ({ value: brand.id, label: nameIn(brand) }))}
          onChange={(brandId) => form.set({ brandId })}
        />
      )}
      <div class="fields-2">
        <Field label={t.nameZh} autofocus maxLength={60} {...plain} {...form.field("nameZh")} />
        <Field label={t.nameEn} maxLength={60} {...plain} {...form.field("nameEn")} />
        <Field label={t.code} maxLength={20} {...plain} {...form.field("code")} />
        <Field label={t.city} maxLength={40} {...plain} {...form.field("city")} />
      </div>
      <Field label={t.address} maxLength={120} {...plain} {...form.field("address")} />
      <Field
        label={t.phone}
        type="tel"
        maxLength={30}
        {...plain}
        {...form.field("phone")}
      />
      {store && (
        <Switch
          label={t.open}
          hint={t.openHint}
          checked={form.draft.open}
          onChange={(open) => form.set({ open })}
        />
      )}
      {store && <HistoryLink subject={store.id} />}
    </FormDialog>
  );
}

const pick = ({ code, nameZh, nameEn, city, address, phone }: Store) => ({
  code,
  nameZh,
  nameEn,
  city,
  address,
  phone,
});
