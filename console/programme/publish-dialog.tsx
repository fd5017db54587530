import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { addDays, dayOf, isDay, startOfDay } from "../../shared/business-day.ts";
import { publishRules, showProgramme } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import type { EarningRules } from "../../shared/points/earning-rules.ts";
import { Problem } from "../../shared/problems.ts";
import { Button, Dialog, Field, Segmented, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { rebase, type TheirChange } from "../form/rebase.ts";
import { TheirChanges } from "../form/their-changes.tsx";
import { type Form, useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import type { ProgrammeView, RulesVersion } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import type { ChangedLine } from "./changed-lines.ts";
import { Changes } from "./changes.tsx";
import { draftFrom, firstRules, type RulesDraft } from "./draft.ts";
import { words } from "./words.ts";

type Publication = BodyOf<typeof publishRules>;

export interface PublishDialogProps {
  brandId: string;
  programme: ProgrammeView;
  base: RulesVersion | undefined;
  rules: EarningRules;
  changes: readonly ChangedLine[];
  form: Form<RulesDraft, EarningRules>;
  onClose: () => void;
  /** The editing goes on from another version than it started from. */
  onRebased: (version: RulesVersion) => void;
}

interface When {
  when: "now" | "day";
  on: string;
}

/** Asks from when the new rules hold, and publishes them. */
export function PublishDialog(props: PublishDialogProps) {
  const { brandId, base, rules, changes } = props;
  const t = words.value;
  const { route } = useLocation();
  // One instant through all repetitions; another one would be another command.
  const [openedAt, setOpenedAt] = useState(() => Date.now());
  const tomorrow = addDays(dayOf(openedAt), 1);
  const [newer, setNewer] = useState<RulesVersion | null>(null);
  const form = useForm<When, number>({
    initial: { when: "now", on: tomorrow },
    build: (draft) =>
      draft.when === "now" ? openedAt : isDay(draft.on) ? startOfDay(draft.on) : NaN,
    schema: publishRules.body?.def.shape.effectiveFrom as z.ZodMiniType<number>,
    rules: (draft) => ({
      on: draft.when === "day" && !(isDay(draft.on) && draft.on >= tomorrow) && t.publishOnRule,
    }),
  });
  const command = useCommand(async (effectiveFrom: number, key) => {
    const body: Publication = {
      brandId,
      basedOnVersion: base?.version ?? 0,
      effectiveFrom,
      body: rules,
    };
    try {
      return await ask(publishRules, { body, key });
    } catch (error) {
      if (error instanceof Problem && error.code === "changed-meanwhile") {
        const { versions } = await ask(showProgramme, { query: { brandId } });
        setNewer(versions[0] ?? null);
      }
      // The dialog stood open too long for "at once"; the next press means the new now.
      if (error instanceof Problem && error.code === "time-refused") setOpenedAt(Date.now());
      throw error;
    }
  });
  if (newer) return <Overtaken {...props} newer={newer} />;
  return (
    <FormDialog
      title={t.publishTitle}
      form={form}
      command={command}
      send={t.publishSend}
      onClose={props.onClose}
      onDone={({ version }) => {
        toast(version === null ? t.publishAsked : t.publishDone(version));
        props.form.reset(props.form.draft);
        route("/console/programme");
      }}
    >
      <p class="soft">{t.publishText}</p>
      {base && <Changes lines={changes} none={t.changesNone} />}
      <Segmented
        block
        label={t.publishWhen}
        value={form.draft.when}
        options={[{ value: "now", label: t.publishNow }, { value: "day", label: t.publishLater }]}
        onChange={(when) => form.set({ when })}
      />
      {form.draft.when === "day" && (
        <Field
          type="date"
          label={t.publishOn}
          hint={t.publishOnHint}
          min={tomorrow}
          {...form.field("on")}
        />
      )}
    </FormDialog>
  );
}

/** Somebody published a version meanwhile: my changes go on top of theirs, or are dropped. */
function Overtaken(props: PublishDialogProps & { newer: RulesVersion }) {
  const { newer, base, programme, form, onClose, onRebased } = props;
  const t = shellWords.value;
  const fields = words.value.fields;
  const theirs = draftFrom(newer.body, programme.tiers);
  const { merged, changes } = rebase(
    draftFrom(base?.body ?? firstRules, programme.tiers),
    form.draft,
    theirs,
  );
  const goOn = (draft: RulesDraft) => {
    form.reset(theirs);
    form.set(draft);
    onRebased(newer);
    onClose();
  };
  const name = (change: TheirChange<RulesDraft>) => fields[change.name] ?? change.name;
  return (
    <Dialog
      open
      title={t.changedTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => goOn(theirs)}>{t.changedTheirs}</Button>
          <Button variant="primary" onClick={() => goOn(merged)}>{t.changedMine}</Button>
        </>
      }
    >
      <p class="soft">{t.changedText}</p>
      <TheirChanges changes={changes} name={name} />
    </Dialog>
  );
}
