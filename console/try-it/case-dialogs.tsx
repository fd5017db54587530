import * as z from "zod/mini";
import { acceptCase, type CaseResult, removeCase } from "../../shared/console/trial-doors.ts";
import { PlainText } from "../../shared/plain-text.ts";
import type { Expected } from "../../shared/programme/trial.ts";
import { Facts, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { type Form, useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { outcomeText } from "./cases.tsx";
import { casesChanged } from "./cases-changed.ts";
import { words } from "./words.ts";

const Said = z.object({ reason: PlainText(200, 2) });
type Said = z.infer<typeof Said>;

const useReason = (): Form<Said, Said> =>
  useForm<Said, Said>({
    initial: { reason: "" },
    build: (draft) => draft,
    schema: Said,
    says: { reason: words.value.reasonRule },
  });

const done = (text: string, onClose: () => void) => () => {
  toast(text);
  casesChanged();
  onClose();
};

/** The new outcome is right from now on; why, goes into the log. */
export function AcceptDialog(props: { of: CaseResult; got: Expected; onClose: () => void }) {
  const { of, got, onClose } = props;
  const t = words.value;
  const form = useReason();
  const command = useCommand(({ reason }: Said) =>
    ask(acceptCase, {
      params: { case: of.caseId },
      body: { revision: of.revision, expected: got, reason },
    })
  );
  return (
    <FormDialog
      title={t.acceptTitle(of.name)}
      form={form}
      command={command}
      send={t.accept}
      onClose={onClose}
      onDone={done(t.accepted, onClose)}
    >
      <Facts facts={[[t.expected, outcomeText(of.expected)], [t.got, outcomeText(got)]]} />
      <p class="soft">{t.acceptText}</p>
      <ReasonField
        label={t.reason}
        maxLength={200}
        offers={t.acceptOffers}
        {...form.field("reason")}
      />
    </FormDialog>
  );
}

/** The case guards nothing any more; why, goes into the log. */
export function DropDialog({ of, onClose }: { of: CaseResult; onClose: () => void }) {
  const t = words.value;
  const form = useReason();
  const command = useCommand(({ reason }: Said) =>
    ask(removeCase, { params: { case: of.caseId }, body: { revision: of.revision, reason } })
  );
  return (
    <FormDialog
      title={t.dropTitle(of.name)}
      form={form}
      command={command}
      send={t.drop}
      danger
      onClose={onClose}
      onDone={done(t.dropped, onClose)}
    >
      <p class="soft">{t.dropText}</p>
      <ReasonField
        label={t.reason}
        maxLength={200}
        offers={t.dropOffers}
        {...form.field("reason")}
      />
    </FormDialog>
  );
}
