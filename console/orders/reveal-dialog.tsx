import type * as z from "zod/mini";
import { revealGiftOrder } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { Address } from "../../shared/gifts/address.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Reason = BodyOf<typeof revealGiftOrder>;

/** Asks why somebody needs the full address. */
export function RevealDialog(
  props: { claimId: string; onDone: (address: Address) => void; onClose: () => void },
) {
  const t = words.value;
  const form = useForm<Reason, Reason>({
    initial: { reason: "" },
    build: (draft) => draft,
    schema: revealGiftOrder.body as z.ZodMiniType<Reason>,
    says: { reason: t.revealRule },
  });
  const command = useCommand((body: Reason) =>
    ask(revealGiftOrder, { params: { claim: props.claimId }, body })
  );
  return (
    <FormDialog
      title={t.revealTitle}
      size="s"
      form={form}
      command={command}
      send={t.revealSend}
      onDone={(answer) => props.onDone(answer.address)}
      onClose={props.onClose}
    >
      <p class="soft">{t.revealText}</p>
      <ReasonField
        label={t.revealReason}
        maxLength={100}
        offers={t.revealReasons}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
