import { Plus } from "lucide-preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Draft } from "../../shared/console/draft-doors.ts";
import { type Finding, isRefused } from "../../shared/points/check-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Banner, Button, Panel } from "../../shared/ui/index.ts";
import { useLeaveGuard } from "../form/leave-guard.tsx";
import { Page } from "../frame/page.tsx";
import { AddRuleDialog } from "./add-rule-dialog.tsx";
import type { ChangedLine } from "./changed-lines.ts";
import { Changes, changesBetween } from "./changes.tsx";
import { DraftBar } from "./draft-bar.tsx";
import "./editor.css";
import { type EditorDeeds, EditorPanels, type OpenPanel, useRuleDeeds } from "./editor-panels.tsx";
import { Example } from "./example.tsx";
import { Findings, findingsOf } from "./findings.tsx";
import { firstRules } from "./parts.ts";
import { MonthCalendar } from "./month-calendar.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { Overtaken, StandsBehind } from "./overtaken.tsx";
import { PartSection } from "./part-section.tsx";
import { StackView } from "./stack-view.tsx";
import { TryLinks } from "./try-links.tsx";
import { useNaming } from "./use-names.ts";
import { versionAt } from "./versions.tsx";
import { words } from "./words.ts";
import { useWorkingCopy, type WorkingCopy } from "./working-copy.ts";

export interface DraftEditorProps {
  draft: Draft;
  onRemove: (revision: number) => Promise<void>;
  /** Somebody published a version: what is known of the programme is old. */
  onBehind: () => void;
}

/** A draft of the whole programme: what it says at the left, part by part; what stands against it,
 *  what it changes and what it earns at the right. */
export function DraftEditor(props: DraftEditorProps) {
  const t = words.value.editor;
  const copy = useWorkingCopy(props.draft);
  const naming = useNaming();
  const { versions } = naming.programme;
  const { rules } = copy;
  const [panel, setPanel] = useState<OpenPanel | null>(null);
  const [adding, setAdding] = useState(false);
  const [publishing, setPublishing] = useState(false);
  useLeaveGuard(copy.state === "failed");
  useUndoKeys(copy, panel === null && !adding && !publishing);
  const deeds = useRuleDeeds(copy, setPanel);
  const findings = useMemo(() => findingsOf(rules, naming), [rules, naming]);
  const current = versionAt(versions, Date.now());
  const changes = changesBetween(current?.body ?? firstRules, rules, naming);
  return (
    <Page
      title={copy.name}
      lead={current ? t.lead(current.version) : t.leadFirst}
      back={{ href: "/console/programme", label: words.value.title }}
      actions={
        <Actions
          draftId={copy.draftId}
          same={current !== undefined && changes.length === 0}
          onPublish={() => setPublishing(true)}
        />
      }
    >
      <DraftBar copy={copy} onRemove={props.onRemove} />
      <StandsBehind copy={copy} />
      <div class="editor-columns">
        <Parts {...{ copy, deeds }} onPanel={setPanel} onAdd={() => setAdding(true)} />
        <div class="stack editor-side">
          <Beside {...{ rules, findings, changes }} onOpen={deeds.openById} />
        </div>
      </div>
      <MonthCalendar rulesAt={() => rules} />
      <AddRuleDialog
        open={adding}
        onClose={() => setAdding(false)}
        onChoose={(template) => {
          setAdding(false);
          deeds.fromTemplate(template);
        }}
      />
      {panel && <EditorPanels {...{ copy, panel, deeds }} onPanel={setPanel} />}
      {publishing && (
        <PublishDialog
          {...{ copy, changes, findings }}
          blocked={isRefused(findings)}
          onBehind={props.onBehind}
          onClose={() => setPublishing(false)}
        />
      )}
      <Overtaken copy={copy} />
    </Page>
  );
}

/** Try it, replay it, publish it; a draft that says what holds already is not published. */
function Actions(props: { draftId: string; same: boolean; onPublish: () => void }) {
  return (
    <>
      <TryLinks draftId={props.draftId} />
      <Button
        data-act="publish"
        variant="primary"
        disabled={props.same}
        onClick={props.onPublish}
      >
        {words.value.publish.open}
      </Button>
    </>
  );
}

/** The draft part by part, as sentences; each with the way into its panel. */
function Parts(props: {
  copy: WorkingCopy;
  deeds: EditorDeeds;
  onPanel: (panel: OpenPanel) => void;
  onAdd: () => void;
}) {
  const { copy, deeds, onPanel, onAdd } = props;
  const t = words.value.editor;
  const { rules } = copy;
  return (
    <div class="stack">
      <PartSection
        section="earning"
        rules={rules}
        onOpen={() => onPanel({ part: "earning" })}
      />
      <Panel
        title={words.value.sections.rules}
        action={
          <span class="inline">
            <Button size="s" variant="quiet" data-act="add-group" onClick={deeds.newGroup}>
              {t.addGroup}
            </Button>
            <Button
              size="s"
              variant="primary"
              icon={<Plus />}
              data-act="add-rule"
              onClick={onAdd}
            >
              {t.addRule}
            </Button>
          </span>
        }
      >
        {deeds.removed && copy.undo && (
          <Banner
            tone="info"
            title={t.removed(deeds.removed)}
            action={
              <Button size="s" data-act="undo-removal" onClick={deeds.bringBack}>
                {t.undo}
              </Button>
            }
          />
        )}
        <StackView rules={rules} deeds={deeds} />
      </Panel>
      <PartSection section="grants" rules={rules} onOpen={() => onPanel({ part: "grants" })} />
      <PartSection section="offset" rules={rules} onOpen={() => onPanel({ part: "offset" })} />
      <PartSection
        section="validity"
        rules={rules}
        onOpen={() => onPanel({ part: "validity" })}
      />
    </div>
  );
}

/** What stands against the draft, what it changes, what it earns. */
function Beside(props: {
  rules: ProgrammeRules;
  findings: readonly Finding[];
  changes: readonly ChangedLine[];
  onOpen: (ruleId: string) => void;
}) {
  const { rules, findings, changes, onOpen } = props;
  const t = words.value.editor;
  return (
    <>
      {findings.length > 0 && (
        <Panel title={words.value.findings.title}>
          <Findings findings={findings} rules={rules} onOpen={onOpen} />
        </Panel>
      )}
      <Panel title={t.changes}>
        <Changes lines={changes} none={t.changesNone} />
      </Panel>
      <Example rules={rules} />
    </>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Ctrl+Z takes the last change back, Ctrl+Shift+Z or Ctrl+Y brings it again. The keys change with
 *  what is on the screen, not after it: a fast second key would undo what stood there before. */
function useUndoKeys(copy: WorkingCopy, on: boolean): void {
  useLayoutEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const deed = key === "y" || (key === "z" && event.shiftKey)
        ? copy.redo
        : key === "z"
        ? copy.undo
        : null;
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [on, copy]);
}
