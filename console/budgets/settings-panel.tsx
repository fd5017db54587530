import type * as z from "zod/mini";
import { putTransferSettings, type showTransferSettings } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { TransferPolicy } from "../../shared/transfers/transfer.ts";
import { Button, Field, formats, Panel, Switch, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { type Form, useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

type View = AnswerOf<typeof showTransferSettings>;
const numbers = ["least", "perGift", "perDay", "perMonth", "acceptDays"] as const;
type Draft = Record<typeof numbers[number], string> & { enabled: boolean };

const draftOf = ({ policy }: View): Draft => ({
  enabled: policy.enabled,
  least: String(policy.least),
  perGift: String(policy.perGift),
  perDay: String(policy.perDay),
  perMonth: String(policy.perMonth),
  acceptDays: String(policy.acceptDays),
});

const policyFrom = (d: Draft) => ({
  enabled: d.enabled,
  ...Object.fromEntries(numbers.map((name) => [name, wholeOf(d[name])])),
});

/** Limits must not contradict each other; said at the first that lies below the one before. */
const order = (d: Draft): Partial<Record<keyof Draft, string | false>> => {
  const t = words.value;
  const names = ["least", "perGift", "perDay", "perMonth"] as const;
  for (const [at, name] of names.entries()) {
    const before = names[at - 1];
    if (before && wholeOf(d[name]) < wholeOf(d[before])) return { [name]: t.limitsRule };
  }
  return {};
};

/** What a brand's members may send each other. */
export function SettingsPanel(
  { brandId, view, onSaved }: { brandId: string; view: View; onSaved: () => void },
) {
  const t = words.value;
  const f = formats.value;
  const readOnly = !mayI("programme.publish");
  const form = useForm<Draft, TransferPolicy>({
    initial: draftOf(view),
    build: policyFrom,
    schema: TransferPolicy as z.ZodMiniType<TransferPolicy>,
    rules: order,
  });
  useLeaveGuard(form.dirty);
  const command = useCommand((policy: TransferPolicy) =>
    ask(putTransferSettings, { body: { brandId, revision: view.revision, policy } })
  );
  const submit = useSubmit(form, command, () => {
    toast(t.saved, "good");
    form.reset(form.draft);
    onSaved();
  });
  return (
    <Panel
      title={t.settings}
      action={
        <span class="small soft">
          {t.waiting(f.count(view.waiting), f.count(view.waitingPoints))}
        </span>
      }
    >
      <FailureBanner failure={command.failure} onAgain={command.unknown ? submit : undefined} />
      <form class="stack" noValidate onSubmit={submit}>
        <fieldset class="stack" disabled={readOnly || command.busy}>
          <Switch
            label={t.enabled}
            hint={t.enabledHint}
            checked={form.draft.enabled}
            onChange={(enabled) => form.set({ enabled })}
          />
          <Limits form={form} />
          <p class="small soft">{t.oneAccount}</p>
          {!readOnly && (
            <div>
              <Button
                type="submit"
                data-act="save-transfers"
                variant="primary"
                busy={command.busy}
                disabled={!form.dirty}
              >
                {t.save}
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </Panel>
  );
}

function Limits({ form }: { form: Form<Draft, TransferPolicy> }) {
  const t = words.value;
  const plain = { inputMode: "numeric", autocomplete: "off", maxLength: 10 } as const;
  return (
    <div class="fields-2">
      <Field label={t.least} {...plain} {...form.field("least")} />
      <Field label={t.perGift} {...plain} {...form.field("perGift")} />
      <Field label={t.perDay} {...plain} {...form.field("perDay")} />
      <Field label={t.perMonth} {...plain} {...form.field("perMonth")} />
      <Field
        label={t.acceptDays}
        hint={t.acceptHint}
        {...plain}
        {...form.field("acceptDays")}
      />
    </div>
  );
}
