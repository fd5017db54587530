import * as z from "zod/mini";
import { type OrderRow, stepGiftOrder } from "../../shared/console/endpoints.ts";
import { PlainText } from "../../shared/plain-text.ts";
import { Switch } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Reason = { note: string; restock: boolean };
const Returning = z.strictObject({ note: PlainText(100, 1), restock: z.boolean() });

interface ReturnDialogProps {
  order: OrderRow;
  onDone: (order: OrderRow) => void;
  onClose: () => void;
}

/** Why it did not arrive; the points go back, and the piece where there still is one. */
export function ReturnDialog({ order, onDone, onClose }: ReturnDialogProps) {
  const t = words.value;
  const form = useForm<Reason, Reason>({
    initial: { note: "", restock: true },
    build: (draft) => draft,
    schema: Returning,
    says: { note: t.cancelRule },
  });
  const command = useCommand(({ note, restock }: Reason, key) =>
    ask(stepGiftOrder, {
      params: { claim: order.claimId },
      body: { to: "returned", note, restock },
      key,
    })
  );
  return (
    <FormDialog
      title={t.giveBackTitle}
      size="s"
      danger
      form={form}
      command={command}
      send={t.giveBack}
      onDone={(answer) => onDone(answer.order)}
      onClose={onClose}
    >
      <p class="soft">{t.giveBackText(order.points)}</p>
      <ReasonField
        label={t.cancelReason}
        maxLength={100}
        offers={t.giveBackReasons}
        value={form.draft.note}
        error={form.error("note")}
        onInput={(note) => form.set({ note })}
      />
      <Switch
        label={t.restock}
        hint={t.restockHint}
        checked={form.draft.restock}
        onChange={(restock) => form.set({ restock })}
      />
    </FormDialog>
  );
}
