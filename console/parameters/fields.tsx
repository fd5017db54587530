import type { Parameters } from "../../shared/parameters/parameters.ts";
import { noticeKinds } from "../../shared/push/endpoints.ts";
import { Field, Panel, Switch } from "../../shared/ui/index.ts";
import type { Form } from "../form/use-form.ts";
import { groups, inYuan, type ParametersDraft } from "./draft.ts";
import { words } from "./words.ts";

interface FieldsProps {
  form: Form<ParametersDraft, Parameters>;
  readOnly: boolean;
}

/** All parameters, by what they concern. */
export function ParameterFields({ form, readOnly }: FieldsProps) {
  const t = words.value;
  return (
    <>
      {groups.map(({ group, names }) => (
        <Panel key={group} title={t.groups[group]}>
          <div class="stack">
            {names.map((name) => <ParameterField key={name} {...{ form, readOnly, name }} />)}
          </div>
        </Panel>
      ))}
    </>
  );
}

function ParameterField(props: FieldsProps & { name: keyof Parameters }) {
  const { form, readOnly, name } = props;
  const t = words.value;
  const value = form.draft[name];
  if (name === "messagesOff") return <Messages form={form} readOnly={readOnly} />;
  if (typeof value === "boolean") {
    return (
      <Switch
        label={t.names[name]}
        checked={value}
        disabled={readOnly}
        onChange={(on) => form.set({ [name]: on })}
      />
    );
  }
  const text = name === "pointsNameZh" || name === "pointsNameEn";
  return (
    <Field
      label={t.names[name]}
      hint={t.hints[name]}
      prefix={inYuan.includes(name) ? "¥" : undefined}
      inputMode={text ? "text" : inYuan.includes(name) ? "decimal" : "numeric"}
      autocomplete="off"
      maxLength={text ? 20 : 10}
      readOnly={readOnly}
      {...form.field(name)}
    />
  );
}

/** Kept is what is off; shown is what is sent. */
function Messages({ form, readOnly }: FieldsProps) {
  const t = words.value;
  const { messagesOff } = form.draft;
  return (
    <>
      <p class="soft small">{t.messagesHint}</p>
      {noticeKinds.map((kind) => (
        <Switch
          key={kind}
          label={t.messages[kind]}
          checked={!messagesOff.includes(kind)}
          disabled={readOnly}
          onChange={(on) =>
            form.set({
              messagesOff: noticeKinds.filter((each) =>
                each === kind ? !on : messagesOff.includes(each)
              ),
            })}
        />
      ))}
    </>
  );
}
