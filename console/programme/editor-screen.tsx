import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { EarningRules } from "../../shared/points/earning-rules.ts";
import { Banner, Button, Panel } from "../../shared/ui/index.ts";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { useForm } from "../form/use-form.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { type Loaded } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { type ProgrammeView, useProgramme } from "../use-programme.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { draftFrom, firstRules, type RulesDraft, rulesFrom } from "./draft.ts";
import { Example } from "./example.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { RulesFields } from "./rules-form.tsx";
import { Sentences } from "./sentences.tsx";
import "./style.css";
import { words } from "./words.ts";

/** Where a new version of the rules is written: fields at the left, what they mean at the right. */
export function EditorScreen(props: { brand?: string }) {
  const brandId = props.brand ?? "";
  const loaded = useProgramme(brandId);
  const t = words.value;
  const { brand } = usePlaces();
  const of = brand(brandId);
  const title = of ? t.editTitleOf(nameIn(of)) : t.editTitle;
  const back = { href: "/console/programme", label: t.title };
  if (!loaded.data) {
    return (
      <Page title={title} back={back}>
        <WhenLoaded from={loaded}>{() => null}</WhenLoaded>
      </Page>
    );
  }
  return <Editor {...{ title, back, brandId, loaded }} programme={loaded.data} />;
}

function Editor(props: {
  title: string;
  back: { href: string; label: string };
  brandId: string;
  loaded: Loaded<ProgrammeView>;
  programme: ProgrammeView;
}) {
  const { programme, brandId, title, back } = props;
  const t = words.value;
  // The version that the editing started from; a newer one meanwhile is a conflict, not a surprise.
  const [base, setBase] = useState(programme.versions[0]);
  const rules = base?.body ?? firstRules;
  const [publishing, setPublishing] = useState(false);
  const form = useForm<RulesDraft, EarningRules>({
    initial: draftFrom(rules, programme.tiers),
    build: rulesFrom,
    schema: EarningRules as z.ZodMiniType<EarningRules>,
    says: { tierFactorPercent: t.tierFactorRule },
    fen: ["fenPerPoint", "minSaleFen"],
  });
  useLeaveGuard(form.dirty);
  const changes = form.input ? changesBetween(rules, form.input, programme) : [];
  const publish = () => {
    if (form.check()) setPublishing(true);
  };
  return (
    <Page
      title={title}
      lead={base ? t.editLead(base.version) : t.editLeadFirst}
      back={back}
      actions={
        <Button
          data-act="publish"
          variant="primary"
          disabled={base !== undefined && changes.length === 0 && form.input !== null}
          onClick={publish}
        >
          {t.publish}
        </Button>
      }
    >
      {base && base.effectiveFrom > Date.now() && (
        <Banner tone="info" title={t.editComing(base.version, base.effectiveFrom)} />
      )}
      <div class="editor-columns">
        <div class="stack">
          <RulesFields form={form} programme={programme} />
        </div>
        <div class="stack editor-side">
          <Panel title={t.says}>
            {form.input
              ? <Sentences rules={form.input} programme={programme} />
              : <p class="soft">{t.exampleEmpty}</p>}
          </Panel>
          {base && (
            <Panel title={t.changes}>
              <Changes lines={changes} none={t.changesNone} />
            </Panel>
          )}
          <Example rules={form.input} programme={programme} />
        </div>
      </div>
      {publishing && form.input && (
        <PublishDialog
          {...{ brandId, programme, base, changes, form }}
          rules={form.input}
          onClose={() => setPublishing(false)}
          onRebased={setBase}
        />
      )}
    </Page>
  );
}
