import { useLocation } from "preact-iso";
import * as z from "zod/mini";
import { addDays, type Day, dayOf, isDay } from "../../shared/business-day.ts";
import { startWhatIf } from "../../shared/console/what-if-doors.ts";
import { Button, Field, Panel, SelectField } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { useCommand } from "../use-command.ts";
import type { Source } from "../use-sources.ts";
import { ask } from "../wire.ts";
import { words } from "./words.ts";

interface Asked {
  source: string;
  from: Day;
  to: Day;
}
const Asked = z.object({
  source: z.string().check(z.minLength(1)),
  from: z.string(),
  to: z.string(),
});

const offered = [["lastMonth", 30], ["lastQuarter", 90], ["lastYear", 365]] as const;

/** Which rules, over which days. */
export function StartPanel(
  props: { brandId: string; sources: readonly Source[]; wanted: string | null },
) {
  const { brandId, sources, wanted } = props;
  const t = words.value;
  const { route } = useLocation();
  const today = dayOf(Date.now());
  // Until somebody chooses, it is the draft that the address names, as soon as it is known.
  const chosenOf = (value: string): Source | undefined =>
    sources.find((each) => each.value === value) ?? sources[0];
  const form = useForm<Asked, z.infer<typeof Asked>>({
    initial: { source: `draft:${wanted}`, from: addDays(today, -364), to: today },
    build: (draft) => draft,
    schema: Asked,
    rules: ({ from, to }) => ({
      from: !isDay(from) && t.fromRule,
      to: !(isDay(to) && to >= from && to <= today) && t.toRule,
    }),
  });
  const command = useCommand(({ source, from, to }: z.infer<typeof Asked>, key) => {
    const chosen = chosenOf(source)!.source;
    return ask(startWhatIf, { body: { brandId, source: chosen, from, to }, key });
  });
  const submit = useSubmit(form, command, ({ runId }) => route(`/console/what-if/${runId}`));
  if (sources.length === 0) return <Panel title={t.newTitle}>{t.none}</Panel>;
  return (
    <Panel title={t.newTitle}>
      <form class="stack" onSubmit={submit} noValidate>
        <FailureBanner failure={command.failure} busy={command.busy} />
        <SelectField
          label={t.what}
          hint={t.whatHint}
          value={chosenOf(form.draft.source)!.value}
          options={sources.map((each) => ({ value: each.value, label: nameOf(each) }))}
          onChange={(source) => form.set({ source })}
        />
        <div class="what-if-days">
          <Field type="date" label={t.from} max={today} {...form.field("from")} />
          <Field type="date" label={t.to} max={today} {...form.field("to")} />
        </div>
        <div class="inline" role="group" aria-label={t.periods}>
          {offered.map(([name, days]) => (
            <Button
              key={name}
              size="s"
              onClick={() => form.set({ from: addDays(today, 1 - days), to: today })}
            >
              {t[name]}
            </Button>
          ))}
        </div>
        <Button type="submit" variant="primary" busy={command.busy} data-act="start">
          {t.start}
        </Button>
      </form>
    </Panel>
  );
}

const nameOf = ({ draftName, version }: Source): string =>
  draftName === null ? words.value.version(version?.version ?? 0) : words.value.draft(draftName);
