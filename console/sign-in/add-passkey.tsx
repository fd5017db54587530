import { Fingerprint } from "lucide-preact";
import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { Banner, Field, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { useForm } from "../form/use-form.ts";
import { me } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { shellWords } from "../words.ts";

interface Draft {
  label: string;
}
const schema = z.strictObject({
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
});

/** Names and adds a passkey to one's own sign-in. */
export function AddPasskey(props: { onClose: () => void }) {
  const t = shellWords.value;
  const [cancelled, setCancelled] = useState(false);
  const form = useForm<Draft, Draft>({ initial: { label: "" }, build: (draft) => draft, schema });
  const command = useCommand(async (input: Draft) => {
    setCancelled(false);
    const { addOwnPasskey } = await import("./passkey.ts");
    try {
      await addOwnPasskey(input.label);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException) && (error as Error).name !== "WebAuthnError") {
        throw error;
      }
      setCancelled(true);
      return false;
    }
  });
  return (
    <FormDialog
      title={t.addPasskey}
      size="s"
      form={form}
      command={command}
      send={t.passkeyAdd}
      onClose={props.onClose}
      onDone={(added) => {
        if (!added) return;
        if (me.value) me.value = { ...me.value, hasPasskey: true };
        toast(t.passkeyAdded);
        props.onClose();
      }}
    >
      <p class="inline">
        <Fingerprint aria-hidden="true" />
        <span class="soft passkey-text">{t.passkeyHint}</span>
      </p>
      {cancelled && <Banner tone="warn" title={t.passkeyFailed} />}
      <Field
        label={t.passkeyLabel}
        placeholder={t.passkeyLabelSample}
        maxLength={60}
        autofocus
        {...form.field("label")}
      />
    </FormDialog>
  );
}
