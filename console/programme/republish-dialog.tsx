import * as z from "zod/mini";
import { republishVersion } from "../../shared/console/programme-doors.ts";
import { toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import type { RulesVersion } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { type StartDraft, StartFields, startOf, startRules } from "./start-fields.tsx";
import { Following } from "./following.tsx";
import { useNaming } from "./use-names.ts";
import { versionAt } from "./versions.tsx";
import { words } from "./words.ts";

const Again = z.object({
  effectiveFrom: z.nullable(z.int()),
  reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
});
type Again = z.infer<typeof Again>;

/** An old version, taken up again word for word: the way back. */
export function RepublishDialog(
  props: { version: RulesVersion; onClose: () => void; onDone: () => void },
) {
  const { version, onClose, onDone } = props;
  const t = words.value.versions;
  const p = words.value.publish;
  const naming = useNaming();
  const { versions } = naming.programme;
  const current = versionAt(versions, Date.now());
  const form = useForm<StartDraft & { reason: string }, Again>({
    initial: { when: "now", on: startOf(), reason: "" },
    build: ({ when, on, reason }) => ({
      effectiveFrom: when === "now" ? null : startRules.instant(on),
      reason,
    }),
    schema: Again,
    rules: startRules.errors,
  });
  const command = useCommand((input: Again, key) =>
    ask(republishVersion, {
      params: { rules: version.id },
      body: { basedOnVersion: versions[0]?.version ?? 0, ...input },
      key,
    })
  );
  return (
    <FormDialog
      title={t.againTitle(version.version)}
      size="l"
      form={form}
      command={command}
      send={p.send}
      onClose={onClose}
      onDone={({ version: made, approvalId }) => {
        toast(approvalId === null ? p.done(made ?? 0) : p.waiting);
        onClose();
        onDone();
      }}
    >
      <p class="soft">{t.againText}</p>
      {current && (
        <Changes lines={changesBetween(current.body, version.body, naming)} none={t.same} />
      )}
      <StartFields form={form} />
      <Following start={form.draft} />
      <ReasonField
        label={p.reason}
        value={form.draft.reason}
        onInput={(reason) => form.set({ reason })}
        error={form.error("reason")}
        maxLength={200}
        offers={t.reasons}
      />
    </FormDialog>
  );
}
