import { setBudget } from "../../shared/console/endpoints.ts";
import type { BodyOf } from "../../shared/endpoint.ts";
import { Facts, Field, formats, toast } from "../../shared/ui/index.ts";
import { countWaiting } from "../approvals/waiting-count.ts";
import { FormDialog } from "../form/form-dialog.tsx";
import { ReasonField } from "../form/reason-field.tsx";
import { wholeOf } from "../form/typed-number.ts";
import { useForm } from "../form/use-form.ts";
import { useCommand } from "../use-command.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import type { StoreBudget } from "./budgets.tsx";
import { words } from "./words.ts";

type Body = BodyOf<typeof setBudget>;
type Draft = { points: string; reason: string };

/** Adds to a store's points or takes from them. */
export function SetDialog(
  { store, onDone, onClose }: { store: StoreBudget; onDone: () => void; onClose: () => void },
) {
  const t = words.value;
  const f = formats.value;
  const form = useForm<Draft, Body>({
    initial: { points: "", reason: "" },
    build: ({ points, reason }) => ({ points: wholeOf(points), reason }),
    schema: setBudget.body!,
    says: { points: t.changeRule },
    rules: ({ points }) => {
      const change = wholeOf(points);
      return { points: (change === 0 || store.remaining + change < 0) && t.changeRule };
    },
  });
  const command = useCommand((body: Body, key) =>
    ask(setBudget, { params: { store: store.storeId }, body, key })
  );
  const { onBlur: _, ...reason } = form.field("reason");
  const change = wholeOf(form.draft.points);
  return (
    <FormDialog
      title={t.setTitle(nameIn(store))}
      form={form}
      command={command}
      send={t.setDo}
      onClose={onClose}
      onDone={({ approvalId }) => {
        if (approvalId) void countWaiting();
        toast(approvalId ? t.setAsked : t.setDone, "good");
        onDone();
      }}
    >
      <Field
        label={t.change}
        hint={t.changeHint}
        autofocus
        autocomplete="off"
        maxLength={14}
        {...form.field("points")}
      />
      <Facts
        facts={[
          [t.now, f.count(store.remaining)],
          [t.after, Number.isNaN(change) ? "–" : f.count(store.remaining + change)],
        ]}
      />
      <ReasonField label={t.reason} maxLength={120} offers={t.reasons} {...reason} />
    </FormDialog>
  );
}
