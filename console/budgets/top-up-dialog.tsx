import { topUpMember } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Field, formats, SelectField, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import type { StoreBudget } from "./budgets.tsx";
import { words } from "./words.ts";

type Body = BodyOf<typeof topUpMember>;
type Draft = { storeId: string; points: string; reason: string };

export interface TopUpDialogProps {
  memberId: string;
  /** The stores that this person answers for. */
  stores: readonly StoreBudget[];
  onDone: (points: AnswerOf<typeof topUpMember>["points"]) => void;
  onClose: () => void;
}

/** A store gives a member points from its own budget. */
export function TopUpDialog({ memberId, stores, onDone, onClose }: TopUpDialogProps) {
  const t = words.value;
  const form = useForm<Draft, Body>({
    initial: { storeId: stores[0]?.storeId ?? "", points: "", reason: "" },
    build: ({ storeId, points, reason }) => ({ storeId, points: wholeOf(points), reason }),
    schema: topUpMember.body!,
  });
  const command = useCommand((body: Body, key) =>
    ask(topUpMember, { params: { member: memberId }, body, key })
  );
  const { onBlur: _, ...reason } = form.field("reason");
  const store = stores.find((each) => each.storeId === form.draft.storeId);
  return (
    <FormDialog
      title={t.topUpTitle}
      form={form}
      command={command}
      send={t.topUpDo}
      onClose={onClose}
      onDone={(answer) => {
        toast(t.topUpDone, "good");
        onDone(answer.points);
      }}
    >
      <SelectField
        label={t.topUpStore}
        hint={t.topUpLeft(formats.value.count(store?.remaining ?? 0))}
        value={form.draft.storeId}
        options={stores.map((each) => ({ value: each.storeId, label: nameIn(each) }))}
        onChange={(storeId) => form.set({ storeId })}
      />
      <Field
        label={t.topUpPoints}
        inputMode="numeric"
        autocomplete="off"
        maxLength={9}
        {...form.field("points")}
      />
      <ReasonField label={t.reason} maxLength={120} offers={t.topUpReasons} {...reason} />
    </FormDialog>
  );
}
