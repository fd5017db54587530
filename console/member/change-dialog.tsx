import type * as z from "zod/mini";
import { changeMember } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Checkbox, Field, Segmented, toast } from "../../shared/ui/index.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { type Form, useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import type { Member } from "./screen.tsx";
import { words } from "./words.ts";

type Change = BodyOf<typeof changeMember>;

interface Draft {
  name: string;
  on: string;
  calendar: "solar" | "lunar";
  clear: boolean;
  reason: string;
}

const build = ({ name, on, calendar, clear, reason }: Draft) => ({
  ...(name.trim() ? { name } : {}),
  ...(clear ? { birthday: null } : on.trim() ? { birthday: { on: on.trim(), calendar } } : {}),
  reason,
});

/** Corrects name or birthday. The old name is masked here, so the new one is typed whole. */
export function ChangeDialog(
  props: { member: Member; onDone: () => void; onClose: () => void },
) {
  const { member } = props;
  const t = words.value;
  const form = useForm<Draft, Change>({
    initial: { name: "", on: "", calendar: "solar", clear: false, reason: "" },
    build,
    schema: changeMember.body as z.ZodMiniType<Change>,
    says: { on: t.birthdayRule, reason: t.reasonRule },
    rules: ({ name, on, clear }) => ({
      name: !name.trim() && !on.trim() && !clear && t.changeNothing,
    }),
  });
  const command = useCommand((body: Change) =>
    ask(changeMember, { params: { member: member.id }, body })
  );
  return (
    <FormDialog
      title={t.changeTitle}
      form={form}
      command={command}
      send={t.changeSend}
      onClose={props.onClose}
      onDone={() => {
        toast(t.changeDone);
        props.onDone();
      }}
    >
      <p class="soft">{t.changeText}</p>
      <Field
        autofocus
        optional
        label={t.newName}
        placeholder={member.nameMasked}
        autocomplete="off"
        maxLength={40}
        {...form.field("name")}
      />
      <BirthdayFields form={form} birthday={member.birthday} />
      <ReasonField
        label={t.reason}
        maxLength={120}
        offers={t.changeReasons}
        value={form.draft.reason}
        error={form.error("reason")}
        onInput={(next) => form.set({ reason: next })}
      />
    </FormDialog>
  );
}

/** A day in its own calendar, or none any more. */
function BirthdayFields(props: { form: Form<Draft, Change>; birthday: string | null }) {
  const { form, birthday } = props;
  const t = words.value;
  const { calendar, clear } = form.draft;
  return (
    <>
      <div class="fields-2">
        <Field
          optional
          label={t.newBirthday}
          hint={t.birthdayRule}
          placeholder={birthday?.startsWith("0000") ? "1990-05-20" : birthday ?? "1990-05-20"}
          autocomplete="off"
          maxLength={10}
          disabled={clear}
          {...form.field("on")}
        />
        <Segmented
          label={t.birthdayCalendar}
          value={calendar}
          options={[
            { value: "solar", label: t.birthdaySolar },
            { value: "lunar", label: t.birthdayLunar },
          ]}
          onChange={(next) => form.set({ calendar: next })}
        />
      </div>
      {birthday && (
        <Checkbox
          label={t.birthdayClear}
          checked={clear}
          onChange={(on) => form.set({ clear: on })}
        />
      )}
    </>
  );
}
