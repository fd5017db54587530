import { useState } from "preact/hooks";
import type { MemberProfile } from "../../shared/members/member.ts";
import { Banner, Button, commonWords, Field, SelectField } from "../../shared/ui/index.ts";
import type { Trouble } from "../shell/trouble.ts";
import { PATHS } from "../shell/base.ts";
import { troubleLine } from "../shell/part.tsx";
import { Screen } from "../shell/screen.tsx";
import { words } from "../words.ts";
import { BirthdayField } from "./birthday-field.tsx";
import type { Birthday } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";

export interface ProfileChange {
  name: string;
  birthday: Birthday | null;
  sex: MemberProfile["sex"];
}

export interface ProfileViewProps {
  member: MemberProfile;
  busy: boolean;
  trouble: Trouble | null;
  onSave: (changed: ProfileChange) => void;
}

/** The member's own data. */
export function ProfileView(props: ProfileViewProps) {
  const { member, busy, trouble, onSave } = props;
  const [name, setName] = useState(member.name);
  const [birthday, setBirthday] = useState<Birthday>(
    member.birthday ?? { on: "", calendar: "solar" },
  );
  const [sex, setSex] = useState(member.sex);
  const t = words.value.profile;
  const join = joinWords.value.join;
  const named = name.trim() !== "";
  return (
    <Screen title={t.title} backTo={PATHS.me}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (named && !busy) {
            onSave({ name: name.trim(), birthday: birthday.on ? birthday : null, sex });
          }
        }}
      >
        <Field
          label={join.name}
          hint={join.nameHint}
          autocomplete="name"
          maxLength={40}
          value={name}
          onInput={setName}
          error={named ? null : join.nameMissing}
        />
        <BirthdayField value={birthday} onChange={setBirthday} />
        <SelectField<"" | NonNullable<MemberProfile["sex"]>>
          label={t.sex}
          optional
          value={sex ?? ""}
          options={[
            { value: "", label: join.notGiven },
            { value: "female", label: t.sexes.female },
            { value: "male", label: t.sexes.male },
            { value: "undisclosed", label: t.sexes.undisclosed },
          ]}
          onChange={(chosen) => setSex(chosen === "" ? null : chosen)}
        />
        <Field
          label={t.phone}
          hint={t.phoneHint}
          readOnly
          value={member.phoneMasked ?? ""}
          onInput={() => {}}
        />
        {trouble && <NotSaved trouble={trouble} />}
        <Button type="submit" variant="primary" size="l" block busy={busy}>
          {commonWords.value.save}
        </Button>
      </form>
    </Screen>
  );
}

function NotSaved({ trouble }: { trouble: Trouble }) {
  const t = words.value.profile;
  return (
    <Banner tone="danger" title={troubleLine(trouble)}>
      {trouble.code === "birthday-kept" && t.birthdayFrom(String(trouble.fields.from))}
    </Banner>
  );
}
