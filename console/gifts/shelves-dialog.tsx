import { ArrowDown, ArrowUp, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { putGiftShelves, type ShelfRow } from "../../shared/console/endpoints.ts";
import { Name } from "../../shared/console/parts.ts";
import { Button, Checkbox, Field, IconButton, SelectField, toast } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { FormDialog } from "../form/form-dialog.tsx";
import { type Form, useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type ShelfDraft = {
  id: string | null;
  nameZh: string;
  nameEn: string;
  kind: "shelf" | "menu";
  state: "listed" | "hidden";
};
type Draft = { shelves: ShelfDraft[] };
const Shelves = z.strictObject({
  shelves: z.array(z.strictObject({
    id: z.nullable(z.string()),
    nameZh: Name,
    nameEn: Name,
    kind: z.enum(["shelf", "menu"]),
    state: z.enum(["listed", "hidden"]),
  })).check(z.maxLength(20)),
});

interface ShelvesDialogProps {
  shelves: readonly ShelfRow[];
  onDone: () => void;
  onClose: () => void;
}

/** The shelves of a brand: their names, their order, and which of them members see. */
export function ShelvesDialog(props: ShelvesDialogProps) {
  const { brands } = usePlaces();
  const [brandId, setBrand] = useState<string | null>(null);
  const brand = brandId ?? brands[0]?.id ?? "";
  return <OfBrand key={brand} {...props} brandId={brand} onBrand={setBrand} />;
}

function OfBrand(
  props: ShelvesDialogProps & { brandId: string; onBrand: (id: string | null) => void },
) {
  const { shelves, brandId, onBrand, onDone, onClose } = props;
  const m = words.value.mall;
  const form = useForm<Draft, Draft>({
    initial: {
      shelves: shelves.filter((shelf) => shelf.brandId === brandId)
        .map(({ brandId: _, ...shelf }) => shelf),
    },
    build: (draft) => draft,
    schema: Shelves as unknown as z.core.$ZodType<Draft>,
    says: { shelves: m.shelfRule },
    rules: (draft) => ({ shelves: twice(draft.shelves) && m.shelfRule }),
  });
  const command = useCommand((body: Draft) =>
    ask(putGiftShelves, { body: { brandId, shelves: body.shelves } })
  );
  return (
    <FormDialog
      title={m.shelvesTitle}
      size="l"
      form={form}
      command={command}
      send={words.value.save}
      onClose={onClose}
      onDone={() => {
        toast(m.shelvesSaved);
        onDone();
      }}
    >
      <p class="soft">{m.shelvesText}</p>
      <BrandChoice value={brandId} onChange={onBrand} />
      <Rows form={form} />
    </FormDialog>
  );
}

const twice = (shelves: readonly ShelfDraft[]): boolean =>
  new Set(shelves.map((shelf) => shelf.nameZh.trim())).size < shelves.length;

function Rows({ form }: { form: Form<Draft, Draft> }) {
  const m = words.value.mall;
  const { shelves } = form.draft;
  const put = (next: ShelfDraft[]) => form.set({ shelves: next });
  const move = (from: number, to: number) => {
    const next = [...shelves];
    next.splice(to, 0, ...next.splice(from, 1));
    put(next);
  };
  const wrong = form.error("shelves");
  return (
    <>
      {shelves.map((shelf, i) => (
        <ShelfFields
          key={shelf.id ?? `new-${i}`}
          n={i + 1}
          shelf={shelf}
          onChange={(part) =>
            put(shelves.map((each, at) => at === i ? { ...each, ...part } : each))}
          onUp={i > 0 ? () => move(i, i - 1) : null}
          onDown={i < shelves.length - 1 ? () => move(i, i + 1) : null}
        />
      ))}
      {wrong && <p class="field-note field-error" role="alert">{wrong}</p>}
      <div>
        <Button
          size="s"
          icon={<Plus />}
          data-act="shelf"
          onClick={() =>
            put([...shelves, { id: null, nameZh: "", nameEn: "", kind: "shelf", state: "listed" }])}
        >
          {m.shelfAdd}
        </Button>
      </div>
    </>
  );
}

function ShelfFields(props: {
  n: number;
  shelf: ShelfDraft;
  onChange: (part: Partial<ShelfDraft>) => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
}) {
  const { n, shelf, onChange, onUp, onDown } = props;
  const t = words.value;
  const m = t.mall;
  const name = shelf.nameZh || m.shelfName(n);
  return (
    <div class="shelf-row" role="group" aria-label={name}>
      <Field
        label={t.nameZh}
        maxLength={60}
        value={shelf.nameZh}
        onInput={(nameZh) => onChange({ nameZh })}
      />
      <Field
        label={t.nameEn}
        maxLength={60}
        value={shelf.nameEn}
        onInput={(nameEn) => onChange({ nameEn })}
      />
      <SelectField
        label={m.shelfKind}
        value={shelf.kind}
        options={(["shelf", "menu"] as const)
          .map((value) => ({ value, label: m.shelfKinds[value] }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Checkbox
        label={m.shelfShown}
        checked={shelf.state === "listed"}
        onChange={(shown) => onChange({ state: shown ? "listed" : "hidden" })}
      />
      <IconButton
        label={m.shelfUp(name)}
        icon={<ArrowUp />}
        disabled={onUp === null}
        onClick={() => onUp?.()}
      />
      <IconButton
        label={m.shelfDown(name)}
        icon={<ArrowDown />}
        disabled={onDown === null}
        onClick={() => onDown?.()}
      />
    </div>
  );
}
