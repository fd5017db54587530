import { Copy, Trash2 } from "lucide-preact";
import type { EarningRule } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { Button, Field, Switch } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { Example } from "./example.tsx";
import { Findings, findingsOf, ofRule } from "./findings.tsx";
import { GivesFields } from "./gives-fields.tsx";
import { LimitsFields } from "./limits-fields.tsx";
import { LinesFields } from "./lines-fields.tsx";
import { useRuleForm, withRule } from "./rule-form.ts";
import { oneRuleSentence } from "./rule-words.ts";
import { SentenceBand } from "./sentence-band.tsx";
import { Section, SidePanel } from "./side-panel.tsx";
import { groupsFor } from "./stacking.ts";
import { useNaming } from "./use-names.ts";
import { WhenFields } from "./when-fields.tsx";
import { words } from "./words.ts";

export interface RulePanelProps {
  rules: ProgrammeRules;
  rule: EarningRule;
  /** It is not in the rules yet. */
  fresh: boolean;
  onDone: (rule: EarningRule) => void;
  onClose: () => void;
  onCopy: () => void;
  onDelete: () => void;
}

/** One rule, whole: its sentence on top, its fields at the left, what comes of it at the right. */
export function RulePanel(props: RulePanelProps) {
  const { rules, rule, fresh, onDone, onClose, onCopy, onDelete } = props;
  const t = words.value.rule;
  const naming = useNaming();
  const form = useRuleForm(rule);
  const whole = form.input && withRule(rules, form.input);
  const findings = whole ? ofRule(findingsOf(whole, naming), rule.id) : [];
  const say = (lang: "zh-CN" | "en") => form.input && [oneRuleSentence(form.input, naming, lang)];
  const done = () => {
    const input = form.check();
    if (input) onDone(input);
  };
  return (
    <SidePanel
      title={fresh ? t.addTitle : nameIn(rule)}
      dirty={form.dirty || fresh}
      top={<SentenceBand zh={say("zh-CN")} en={say("en")} />}
      aside={
        <>
          <Findings findings={findings} rules={whole ?? rules} />
          <Example rules={whole} rule={form.input} about={rule.id} />
        </>
      }
      actions={!fresh && (
        <>
          <Button size="s" variant="quiet" icon={<Copy />} onClick={onCopy}>{t.copy}</Button>
          <Button size="s" variant="quiet" icon={<Trash2 />} onClick={onDelete}>{t.remove}</Button>
        </>
      )}
      onDone={done}
      onClose={onClose}
    >
      <Section title={t.names}>
        <div class="fields-2">
          <Field label={t.nameZh} maxLength={40} autocomplete="off" {...form.field("nameZh")} />
          <Field label={t.nameEn} maxLength={60} autocomplete="off" {...form.field("nameEn")} />
        </div>
        <Switch
          label={t.on}
          hint={t.onHint}
          checked={form.draft.on}
          onChange={(on) => form.put("on", on)}
        />
      </Section>
      <GivesFields form={form} />
      <LinesFields form={form} />
      <WhenFields form={form} />
      <LimitsFields form={form} groups={groupsFor(rules, rule.id, form.draft.gives.kind)} />
    </SidePanel>
  );
}
