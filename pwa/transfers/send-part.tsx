import { useState } from "preact/hooks";
import type { SentGift } from "../../shared/transfers/endpoints.ts";
import {
  Button,
  EmptyState,
  Field,
  formats,
  Panel,
  PhoneInput,
  Segmented,
  toast,
} from "../../shared/ui/index.ts";
import { transferWords, type Wish } from "./data.ts";
import { SendSheet } from "./send-sheet.tsx";
import type { Transfers } from "./transfers-view.tsx";

export interface SendPartProps {
  data: Transfers;
  spendable: number;
  hasPin: boolean;
  onSend: (wish: Wish, pin: string) => Promise<SentGift>;
  onSent: () => void;
}

const phonePattern = /^1[3-9]\d{9}$/;

/** To whom and how many; the PIN comes after. */
export function SendPart({ data, spendable, hasPin, onSend, onSent }: SendPartProps) {
  const t = transferWords.value.send;
  const f = formats.value;
  const [by, setBy] = useState<"phone" | "code">("phone");
  const [phone, setPhone] = useState("");
  const [amount, setAmount] = useState("");
  const [note, setNote] = useState("");
  const [checked, setChecked] = useState(false);
  const [wish, setWish] = useState<Wish | null>(null);
  if (!data.enabled) return <EmptyState title={t.off}>{t.offHint}</EmptyState>;
  const most = Math.min(data.left, spendable);
  const points = /^\d{1,9}$/.test(amount.trim()) ? Number(amount) : 0;
  const phoneWrong = by === "phone" && !phonePattern.test(phone);
  const pointsWrong = points < data.least || points > most;
  const next = (event: Event) => {
    event.preventDefault();
    setChecked(true);
    if (phoneWrong || pointsWrong) return;
    const to = by === "phone" ? { by, phone } : { by };
    setWish({ to, points, note: note.trim() });
  };
  const sendIt = async (pin: string) => {
    if (!wish) return;
    await onSend(wish, pin);
    setWish(null);
    toast(t.sent, "good");
    onSent();
  };
  return (
    <Panel>
      <form
        class="stack"
        noValidate
        onSubmit={next}
      >
        <Segmented
          block
          label={t.by}
          value={by}
          onChange={setBy}
          options={[{ value: "phone", label: t.byPhone }, { value: "code", label: t.byCode }]}
        />
        <Whom by={by} phone={phone} onPhone={setPhone} wrong={checked && phoneWrong} />
        <Field
          label={t.points}
          hint={t.pointsHint(f.count(data.least), f.count(most))}
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={amount}
          onInput={setAmount}
          error={checked && pointsWrong ? t.wrongPoints : null}
        />
        <Field
          label={t.note}
          optional
          maxLength={40}
          placeholder={t.notePlaceholder}
          value={note}
          onInput={setNote}
        />
        <Button type="submit" variant="primary" block>{t.next}</Button>
      </form>
      <SendSheet
        {...{ wish, spendable, hasPin }}
        acceptDays={data.acceptDays}
        onClose={() => setWish(null)}
        onPin={sendIt}
      />
    </Panel>
  );
}

function Whom(
  props: {
    by: "phone" | "code";
    phone: string;
    onPhone: (digits: string) => void;
    wrong: boolean;
  },
) {
  const t = transferWords.value.send;
  if (props.by === "code") return <p class="small soft">{t.codeExplained}</p>;
  return (
    <PhoneInput
      label={t.byPhone}
      value={props.phone}
      onInput={props.onPhone}
      {...(props.wrong ? { error: t.wrongPhone } : {})}
    />
  );
}
