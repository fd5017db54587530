import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { changeParameters, showParameters } from "../../shared/console/endpoints.ts";
import type { AnswerOf } from "../../shared/endpoint.ts";
import { Parameters } from "../../shared/parameters/parameters.ts";
import { Problem } from "../../shared/problems.ts";
import { Button, toast } from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { useForm } from "../form/use-form.ts";
import { useSubmit } from "../form/use-submit.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { HistoryLink } from "../frame/history-link.tsx";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { useLoad } from "../use-load.ts";
import { usePlaces } from "../use-places.ts";
import { ask } from "../wire.ts";
import { shellWords } from "../words.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { draftFrom, type ParametersDraft, parametersFrom } from "./draft.ts";
import { ParameterFields } from "./fields.tsx";
import "./style.css";
import { words } from "./words.ts";

export type Found = AnswerOf<typeof showParameters>;

/** The brand whose parameters are looked at; stays while other screens are visited. */
const chosen = signal<string | null>(null);

/** What holds for a whole brand. */
export function ParametersScreen() {
  const places = usePlaces();
  const brandId = chosen.value ?? places.brands[0]?.id ?? null;
  const loaded = useLoad(
    `parameters:${brandId}`,
    (signal) =>
      brandId
        ? ask(showParameters, { query: { brandId }, signal })
        : Promise.resolve<Found | undefined>(undefined),
  );
  return (
    <WhenLoaded from={places.loaded}>
      {() => (
        <WhenLoaded from={loaded}>
          {(found) =>
            found && brandId
              ? <Editor key={`${brandId}:${found.revision}`} brandId={brandId} found={found} />
              : null}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}

const load = (brandId: string): Promise<Found> => ask(showParameters, { query: { brandId } });

/** The form, and what saving it does. */
function useEditor(brandId: string, found: Found) {
  const t = words.value;
  const [base, setBase] = useState(found);
  const [theirs, setTheirs] = useState<Found | null>(null);
  const form = useForm<ParametersDraft, Parameters>({
    initial: draftFrom(base.parameters),
    build: parametersFrom,
    schema: Parameters as unknown as z.ZodMiniType<Parameters>,
  });
  useLeaveGuard(form.dirty);
  const command = useCommand(async (parameters: Parameters) => {
    try {
      await ask(changeParameters, { body: { brandId, revision: base.revision, parameters } });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "changed-meanwhile") throw error;
      const now = await load(brandId);
      // Our own save may have arrived although its answer did not: then nothing is left to do.
      if (JSON.stringify(now.parameters) !== JSON.stringify(parameters)) {
        setTheirs(now);
        throw error;
      }
    }
    return await load(brandId);
  });
  const submit = useSubmit(form, command, (now) => {
    toast(t.saved);
    setBase(now);
    form.reset(draftFrom(now.parameters));
  });
  return { form, command, submit, base, setBase, theirs, setTheirs };
}

function Editor({ brandId, found }: { brandId: string; found: Found }) {
  const t = words.value;
  const readOnly = !mayI("parameter.change");
  const { form, command, submit, base, setBase, theirs, setTheirs } = useEditor(brandId, found);
  return (
    <Page
      title={t.title}
      lead={readOnly ? shellWords.value.notAllowed : t.lead}
      actions={
        <>
          <HistoryLink subject={brandId} />
          {!readOnly && (
            <Button
              data-act="save"
              variant="primary"
              busy={command.busy}
              disabled={!form.dirty}
              onClick={submit}
            >
              {t.save}
            </Button>
          )}
        </>
      }
    >
      {!form.dirty && <BrandChoice value={brandId} onChange={(id) => chosen.value = id} />}
      {!theirs && (
        <FailureBanner failure={command.failure} onAgain={command.unknown ? submit : undefined} />
      )}
      <form noValidate onSubmit={submit}>
        <fieldset class="parameters" disabled={command.busy}>
          <ParameterFields form={form} readOnly={readOnly} />
        </fieldset>
      </form>
      {theirs && (
        <ChangedMeanwhile
          {...{ base, theirs, form }}
          onClose={() => setTheirs(null)}
          onRebased={() => {
            setBase(theirs);
            setTheirs(null);
            command.clear();
          }}
        />
      )}
    </Page>
  );
}
