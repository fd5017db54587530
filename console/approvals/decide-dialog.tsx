import type * as z from "zod/mini";
import {
  type ApprovalRow,
  decideApproval,
  withdrawApproval,
} from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { ConfirmDialog, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { FormDialog, useReturnFocus } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { RequestPicture } from "./kinds.tsx";
import { words } from "./words.ts";

type Decision = BodyOf<typeof decideApproval>;
type Props = { row: ApprovalRow; onDone: () => void; onClose: () => void };

/** Approves or refuses; shows once more what would happen. */
export function DecideDialog(props: Props & { decision: Decision["decision"] }) {
  const { row, decision, onDone, onClose } = props;
  const t = words.value;
  const yes = decision === "approve";
  const form = useForm<{ reason: string }, Decision>({
    initial: { reason: "" },
    build: ({ reason }) => ({ decision, reason }),
    schema: decideApproval.body as z.ZodMiniType<Decision>,
    says: { reason: t.reasonRule },
  });
  const command = useCommand((body: Decision, key) =>
    ask(decideApproval, { params: { approval: row.id }, body, key })
  );
  return (
    <FormDialog
      title={yes ? t.approveTitle : t.refuseTitle}
      form={form}
      command={command}
      send={yes ? t.approve : t.refuse}
      danger={!yes}
      onClose={onClose}
      onDone={() => {
        toast(yes ? t.approved : t.refused);
        onDone();
      }}
    >
      <p class="soft">{yes ? t.approveText : t.refuseText}</p>
      <RequestPicture row={row} />
      <ReasonField
        label={t.decisionReason}
        maxLength={200}
        offers={yes ? t.decisionOffers : t.refuseOffers}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}

/** Takes one's own request back. */
export function WithdrawDialog({ row, onDone, onClose }: Props) {
  const t = words.value;
  useReturnFocus();
  const command = useCommand((_: null) => ask(withdrawApproval, { params: { approval: row.id } }));
  return (
    <ConfirmDialog
      open
      title={t.withdrawTitle}
      confirm={t.withdraw}
      danger
      busy={command.busy}
      onClose={onClose}
      onConfirm={async () => {
        const outcome = await command.send(null);
        if (!outcome.done) return;
        toast(t.withdrawn);
        onDone();
      }}
    >
      <FailureBanner failure={command.failure} />
      <p>{t.withdrawText}</p>
    </ConfirmDialog>
  );
}
