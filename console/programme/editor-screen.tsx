import { useLocation } from "preact-iso";
import { useRef } from "preact/hooks";
import { type Draft, removeDraft, showDraft } from "../../shared/console/draft-doors.ts";
import { Page, WhenLoaded } from "../frame/page.tsx";
import { useLoad } from "../use-load.ts";
import { type ProgrammeView, useProgramme } from "../use-programme.ts";
import { ask } from "../wire.ts";
import { DraftEditor } from "./draft-editor.tsx";
import { NamingProvider, useRuleNaming } from "./use-names.ts";
import { forgetDraft } from "./draft-shelf.ts";
import { words } from "./words.ts";

/** Where a draft of the programme is edited. */
export function EditorScreen(props: { brand?: string; draft?: string }) {
  const brandId = props.brand ?? "";
  const draftId = props.draft ?? "";
  const t = words.value.editor;
  const programme = useProgramme(brandId);
  const draft = useLoad(
    `draft:${draftId}`,
    (signal) => ask(showDraft, { params: { draft: draftId }, signal }),
  );
  const back = { href: "/console/programme", label: words.value.title };
  // What was kept from an earlier visit may be old: editing starts from what the server says now,
  // and from then on goes its own way, whatever is loaded again.
  const opened = useRef<Draft | null>(null);
  if (opened.current?.id !== draftId) {
    opened.current = !draft.loading && draft.data ? draft.data : null;
  }
  if (!opened.current || !programme.data) {
    return (
      <Page title={t.title} back={back}>
        {draft.failure
          ? <WhenLoaded from={{ ...draft, data: undefined }}>{() => null}</WhenLoaded>
          : <WhenLoaded from={{ ...programme, data: undefined }}>{() => null}</WhenLoaded>}
      </Page>
    );
  }
  return (
    <Opened
      key={draftId}
      draft={opened.current}
      programme={programme.data}
      brandId={brandId}
      onReload={programme.reload}
    />
  );
}

function Opened(
  props: { draft: Draft; programme: ProgrammeView; brandId: string; onReload: () => void },
) {
  const { draft, programme, brandId, onReload } = props;
  const { route } = useLocation();
  const naming = useRuleNaming(brandId, programme, [
    draft.body,
    ...programme.versions.slice(0, 2).map((each) => each.body),
  ]);
  return (
    <NamingProvider value={naming}>
      <DraftEditor
        draft={draft}
        onBehind={onReload}
        onRemove={async (revision) => {
          await ask(removeDraft, { params: { draft: draft.id }, body: { revision } });
          forgetDraft(draft.id);
          route("/console/programme");
        }}
      />
    </NamingProvider>
  );
}
