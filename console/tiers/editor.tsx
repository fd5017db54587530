import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { putTiers } from "../../shared/console/endpoints.ts";
import type { TierSettings } from "../../shared/tiers/terms.ts";
import { Button, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { ask } from "../wire.ts";
import { checkDraft, draftOf, newStep, type StepDraft, type TiersDraft } from "./draft.ts";
import type { TiersView } from "./draft.ts";
import { PolicyPanel } from "./policy-panel.tsx";
import { StepPanel } from "./step-panel.tsx";
import { words } from "./words.ts";

export interface EditorProps {
  brandId: string;
  view: TiersView;
  onSaved: () => void;
}

/** The whole ladder of a brand, changed and saved as one. */
export function TiersEditor({ brandId, view, onSaved }: EditorProps) {
  const t = words.value;
  const [base, setBase] = useState(() => draftOf(view));
  const [draft, setDraft] = useState(base);
  const [made, setMade] = useState(0);
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  const readOnly = !mayI("programme.publish");
  useLeaveGuard(dirty);
  const checked = checkDraft(draft);
  const command = useCommand((settings: TierSettings) =>
    ask(putTiers, { body: { brandId, revision: view.revision, settings } })
  );
  const set = (part: Partial<TiersDraft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    if (!checked.settings) return focusFirstWrong();
    const outcome = await command.send(checked.settings);
    if (!outcome.done) return;
    toast(t.saved, "good");
    setBase(draft);
    onSaved();
  };
  const goods = [...view.categories, ...view.products];
  return (
    <>
      <FailureBanner failure={command.failure} />
      <fieldset class="stack" disabled={readOnly || command.busy}>
        <PolicyPanel draft={draft} wrong={checked.policy} onChange={set} />
        <p class="small soft">{t.discountRule}</p>
        {draft.steps.map((step, i) => (
          <StepPanel
            key={step.key}
            {...{ step, view, goods, checked }}
            n={i + 1}
            last={i === draft.steps.length - 1}
            onChange={(part) =>
              set({
                steps: draft.steps.map((each) => each === step ? { ...each, ...part } : each),
              })}
            onMove={(by) => set({ steps: moved(draft.steps, i, by) })}
            onRemove={() => set({ steps: draft.steps.filter((each) => each !== step) })}
          />
        ))}
        {!readOnly && (
          <div class="inline apart">
            <Button
              icon={<Plus />}
              disabled={draft.steps.length >= 12}
              onClick={() => {
                setMade(made + 1);
                set({ steps: [...draft.steps, newStep(`new-${made}`)] });
              }}
            >
              {t.addStep}
            </Button>
            <Button
              data-act="save"
              variant="primary"
              busy={command.busy}
              disabled={!dirty}
              onClick={() => void save()}
            >
              {t.save}
            </Button>
          </div>
        )}
      </fieldset>
    </>
  );
}

const moved = (steps: StepDraft[], from: number, by: -1 | 1): StepDraft[] => {
  const next = [...steps];
  const [step] = next.splice(from, 1);
  if (step) next.splice(from + by, 0, step);
  return next;
};

function focusFirstWrong(): void {
  const wrong = document.querySelector("main [aria-invalid='true'], main .tier-fault");
  if (!(wrong instanceof HTMLElement)) return;
  wrong.scrollIntoView({ block: "center" });
  wrong.focus();
}
