import { changeProduct, type ConsoleProduct } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Field, SelectField, Switch, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { fenOf, yuanText } from "../form/typed-number.ts";
import { type Form, useForm } from "../form/use-form.ts";
import { HistoryLink } from "../frame/history-link.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Change = BodyOf<typeof changeProduct>;
type Draft = Omit<Change, "priceFen" | "barcode" | "state"> & {
  priceFen: string;
  barcode: string;
  listed: boolean;
};

export interface ProductDialogProps {
  product: ConsoleProduct;
  onDone: () => void;
  onClose: () => void;
}

const plain = { autocomplete: "off", spellcheck: false } as const;
const kinds = ["goods", "service", "gift-card"] as const;

/** Puts a product right: names, price, what kind it is, and whether a till finds it. */
export function ProductDialog({ product, onDone, onClose }: ProductDialogProps) {
  const t = words.value;
  const form = useForm<Draft, Change>({
    initial: {
      nameZh: product.nameZh,
      nameEn: product.nameEn,
      barcode: product.barcode ?? "",
      priceFen: yuanText(product.priceFen),
      unitName: product.unitName,
      weighed: product.weighed,
      kind: product.kind,
      listed: product.state === "listed",
    },
    build: ({ priceFen, barcode, listed, ...rest }) => ({
      ...rest,
      priceFen: fenOf(priceFen),
      barcode: barcode.trim() || null,
      state: listed ? "listed" : "hidden",
    }),
    schema: changeProduct.body!,
    says: { barcode: t.barcodeRule },
    fen: ["priceFen"],
  });
  const command = useCommand(async (body: Change) => {
    await ask(changeProduct, { params: { product: product.id }, body });
  });
  return (
    <FormDialog
      title={t.editTitle(nameIn(product))}
      form={form}
      command={command}
      send={t.save}
      onClose={onClose}
      onDone={() => {
        toast(t.saved);
        onDone();
      }}
    >
      <Fields form={form} />
      <p class="small soft">{t.importHint}</p>
      {mayI("log.read") && <HistoryLink subject={product.id} />}
    </FormDialog>
  );
}

function Fields({ form }: { form: Form<Draft, Change> }) {
  const t = words.value;
  return (
    <>
      <div class="fields-2">
        <Field label={t.nameZh} autofocus maxLength={120} {...plain} {...form.field("nameZh")} />
        <Field label={t.nameEn} maxLength={120} {...plain} {...form.field("nameEn")} />
        <Field label={t.barcode} maxLength={64} {...plain} {...form.field("barcode")} />
        <Field
          label={t.price}
          inputMode="decimal"
          prefix="¥"
          {...plain}
          {...form.field("priceFen")}
        />
        <Field label={t.unit} maxLength={8} {...plain} {...form.field("unitName")} />
        <SelectField
          label={t.kind}
          hint={t.kindHint}
          value={form.draft.kind}
          options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          onChange={(kind) => form.set({ kind })}
        />
      </div>
      <Switch
        label={t.weighed}
        checked={form.draft.weighed}
        onChange={(weighed) => form.set({ weighed })}
      />
      <Switch
        label={t.listed}
        hint={t.listedHint}
        checked={form.draft.listed}
        onChange={(listed) => form.set({ listed })}
      />
    </>
  );
}
