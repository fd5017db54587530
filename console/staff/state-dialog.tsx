import { changeStaffState } from "../../shared/console/endpoints.ts";
import { ConfirmDialog, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useReturnFocus } from "../form/form-dialog.tsx";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { StaffMember } from "./screen.tsx";
import { words } from "./words.ts";

/** Shuts a person out, or lets them in again. */
export function StateDialog(
  props: { person: StaffMember; onDone: () => void; onClose: () => void },
) {
  const { person, onDone, onClose } = props;
  const t = words.value;
  const active = person.state === "active";
  useReturnFocus();
  const command = useCommand((_: null) =>
    ask(changeStaffState, {
      params: { staff: person.id },
      body: { state: active ? "disabled" : "active" },
    })
  );
  return (
    <ConfirmDialog
      open
      title={active ? t.disableTitle(person.name) : t.enableTitle(person.name)}
      confirm={active ? t.disable : t.enable}
      danger={active}
      busy={command.busy}
      onClose={onClose}
      onConfirm={async () => {
        const outcome = await command.send(null);
        if (!outcome.done) return;
        toast(active ? t.disabled(person.name) : t.enabled(person.name));
        onDone();
      }}
    >
      <FailureBanner failure={command.failure} />
      <p>{active ? t.disableText : t.enableText}</p>
    </ConfirmDialog>
  );
}
