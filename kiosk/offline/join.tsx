import { CircleCheck, CloudOff } from "lucide-preact";
import { useState } from "preact/hooks";
import { maskPhone } from "../../shared/cards/mask.ts";
import { Button, Checkbox, groupPhone, lang, NumberPad } from "../../shared/ui/index.ts";
import { Trouble } from "../problems/trouble.tsx";
import { Frame } from "../visit/frame.tsx";
import { leave } from "../visit/visit.ts";
import { keepJoin, moment } from "./keep.ts";
import { offlineWords } from "./words.ts";
import "./join.css";

const PHONE_DIGITS = 11;

/** Without network a visitor can leave a number; it is confirmed by its owner later. */
export function Join(props: { done?: boolean }) {
  const t = offlineWords.value.join;
  const [done, setDone] = useState(props.done ?? false);
  return (
    <Frame class="join">
      <h1 class="frame-title">{done ? t.done : t.title}</h1>
      {done ? <Done /> : <LeaveNumber onKept={() => setDone(true)} />}
    </Frame>
  );
}

function LeaveNumber(props: { onKept: () => void }) {
  const t = offlineWords.value.join;
  const [phone, setPhone] = useState("");
  const [terms, setTerms] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const full = phone.length === PHONE_DIGITS;
  const wrong = full && !/^1[3-9]/.test(phone);
  const keep = async () => {
    try {
      const body = { phone, language: lang.value, terms: true, agreedAt: await moment() } as const;
      await keepJoin(body, maskPhone(phone));
      props.onKept();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div class="type-number join-form">
      <p class="join-lead">{t.lead}</p>
      <p class="soft">
        <CloudOff aria-hidden="true" /> {t.cannot}
      </p>
      <output class="type-value" aria-label={t.phone}>
        {groupPhone(phone) || (
          <span class="type-none" aria-hidden="true">{groupPhone("0".repeat(PHONE_DIGITS))}</span>
        )}
      </output>
      {wrong && <p class="field-note field-error" role="alert">{t.phoneWrong}</p>}
      <NumberPad value={phone} onInput={setPhone} maxLength={PHONE_DIGITS} />
      <Checkbox label={t.terms} checked={terms} onChange={setTerms} />
      <Trouble error={error} />
      <Button variant="primary" size="l" block disabled={!full || wrong || !terms} onClick={keep}>
        {t.go}
      </Button>
    </div>
  );
}

function Done() {
  const t = offlineWords.value.join;
  return (
    <div class="stack center join-done">
      <CircleCheck aria-hidden="true" />
      <p>{t.doneHint}</p>
      <Button variant="primary" size="l" onClick={() => void leave()}>{t.finish}</Button>
    </div>
  );
}
