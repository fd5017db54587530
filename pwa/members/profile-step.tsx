import { useState } from "preact/hooks";
import { Banner, Button, Checkbox, Dialog, Field } from "../../shared/ui/index.ts";
import type { Trouble } from "../shell/trouble.ts";
import { troubleLine } from "../shell/part.tsx";
import { mayBeReferralCode, typedReferralCode } from "../../shared/grants/typed-code.ts";
import { BirthdayField } from "./birthday-field.tsx";
import type { Birthday } from "./join-flow.ts";
import { joinWords } from "./join-words.ts";
import { Terms } from "./terms.tsx";

export interface ProfileStepProps {
  busy: boolean;
  trouble: Trouble | null;
  /** The code that a link brought. */
  invite: string;
  onEnrol: (name: string, birthday: Birthday | null, invite: string) => void;
}

/** Name, birthday if they like, and the terms. */
export function ProfileStep(props: ProfileStepProps) {
  const { busy, trouble, onEnrol } = props;
  const [name, setName] = useState("");
  const [birthday, setBirthday] = useState<Birthday>({ on: "", calendar: "solar" });
  const [invite, setInvite] = useState(props.invite);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [reading, setReading] = useState(false);
  const t = joinWords.value.join;
  const named = name.trim() !== "";
  const code = typedReferralCode(invite);
  const codeFits = mayBeReferralCode(code);
  return (
    <form
      class="join-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!named || !agreed || !codeFits || busy) return;
        onEnrol(name.trim(), birthday.on ? birthday : null, code);
      }}
    >
      <h2>{t.profileTitle}</h2>
      <Field
        label={t.name}
        hint={t.nameHint}
        autocomplete="name"
        maxLength={40}
        value={name}
        onInput={setName}
        error={tried && !named ? t.nameMissing : null}
      />
      <BirthdayField value={birthday} onChange={setBirthday} />
      <Field
        optional
        label={t.invite}
        hint={t.inviteHint}
        autocomplete="off"
        maxLength={200}
        value={invite}
        onInput={setInvite}
        error={tried && !codeFits ? t.inviteWrong : null}
      />
      <Checkbox
        label={t.terms}
        checked={agreed}
        onChange={setAgreed}
        error={tried && !agreed ? t.termsMissing : null}
      />
      <button type="button" class="link" onClick={() => setReading(true)}>{t.termsOpen}</button>
      {trouble && <Banner tone="danger" title={troubleLine(trouble)} />}
      <Button type="submit" variant="primary" size="l" block busy={busy}>{t.create}</Button>
      <Dialog open={reading} title={t.termsTitle} onClose={() => setReading(false)}>
        <Terms />
      </Dialog>
    </form>
  );
}
