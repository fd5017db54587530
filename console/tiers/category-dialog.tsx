import type * as z from "zod/mini";
import { addMemberCategory, changeMemberCategory } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Field, Switch, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import type { MemberCategory } from "./categories.tsx";
import { DiscountList, type Goods } from "./discount-list.tsx";
import { type DiscountDraft, discountDrafts, discountsFrom } from "./draft.ts";
import { words } from "./words.ts";

type Addition = BodyOf<typeof addMemberCategory>;
type Change = BodyOf<typeof changeMemberCategory>;
type Draft = { nameZh: string; nameEn: string; discounts: DiscountDraft[]; open: boolean };

export interface CategoryDialogProps {
  /** Missing for a new one. */
  category: MemberCategory | undefined;
  brandId: string;
  goods: readonly Goods[];
  onDone: () => void;
  onClose: () => void;
}

/** Adds a member category or changes one. */
export function CategoryDialog({ category, brandId, goods, onDone, onClose }: CategoryDialogProps) {
  const t = words.value;
  const form = useForm<Draft, Addition | Change>({
    initial: {
      nameZh: category?.nameZh ?? "",
      nameEn: category?.nameEn ?? "",
      discounts: category ? discountDrafts(category.discounts) : [{ on: "all", off: "5" }],
      open: category?.state !== "closed",
    },
    build: ({ nameZh, nameEn, discounts, open }) => {
      const fields = {
        nameZh: nameZh.trim(),
        nameEn: nameEn.trim(),
        discounts: discountsFrom(discounts),
      };
      return category
        ? { ...fields, revision: category.revision, state: open ? "open" : "closed" }
        : { ...fields, brandId };
    },
    schema: (category ? changeMemberCategory.body : addMemberCategory.body) as z.ZodMiniType<
      Addition | Change
    >,
  });
  const command = useCommand(async (body: Addition | Change, key) => {
    if (category) {
      await ask(changeMemberCategory, {
        params: { category: category.id },
        body: body as Change,
      });
    } else await ask(addMemberCategory, { body: body as Addition, key });
  });
  return (
    <FormDialog
      title={category ? t.categories.editTitle(nameIn(category)) : t.categories.addTitle}
      form={form}
      command={command}
      send={t.categories.save}
      onClose={onClose}
      onDone={() => {
        toast(category ? t.categories.saved : t.categories.added);
        onDone();
      }}
    >
      <div class="fields-2">
        <Field label={t.nameZh} autofocus maxLength={20} {...form.field("nameZh")} />
        <Field label={t.nameEn} maxLength={40} {...form.field("nameEn")} />
      </div>
      <DiscountList
        value={form.draft.discounts}
        goods={goods}
        wrong={form.input === null}
        onChange={(discounts) => form.set({ discounts })}
      />
      {category && (
        <Switch
          label={t.categories.open}
          hint={t.categories.openHint}
          checked={form.draft.open}
          onChange={(open) => form.set({ open })}
        />
      )}
    </FormDialog>
  );
}
