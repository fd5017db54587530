import * as z from "zod/mini";
import { type OrderRow, stepGiftOrder } from "../../shared/console/endpoints.ts";
import { Carrier, carriers, Tracking } from "../../shared/gifts/order.ts";
import { Field, lang, SelectField } from "../../shared/ui/index.ts";
import { carrierNames } from "../../shared/wording/carriers.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Parcel = { carrier: Carrier; tracking: string };
const Shipping = z.strictObject({ carrier: Carrier, tracking: Tracking });

interface ShipDialogProps {
  order: OrderRow;
  onDone: (order: OrderRow) => void;
  onClose: () => void;
}

/** Which carrier took it, and the number on the parcel. */
export function ShipDialog({ order, onDone, onClose }: ShipDialogProps) {
  const t = words.value;
  const form = useForm<Parcel, Parcel>({
    initial: { carrier: "sf", tracking: "" },
    build: ({ carrier, tracking }) => ({ carrier, tracking: tracking.trim().toUpperCase() }),
    schema: Shipping,
    says: { tracking: t.trackingRule },
  });
  const command = useCommand((parcel: Parcel, key) =>
    ask(stepGiftOrder, {
      params: { claim: order.claimId },
      body: { to: "shipped", ...parcel },
      key,
    })
  );
  return (
    <FormDialog
      title={t.shipTitle}
      size="s"
      form={form}
      command={command}
      send={t.shipSend}
      onDone={(answer) => onDone(answer.order)}
      onClose={onClose}
    >
      <SelectField
        label={t.carrier}
        value={form.draft.carrier}
        options={carriers.map((value) => ({ value, label: carrierNames[lang.value][value] }))}
        onChange={(carrier) => form.set({ carrier })}
      />
      <Field
        label={t.tracking}
        autofocus
        autocomplete="off"
        maxLength={32}
        {...form.field("tracking")}
      />
    </FormDialog>
  );
}
