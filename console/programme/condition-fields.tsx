import { Field, SelectField } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import { Chips } from "./chips.tsx";
import type { ConditionName } from "./conditions.ts";
import { FestivalFields } from "./festival-fields.tsx";
import { HourFields, MonthDayChips, WeekdayChips } from "./time-fields.tsx";
import { money, whole } from "./inputs.ts";
import type { RuleForm } from "./rule-form.ts";
import { useNaming } from "./use-names.ts";
import { words } from "./words.ts";

/** The fields of one condition. */
export function ConditionFields({ name, form }: { name: ConditionName; form: RuleForm }) {
  const t = words.value.when;
  const { when } = form.draft;
  switch (name) {
    case "festivals":
      return <FestivalFields form={form} />;
    case "weekdays":
      return <WeekdayChips path="when.weekdays" value={when.weekdays ?? []} form={form} />;
    case "monthDays":
      return <MonthDayChips path="when.monthDays" value={when.monthDays ?? []} form={form} />;
    case "hours":
      return <HourFields path="when.hours" value={when.hours ?? []} form={form} />;
    case "period":
      return (
        <div class="fields-2">
          <Field type="date" label={t.from} {...form.field("when.from")} />
          <Field type="date" label={t.to} hint={t.toHint} {...form.field("when.to")} />
        </div>
      );
    case "birthday":
      return (
        <SelectField
          label={t.birthday}
          hint={t.birthdayHint}
          value={when.birthday ?? "day"}
          options={(Object.keys(t.birthdays) as (keyof typeof t.birthdays)[])
            .map((value) => ({ value, label: t.birthdays[value] }))}
          onChange={(value) => form.put("when.birthday", value)}
        />
      );
    case "firstPurchase":
      return <p class="soft">{t.firstPurchase}</p>;
    case "balanceAtMost":
      return (
        <Field
          label={t.balance}
          hint={t.balanceHint}
          {...whole}
          {...form.field("when.balanceAtMost")}
        />
      );
    case "minSaleFen":
      return <Field label={t.minSale} prefix="¥" {...money} {...form.field("when.minSaleFen")} />;
    default:
      return <ListFields name={name} form={form} />;
  }
}

/** Conditions that are a choice out of a list of the brand's own. */
function ListFields(
  props: { name: "tierIds" | "tags" | "memberCategoryIds" | "storeIds"; form: RuleForm },
) {
  const { name, form } = props;
  const t = words.value.when;
  const { programme, tags, memberCategories, stores } = useNaming();
  const named = (list: readonly { id: string; nameZh: string; nameEn: string }[]) =>
    list.map((each) => ({ value: each.id, label: nameIn(each) }));
  const options = {
    tierIds: named(programme.tiers),
    tags: tags.map((tag) => ({ value: tag.name, label: tag.name })),
    memberCategoryIds: named(memberCategories),
    storeIds: named(stores),
  }[name];
  const path = `when.${name}`;
  return (
    <Chips
      label={t.names[name]}
      labelHidden
      options={options}
      value={form.draft.when[name] ?? []}
      none={t.nothingToChoose}
      error={form.error(path) && t.chooseOne}
      onChange={(value) => form.put(path, value)}
    />
  );
}
