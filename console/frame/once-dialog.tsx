import { Check, Copy } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, Dialog } from "../../shared/ui/index.ts";
import { useReturnFocus } from "../form/form-dialog.tsx";
import { shellWords } from "../words.ts";

/** Something that is shown this once: neither Escape nor a press beside it takes it away. */
export function OnceDialog(
  props: { title: string; done: string; onDone: () => void; children: ComponentChildren },
) {
  useReturnFocus();
  return (
    <Dialog
      open
      stubborn
      title={props.title}
      onClose={() => {}}
      actions={<Button variant="primary" onClick={props.onDone}>{props.done}</Button>}
    >
      {props.children}
    </Dialog>
  );
}

/** A long secret, perhaps in groups, with a button that copies it without the gaps. */
export function Secret({ label, text }: { label: string; text: string }) {
  const t = shellWords.value;
  const [copied, setCopied] = useState(false);
  return (
    <div class="secret">
      <code class="secret-text" aria-label={label}>{text}</code>
      <Button
        size="s"
        icon={copied ? <Check /> : <Copy />}
        onClick={async () => {
          await navigator.clipboard.writeText(text.replaceAll(" ", ""));
          setCopied(true);
        }}
      >
        {copied ? t.copied : t.copy}
      </Button>
    </div>
  );
}
