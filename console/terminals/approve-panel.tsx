import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { approvePairing, findPairing } from "../../shared/console/endpoints.ts";
import type { AnswerOf, BodyOf } from "../../shared/endpoint.ts";
import { Badge, Button, Field, Panel, SelectField, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { useCommand } from "../use-command.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type Pairing = AnswerOf<typeof findPairing>;
type Approval = BodyOf<typeof approvePairing>;

/** Lets a new device in: its code first, then what it is, then where it stands. */
export function ApprovePanel({ onApproved }: { onApproved: () => void }) {
  const t = words.value;
  const [found, setFound] = useState<{ code: string; pairing: Pairing } | null>(null);
  return (
    <Panel title={t.approve}>
      <p class="soft">{t.approveText}</p>
      {found
        ? (
          <ApproveForm
            {...found}
            onOther={() => setFound(null)}
            onDone={(label) => {
              toast(t.approved(label));
              setFound(null);
              onApproved();
            }}
          />
        )
        : <CodeForm onFound={(code, pairing) => setFound({ code, pairing })} />}
    </Panel>
  );
}

/** Letters alone, in capitals, as they stand on the device: "ABCD-EFGH". */
const lettersOf = (typed: string): string =>
  typed.normalize("NFKC").toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 8);

const grouped = (letters: string): string =>
  letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;

function CodeForm(props: { onFound: (code: string, pairing: Pairing) => void }) {
  const t = words.value;
  const form = useForm<{ code: string }, { code: string }>({
    initial: { code: "" },
    build: (draft) => ({ code: lettersOf(draft.code) }),
    schema: z.strictObject({ code: z.string().check(z.regex(/^[A-Z0-9]{8}$/)) }),
    says: { code: t.codeRule },
  });
  const command = useCommand((body: { code: string }) => ask(findPairing, { body }));
  const submit = useSubmit(
    form,
    command,
    (pairing) => props.onFound(lettersOf(form.draft.code), pairing),
  );
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <FailureBanner failure={command.failure} />
      <div class="pairing-row">
        <Field
          big
          label={t.code}
          hint={t.codeHint}
          placeholder="ABCD-EFGH"
          autocomplete="off"
          spellcheck={false}
          maxLength={12}
          {...form.field("code")}
          onInput={(typed) => form.set({ code: grouped(lettersOf(typed)) })}
        />
        <Button type="submit" variant="primary" size="l" busy={command.busy}>{t.find}</Button>
      </div>
    </form>
  );
}

function ApproveForm(
  props: {
    code: string;
    pairing: Pairing;
    onOther: () => void;
    onDone: (label: string) => void;
  },
) {
  const { code, pairing } = props;
  const t = words.value;
  const { stores } = usePlaces();
  const open = stores.filter((store) => store.state === "open");
  const form = useForm<{ label: string; storeId: string }, Approval>({
    initial: { label: pairing.label, storeId: open.length === 1 ? open[0]?.id ?? "" : "" },
    build: (draft) => ({ code, ...draft }),
    schema: approvePairing.body as z.ZodMiniType<Approval>,
  });
  const command = useCommand((body: Approval) =>
    ask(approvePairing, { params: { pairing: pairing.pairingId }, body })
  );
  const submit = useSubmit(form, command, () => props.onDone(form.draft.label));
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <FailureBanner failure={command.failure} />
      <p class="inline" role="status">
        <Badge tone="good">{t.found}</Badge>
        <strong>{`${t.kinds[pairing.kind]} · ${pairing.label}`}</strong>
        <span class="soft">{t.expires(pairing.expiresAt)}</span>
      </p>
      <div class="pairing-fields">
        <SelectField
          label={t.store}
          value={form.draft.storeId}
          error={form.error("storeId")}
          options={[
            ...(open.length === 1 ? [] : [{ value: "", label: "—" }]),
            ...open.map((store) => ({ value: store.id, label: nameIn(store) })),
          ]}
          onChange={(storeId) => form.set({ storeId })}
        />
        <Field
          label={t.label}
          hint={t.labelHint}
          maxLength={60}
          autocomplete="off"
          {...form.field("label")}
        />
      </div>
      <div class="inline">
        <Button type="submit" variant="primary" busy={command.busy}>{t.approveSend}</Button>
        <Button onClick={props.onOther}>{t.approveOther}</Button>
      </div>
    </form>
  );
}
