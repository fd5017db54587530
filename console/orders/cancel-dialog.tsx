import * as z from "zod/mini";
import { type OrderRow, stepGiftOrder } from "../../shared/console/endpoints.ts";
import { PlainText } from "../../shared/plain-text.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Reason = { note: string };
const Cancelling = z.strictObject({ note: PlainText(100, 1) });

interface CancelDialogProps {
  order: OrderRow;
  onDone: (order: OrderRow) => void;
  onClose: () => void;
}

/** Why it is not sent; the points go back. */
export function CancelDialog({ order, onDone, onClose }: CancelDialogProps) {
  const t = words.value;
  const form = useForm<Reason, Reason>({
    initial: { note: "" },
    build: (draft) => draft,
    schema: Cancelling,
    says: { note: t.cancelRule },
  });
  const command = useCommand(({ note }: Reason, key) =>
    ask(stepGiftOrder, {
      params: { claim: order.claimId },
      body: { to: "cancelled", note },
      key,
    })
  );
  return (
    <FormDialog
      title={t.cancelTitle}
      size="s"
      danger
      form={form}
      command={command}
      send={t.cancel}
      onDone={(answer) => onDone(answer.order)}
      onClose={onClose}
    >
      <p class="soft">{t.cancelText(order.points)}</p>
      <ReasonField
        label={t.cancelReason}
        maxLength={100}
        offers={t.cancelReasons}
        value={form.draft.note}
        error={form.error("note")}
        onInput={(note) => form.set({ note })}
      />
    </FormDialog>
  );
}
