import { ArrowDown, ArrowUp, Copy, Pencil, Trash2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { EarningRule, RuleGroup, Stage } from "../../shared/points/earning-rules.ts";
import { baseOf } from "../../shared/points/earning-rules.ts";
import type { ProgrammeRules } from "../../shared/programme/rules.ts";
import { formats, IconButton, lang, Switch } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { givesBadge, StateBadge } from "./rule-badges.tsx";
import { oneRuleSentence } from "./rule-words.ts";
import "./stack-view.css";
import { type StackGroup, stackOf } from "./stacking.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** What can be done with the rules where they are edited; without it they are only read. */
export interface StackDeeds {
  open: (rule: EarningRule) => void;
  openGroup: (group: RuleGroup) => void;
  toggle: (rule: EarningRule, on: boolean) => void;
  copy: (rule: EarningRule) => void;
  remove: (rule: EarningRule) => void;
  /** Two neighbours change places. */
  swap: (upper: EarningRule, lower: EarningRule) => void;
  moveGroup: (group: RuleGroup, by: -1 | 1) => void;
}

/** How the rules go together, from the goods in the basket to the points: three stages, one under
 *  the other, each with its groups and rules in the order in which they are gone through. */
export function StackView(props: { rules: ProgrammeRules; deeds?: StackDeeds }) {
  const { rules, deeds } = props;
  const t = words.value.stack;
  const { tiers } = useNaming().programme;
  const base = baseOf(rules);
  const factored = tiers.filter((tier) => (rules.tierFactorPercent[tier.id] ?? 100) !== 100);
  return (
    <ol class="stack-view" aria-label={t.title}>
      {stackOf(rules).map(({ stage, groups }, i) => (
        <li key={stage} class={`stage stage-${stage}`}>
          <div class="stage-head">
            <span class="stage-number" aria-hidden="true">{i + 1}</span>
            <h3 class="stage-title">{t.stages[stage]}</h3>
            <p class="small soft">{t.stageHints[stage]}</p>
          </div>
          <div class="stage-groups">
            {stage === "factor" && factored.length > 0 && (
              <p class="stage-tiers">
                {t.tierFirst(
                  factored.map((tier) =>
                    t.tierTimes(nameIn(tier), (rules.tierFactorPercent[tier.id] ?? 100) / 100)
                  ),
                )}
              </p>
            )}
            {groups.map((each, at) => (
              <Group
                key={each.group?.id ?? each.rules[0]?.id}
                {...{ each, stage, rules, deeds }}
                before={stage === "rate" ? groups[at - 1]?.rules[0] : undefined}
                after={stage === "rate" ? groups[at + 1]?.rules[0] : undefined}
                sign={stage === "factor" ? "×" : stage === "bonus" ? "+" : null}
              />
            ))}
            {stage === "rate" && (
              <p class="stage-base">
                {t.baseRate(
                  formats.value.moneyShort(rules.fenPerPoint),
                  rules.pointsPerStep,
                  groups.length > 0,
                )}
                {!base.storedValue && ` · ${t.noStoredValue}`}
              </p>
            )}
            {stage !== "rate" && groups.length === 0 && factored.length === 0 && (
              <p class="soft small">{t.nothing}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface GroupProps {
  each: StackGroup;
  stage: Stage;
  rules: ProgrammeRules;
  deeds: StackDeeds | undefined;
  /** Neighbours among the rates. */
  before: EarningRule | undefined;
  after: EarningRule | undefined;
  /** How what it gives goes together with what comes before. */
  sign: string | null;
}

function Group(props: GroupProps) {
  const { each, rules, deeds, before, after, sign } = props;
  const { group } = each;
  const cards = each.rules.map((rule, i) => (
    <RuleCard
      key={rule.id}
      {...{ rule, deeds }}
      before={group ? each.rules[i - 1] : before}
      after={group ? each.rules[i + 1] : after}
    />
  ));
  if (!group) {
    return (
      <Signed sign={sign}>
        <ul class="rule-cards">{cards}</ul>
      </Signed>
    );
  }
  return (
    <Signed sign={sign}>
      <section class={`rule-group rule-group-${group.mode}`} aria-label={nameIn(group)}>
        <GroupHead {...{ group, deeds }} groups={rules.groups ?? []} />
        {cards.length > 0
          ? <ul class="rule-cards">{cards}</ul>
          : <p class="soft small">{words.value.stack.emptyGroup}</p>}
      </section>
    </Signed>
  );
}

const Signed = (props: { sign: string | null; children: ComponentChildren }) => (
  <div class="signed">
    {props.sign && <span class="sign" aria-hidden="true">{props.sign}</span>}
    {props.children}
  </div>
);

function GroupHead(
  props: { group: RuleGroup; groups: readonly RuleGroup[]; deeds: StackDeeds | undefined },
) {
  const { group, groups, deeds } = props;
  const t = words.value.stack;
  const at = groups.findIndex((each) => each.id === group.id);
  const name = nameIn(group);
  return (
    <header class="rule-group-head">
      <span class="rule-group-name">{name}</span>
      <span class="rule-group-mode">{t.modes[group.mode]}</span>
      <span class="small soft rule-group-hint">{t.modeHints[group.mode]}</span>
      {deeds && (
        <span class="card-deeds">
          <IconButton
            label={t.upGroup(name)}
            icon={<ArrowUp />}
            disabled={at === 0}
            onClick={() => deeds.moveGroup(group, -1)}
          />
          <IconButton
            label={t.downGroup(name)}
            icon={<ArrowDown />}
            disabled={at === groups.length - 1}
            onClick={() => deeds.moveGroup(group, 1)}
          />
          <IconButton
            label={t.changeGroup(name)}
            icon={<Pencil />}
            onClick={() => deeds.openGroup(group)}
          />
        </span>
      )}
    </header>
  );
}

function RuleCard(props: {
  rule: EarningRule;
  deeds: StackDeeds | undefined;
  before: EarningRule | undefined;
  after: EarningRule | undefined;
}) {
  const { rule, deeds, before, after } = props;
  const t = words.value.stack;
  const naming = useNaming();
  const name = nameIn(rule);
  const text = (
    <>
      <span class="card-head">
        <span class="card-gives numbers">{givesBadge(rule.gives)}</span>
        <span class="card-name">{name}</span>
        <StateBadge rule={rule} at={Date.now()} />
      </span>
      <span class="card-says">{oneRuleSentence(rule, naming, lang.value)}</span>
    </>
  );
  return (
    <li class={`rule-card ${rule.on ? "" : "is-off"}`} data-rule={rule.id}>
      {deeds
        ? <button type="button" class="card-main" onClick={() => deeds.open(rule)}>{text}</button>
        : <div class="card-main">{text}</div>}
      {deeds && (
        <div class="card-deeds">
          <Switch
            label={<span class="sr-only">{t.onOff(name)}</span>}
            checked={rule.on}
            onChange={(on) => deeds.toggle(rule, on)}
          />
          {(before || after) && (
            <>
              <IconButton
                label={t.up(name)}
                icon={<ArrowUp />}
                disabled={!before}
                onClick={() => before && deeds.swap(before, rule)}
              />
              <IconButton
                label={t.down(name)}
                icon={<ArrowDown />}
                disabled={!after}
                onClick={() => after && deeds.swap(rule, after)}
              />
            </>
          )}
          <IconButton label={t.copy(name)} icon={<Copy />} onClick={() => deeds.copy(rule)} />
          <IconButton label={t.remove(name)} icon={<Trash2 />} onClick={() => deeds.remove(rule)} />
        </div>
      )}
    </li>
  );
}
