import { Trash2 } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { type EarningRule, RuleGroup, stageOf } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Button, Field } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { Chips } from "./chips.tsx";
import { Findings, findingsOf } from "./findings.tsx";
import { type PathForm, usePathForm } from "./path-form.ts";
import { givesBadge } from "./rule-badges.tsx";
import { Section, SidePanel } from "./side-panel.tsx";
import { withoutGroup } from "./stacking.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

interface GroupDraft extends RuleGroup {
  members: string[];
}

/** The rules with this group as it was typed: its name, its mode, who is in it. */
function withGroup(rules: ProgrammeRules, draft: GroupDraft): ProgrammeRules {
  const { members, ...group } = draft;
  const groups = rules.groups ?? [];
  const known = groups.some((each) => each.id === group.id);
  return {
    ...rules,
    groups: known ? groups.map((each) => each.id === group.id ? group : each) : [...groups, group],
    rules: (rules.rules ?? []).map((rule) =>
      members.includes(rule.id)
        ? { ...rule, groupId: group.id }
        : rule.groupId === group.id
        ? { ...rule, groupId: null }
        : rule
    ),
  };
}

/** A group of rules: how they go together, and which they are. */
export function GroupPanel(props: {
  rules: ProgrammeRules;
  group: RuleGroup;
  onDone: (rules: ProgrammeRules) => void;
  onClose: () => void;
}) {
  const { rules, group, onDone, onClose } = props;
  const t = words.value.group;
  const naming = useNaming();
  const list = (rules.rules ?? []).filter((rule) => stageOf(rule.gives) !== "rate");
  const initial = useMemo((): GroupDraft => ({
    ...group,
    members: list.filter((rule) => rule.groupId === group.id).map((rule) => rule.id),
  }), [group, rules]);
  const form = usePathForm<GroupDraft, RuleGroup>({
    initial,
    finish: ({ members: _, ...rest }) => rest,
    schema: RuleGroup,
  });
  const next = form.input && withGroup(rules, form.draft);
  const known = (rules.groups ?? []).some((each) => each.id === group.id);
  const findings = next ? findingsOf(next, naming).filter((each) => each.groupId === group.id) : [];
  return (
    <SidePanel
      title={known ? nameIn(group) : t.add}
      dirty={form.dirty || !known}
      actions={known && (
        <Button
          size="s"
          variant="quiet"
          icon={<Trash2 />}
          onClick={() => onDone(withoutGroup(rules, group.id))}
        >
          {t.remove}
        </Button>
      )}
      onDone={() => form.check() && next && onDone(next)}
      onClose={onClose}
    >
      <Findings findings={findings} rules={next ?? rules} />
      <GroupFields form={form} list={list} />
    </SidePanel>
  );
}

function GroupFields(
  props: { form: PathForm<GroupDraft, RuleGroup>; list: readonly EarningRule[] },
) {
  const { form, list } = props;
  const { draft } = form;
  const t = words.value.group;
  const s = words.value.stack;
  return (
    <>
      <Section title={t.names}>
        <div class="fields-2">
          <Field label={words.value.rule.nameZh} maxLength={40} {...form.field("nameZh")} />
          <Field label={words.value.rule.nameEn} maxLength={60} {...form.field("nameEn")} />
        </div>
      </Section>
      <Section title={t.mode}>
        <div class="kinds" role="radiogroup" aria-label={t.mode}>
          {(["exclusive", "best", "add"] as const).map((mode) => (
            <label key={mode} class="kind">
              <input
                type="radio"
                name="group-mode"
                checked={draft.mode === mode}
                onChange={() => form.put("mode", mode)}
              />
              <span class="kind-name">{s.modes[mode]}</span>
              <span class="kind-hint">{s.modeHints[mode]}</span>
            </label>
          ))}
        </div>
      </Section>
      <Section title={t.members} hint={t.membersHint}>
        <Chips
          label={t.members}
          labelHidden
          none={t.noRules}
          options={list.map((rule) => ({
            value: rule.id,
            label: nameIn(rule),
            hint: givesBadge(rule.gives),
          }))}
          value={draft.members}
          onChange={(members) => form.put("members", members)}
        />
      </Section>
    </>
  );
}
