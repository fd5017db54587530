import { Plus, X } from "lucide-preact";
import { dayOf } from "../../shared/business-day.ts";
import { IconButton } from "../../shared/ui/index.ts";
import {
  conditionGroups,
  type ConditionName,
  conditionNames,
  isNamed,
  withCondition,
  withoutCondition,
} from "./conditions.ts";
import { ConditionFields } from "./condition-fields.tsx";
import type { RuleForm } from "./rule-form.ts";
import { Section } from "./side-panel.tsx";
import "./when-fields.css";
import { words } from "./words.ts";

/** When the rule holds: the conditions it has, and those that could be added. */
export function WhenFields({ form }: { form: RuleForm }) {
  const t = words.value.when;
  const { when } = form.draft;
  const named = conditionNames.filter((name) => isNamed(when, name));
  const put = (next: typeof when) => form.set((draft) => ({ ...draft, when: next }));
  const add = (name: ConditionName) => {
    put(withCondition(when, name, dayOf(Date.now())));
    // The cursor goes where the typing goes on.
    setTimeout(() => {
      document.querySelector<HTMLElement>(
        `[data-condition="${name}"] :is(input, select, .chip)`,
      )?.focus();
    }, 30);
  };
  return (
    <Section title={t.title} hint={named.length > 1 ? t.allMustHold : t.hint}>
      {named.length > 0 && (
        <ul class="conditions">
          {named.map((name) => (
            <li key={name} class="condition" data-condition={name}>
              <div class="condition-head">
                <span class="condition-name">{t.names[name]}</span>
                <IconButton
                  label={t.remove(t.names[name])}
                  icon={<X />}
                  onClick={() => put(withoutCondition(when, name))}
                />
              </div>
              <ConditionFields name={name} form={form} />
            </li>
          ))}
        </ul>
      )}
      {named.length === 0 && <p class="soft">{t.always}</p>}
      <div class="condition-offers">
        {conditionGroups.map((group) => (
          <div
            key={group.label}
            class="condition-offer-row"
            role="group"
            aria-label={t.add(t.groups[group.label])}
          >
            <span class="small soft" aria-hidden="true">{t.groups[group.label]}</span>
            {group.names.filter((name) => !isNamed(when, name)).map((name) => (
              <button
                key={name}
                type="button"
                class="condition-offer"
                data-add={name}
                onClick={() => add(name)}
              >
                <Plus aria-hidden="true" />
                {t.names[name]}
              </button>
            ))}
          </div>
        ))}
      </div>
    </Section>
  );
}
