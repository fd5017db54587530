import { dayOf } from "../../shared/business-day.ts";
import { useState } from "preact/hooks";
import type { EarningRule, RuleGroup } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { toast } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { newKey } from "../wire.ts";
import { BasePanel } from "./base-panel.tsx";
import { findingsOf, ofRule } from "./findings.tsx";
import { GrantsPanel } from "./grants-panel.tsx";
import { GroupPanel } from "./group-panel.tsx";
import { OffsetPanel } from "./offset-panel.tsx";
import { withoutRule, withRule } from "./rule-form.ts";
import { RulePanel } from "./rule-panel.tsx";
import type { StackDeeds } from "./stack-view.tsx";
import { freePriority, moveGroup, swapPriorities } from "./stacking.ts";
import { copyOf, newGroup, ruleFromTemplate, type TemplateId } from "./templates.ts";
import { useNaming } from "./use-names.ts";
import { ValidityPanel } from "./validity-panel.tsx";
import { words } from "./words.ts";
import type { WorkingCopy } from "./working-copy.ts";

/** What is open at the side. */
export type OpenPanel =
  | { part: "earning" | "grants" | "offset" | "validity" }
  | { part: "rule"; rule: EarningRule; fresh: boolean }
  | { part: "group"; group: RuleGroup };

export interface EditorDeeds extends StackDeeds {
  openById: (ruleId: string) => void;
  fromTemplate: (template: TemplateId) => void;
  newGroup: () => void;
  /** The name of what was just deleted. */
  removed: string | null;
  bringBack: () => void;
}

/** An id that stays with a rule over its versions. */
const newId = (kind: "rule" | "group"): string => `${kind}-${newKey().slice(0, 12)}`;

/** Everything that can be done to the rules of a draft. */
export function useRuleDeeds(
  copy: WorkingCopy,
  onPanel: (panel: OpenPanel | null) => void,
): EditorDeeds {
  const [removed, setRemoved] = useState<{ name: string; left: ProgrammeRules } | null>(null);
  const { rules } = copy;
  const list = rules.rules ?? [];
  const open = (rule: EarningRule, fresh = false) => onPanel({ part: "rule", rule, fresh });
  return {
    open: (rule) => open(rule),
    openById: (id) => {
      const rule = list.find((each) => each.id === id);
      if (rule) open(rule);
    },
    openGroup: (group) => onPanel({ part: "group", group }),
    toggle: (rule, on) => copy.change(withRule(rules, { ...rule, on })),
    copy: (rule) => {
      const made = copyOf(rule, newId("rule"));
      open({ ...made, priority: freePriority(rules, made.gives, made.priority) }, true);
    },
    remove: (rule) => {
      const left = withoutRule(rules, rule.id);
      copy.change(left);
      onPanel(null);
      setRemoved({ name: nameIn(rule), left });
    },
    swap: (upper, lower) => copy.change(swapPriorities(rules, upper.id, lower.id)),
    moveGroup: (group, by) => copy.change(moveGroup(rules, group.id, by)),
    fromTemplate: (template) => {
      const rule = ruleFromTemplate(template, newId("rule"), dayOf(Date.now()));
      open({ ...rule, priority: freePriority(rules, rule.gives, rule.priority) }, true);
    },
    newGroup: () =>
      onPanel({
        part: "group",
        group: newGroup(newId("group"), (rules.groups ?? []).length + 1),
      }),
    // Once something else was changed, taking back would take that back instead.
    removed: removed && removed.left === rules ? removed.name : null,
    bringBack: () => {
      copy.undo?.();
      setRemoved(null);
    },
  };
}

/** The panel that is open. What is done there goes into the draft as one step that can be undone. */
export function EditorPanels(props: {
  copy: WorkingCopy;
  panel: OpenPanel;
  deeds: EditorDeeds;
  onPanel: (panel: OpenPanel | null) => void;
}) {
  const { copy, panel, deeds, onPanel } = props;
  const naming = useNaming();
  const { rules } = copy;
  const common = {
    rules,
    onClose: () => onPanel(null),
    onDone: (next: ProgrammeRules) => {
      copy.change(next);
      onPanel(null);
    },
  };
  switch (panel.part) {
    case "earning":
      return <BasePanel {...common} />;
    case "grants":
      return <GrantsPanel {...common} />;
    case "offset":
      return <OffsetPanel {...common} />;
    case "validity":
      return <ValidityPanel {...common} />;
    case "group":
      return <GroupPanel {...common} group={panel.group} />;
    case "rule":
      return (
        <RulePanel
          key={panel.rule.id}
          {...common}
          rule={panel.rule}
          fresh={panel.fresh}
          onDone={(rule) => {
            const next = withRule(rules, rule);
            common.onDone(next);
            const warned = ofRule(findingsOf(next, naming), rule.id);
            toast(
              warned.length > 0
                ? words.value.rule.savedWarned(nameIn(rule))
                : words.value.rule.saved(nameIn(rule)),
              warned.length > 0 ? "info" : "good",
            );
          }}
          onCopy={() => deeds.copy(panel.rule)}
          onDelete={() => deeds.remove(panel.rule)}
        />
      );
  }
}
