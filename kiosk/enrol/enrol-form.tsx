import { useEffect, useState } from "preact/hooks";
import { isDay } from "../../shared/business-day.ts";
import { mayBeReferralCode, typedReferralCode } from "../../shared/grants/typed-code.ts";
import { enrolByStaff } from "../../shared/members/endpoints.ts";
import { withoutUnseen } from "../../shared/plain-text.ts";
import { Problem } from "../../shared/problems.ts";
import { Button, Checkbox, Field, groupPhone, phoneDigits } from "../../shared/ui/index.ts";
import { OutcomeUnknown } from "../commands/send-once.ts";
import { command, leaveToQueue } from "../counter/commands.ts";
import { counterWords } from "../counter/words.ts";
import { Trouble } from "../problems/trouble.tsx";
import { keepEnrolment, moment } from "../offline/keep.ts";
import { offlineWords } from "../offline/words.ts";
import { PATIENCE_MS } from "../sale/pay-later.ts";
import { online } from "../terminal/ask.ts";
import type { Issued } from "./issuing.ts";

interface EnrolFormProps {
  /** The invitation that the scanner saw last; empty for none. */
  scannedInvite?: string;
  onIssued: (issued: Issued) => void;
  /** It is kept on this device until the network is back. */
  onKept?: () => void;
  /** The phone has a membership already: ring up for it. */
  onExists: (phone: string) => void;
  error?: unknown;
}

const EMPTY = { phone: "", name: "", birthday: "", invite: "", terms: false };
type Form = typeof EMPTY;
type Wrong = Partial<Record<keyof Form, string>>;

/** A new member: everything may stay empty but the agreement. */
export function EnrolForm(props: EnrolFormProps) {
  const t = counterWords.value.enrol;
  const [form, setForm] = useState<Form>(EMPTY);
  const [wrong, setWrong] = useState<Wrong>({});
  const [error, setError] = useState<unknown>(props.error ?? null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Form>) => {
    setForm({ ...form, ...change });
    setWrong({});
    setError(null);
  };
  useEffect(() => {
    if (props.scannedInvite) set({ invite: props.scannedInvite });
  }, [props.scannedInvite]);
  const enrol = async () => {
    const found = check(form, online.value);
    setWrong(found);
    if (Object.keys(found).length > 0 || busy) return;
    setBusy(true);
    setError(null);
    try {
      const issued = await enrolNow(form, t.fresh);
      if (issued) props.onIssued(issued);
      else props.onKept?.();
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const exists = error instanceof Problem && error.code === "member-exists";
  return (
    <form
      class="enrol-form"
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <Fields form={form} wrong={wrong} set={set} />
      <div class="enrol-end">
        <Checkbox
          label={t.terms}
          error={wrong.terms}
          checked={form.terms}
          onChange={(terms) => set({ terms })}
        />
        <Trouble error={error} />
        {exists && (
          <div class="inline apart">
            <span class="soft">{t.existsHint}</span>
            <Button onClick={() => props.onExists(form.phone)}>{t.use}</Button>
          </div>
        )}
        <Button
          type="submit"
          variant="primary"
          size="l"
          block
          busy={busy}
        >
          {t.go}
        </Button>
      </div>
    </form>
  );
}

/** Enrols now, or keeps it for when the network is back: then there is no card yet. */
async function enrolNow(form: Form, fresh: string): Promise<Issued | null> {
  const label = withoutUnseen(form.name) || form.phone.slice(-4) || fresh;
  const body = { ...bodyOf(form), joinedAt: await moment() };
  if (!online.value) {
    await keepEnrolment(body, label);
    return null;
  }
  try {
    const answer = await command(enrolByStaff, { body }, label, undefined, PATIENCE_MS);
    return { number: answer.cardNumber, signUpPoints: answer.signUpPoints };
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    await leaveToQueue(error.command).catch(() => Promise.reject(error));
    return null;
  }
}

function Fields(props: { form: Form; wrong: Wrong; set: (change: Partial<Form>) => void }) {
  const { form, wrong, set } = props;
  const t = counterWords.value.enrol;
  const connected = online.value;
  return (
    <>
      <Field
        big
        optional={connected}
        required={!connected}
        label={t.phone}
        prefix="+86"
        inputMode="numeric"
        autocomplete="off"
        maxLength={16}
        hint={connected ? t.phoneHint : offlineWords.value.kept.phoneMissing}
        error={wrong.phone}
        value={groupPhone(form.phone)}
        onInput={(text) => set({ phone: phoneDigits(text) })}
      />
      <Field
        label={t.name}
        optional
        hint={t.nameHint}
        value={form.name}
        onInput={(name) => set({ name })}
        maxLength={40}
        autocomplete="off"
      />
      <Field
        label={t.birthday}
        optional
        error={wrong.birthday}
        type="date"
        min="1900-01-01"
        value={form.birthday}
        onInput={(birthday) => set({ birthday })}
        autocomplete="off"
      />
      <Field
        label={t.invite}
        optional
        hint={t.inviteHint}
        error={wrong.invite}
        value={form.invite}
        onInput={(invite) => set({ invite })}
        maxLength={200}
        autocomplete="off"
      />
    </>
  );
}

function check(form: Form, connected: boolean): Wrong {
  const t = counterWords.value.enrol;
  const wrong: Wrong = {};
  // Without a card in the hand the phone is the way to the membership.
  if (!connected && !form.phone) wrong.phone = offlineWords.value.kept.phoneMissing;
  if (form.phone && !/^1[3-9]\d{9}$/.test(form.phone)) wrong.phone = t.phoneWrong;
  if (form.birthday && !isDay(form.birthday)) wrong.birthday = t.birthdayWrong;
  if (!mayBeReferralCode(typedReferralCode(form.invite))) wrong.invite = t.inviteWrong;
  if (!form.terms) wrong.terms = t.termsMissing;
  return wrong;
}

function bodyOf(form: Form) {
  const name = withoutUnseen(form.name);
  const referralCode = typedReferralCode(form.invite);
  return {
    ...(referralCode ? { referralCode } : {}),
    ...(form.phone ? { phone: form.phone } : {}),
    ...(name ? { name } : {}),
    ...(form.birthday ? { birthday: { on: form.birthday, calendar: "solar" as const } } : {}),
  };
}
