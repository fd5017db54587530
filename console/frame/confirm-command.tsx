import { useState } from "preact/hooks";
import { Button, ConfirmDialog } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useCommand } from "../use-command.ts";

export interface ConfirmCommandProps {
  /** What the button says, and its name for those who hear it without the row around it. */
  label: string;
  name: string;
  title: string;
  text: string;
  danger?: boolean;
  /** Does it; the failure is shown in the dialog. */
  send: () => Promise<unknown>;
  onDone: () => void;
  act?: string;
}

/** A button for what cannot be taken back: asks, does it, and says what went wrong. */
export function ConfirmCommand(props: ConfirmCommandProps) {
  const { label, name, title, text, danger, send, onDone, act } = props;
  const [open, setOpen] = useState(false);
  const command = useCommand((_: null) => send());
  const close = () => {
    setOpen(false);
    command.clear();
  };
  return (
    <>
      <Button size="s" aria-label={name} data-act={act} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={open}
        title={title}
        confirm={label}
        danger={danger ?? false}
        busy={command.busy}
        onClose={close}
        onConfirm={async () => {
          const outcome = await command.send(null);
          if (!outcome.done) return;
          close();
          onDone();
        }}
      >
        <FailureBanner failure={command.failure} />
        <p>{text}</p>
      </ConfirmDialog>
    </>
  );
}
