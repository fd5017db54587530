import { useState } from "preact/hooks";
import { searchMembers } from "../../shared/console/member-doors.ts";
import { showTrialMember } from "../../shared/console/trial-doors.ts";
import { inventedMember } from "../../shared/programme/trial.ts";
import {
  Checkbox,
  commonWords,
  Field,
  List,
  Panel,
  Row,
  Segmented,
  SelectField,
  Switch,
} from "../../shared/ui/index.ts";
import { FailureBanner } from "../form/failure-banner.tsx";
import { worthSearching } from "../frame/use-found.ts";
import type { RuleNaming } from "../programme/use-names.ts";
import { mayI } from "../session.ts";
import { useCommand } from "../use-command.ts";
import { useLoad } from "../use-load.ts";
import { nameIn } from "../use-places.ts";
import { ask } from "../wire.ts";
import { memberTyped, typedErrors, type TypedTrial } from "./typed-trial.ts";
import { useRested } from "./use-rested.ts";
import { words } from "./words.ts";

interface MemberPanelProps {
  naming: RuleNaming;
  typed: TypedTrial;
  set: (part: Partial<TypedTrial>) => void;
}

/** Whose basket it is: somebody made up, or a member as they stand now. */
export function MemberPanel(props: MemberPanelProps) {
  const { naming, typed, set } = props;
  const t = words.value;
  const [way, setWay] = useState<"invented" | "real">("invented");
  const real = mayI("member.look-up");
  return (
    <Panel
      title={t.who}
      action={real && (
        <Segmented
          label={t.who}
          value={way}
          options={(["invented", "real"] as const).map((value) => ({
            value,
            label: t.whoWays[value],
          }))}
          onChange={(next) => {
            setWay(next);
            if (next === "invented" && typed.label) set(memberTyped(inventedMember));
          }}
        />
      )}
    >
      <div class="stack">
        {way === "real" && <FindMember brandId={naming.brandId} set={set} />}
        {typed.label && <p class="soft" role="status">{t.taken(typed.label)}</p>}
        <Standing {...props} />
        <Switch
          label={t.first}
          checked={typed.firstPurchase}
          onChange={(firstPurchase) => set({ firstPurchase })}
        />
        <Tags naming={naming} typed={typed} set={set} />
      </div>
    </Panel>
  );
}

/** What the rules look at of a member. */
function Standing({ naming, typed, set }: MemberPanelProps) {
  const t = words.value;
  return (
    <div class="try-fields">
      <SelectField
        label={t.tier}
        value={typed.tierId}
        options={[
          { value: "", label: t.noTier },
          ...naming.programme.tiers.map((tier) => ({ value: tier.id, label: nameIn(tier) })),
        ]}
        onChange={(tierId) => set({ tierId })}
      />
      <SelectField
        label={t.memberCategory}
        value={typed.memberCategoryId}
        options={[
          { value: "", label: t.noMemberCategory },
          ...naming.memberCategories.map((each) => ({ value: each.id, label: nameIn(each) })),
        ]}
        onChange={(memberCategoryId) => set({ memberCategoryId })}
      />
      <Birthday typed={typed} set={set} />
      <Whole name="balance" label={t.balance} typed={typed} set={set} />
      <Whole
        name="givenToday"
        label={t.givenToday}
        hint={t.givenTodayHint}
        typed={typed}
        set={set}
      />
    </div>
  );
}

function Birthday({ typed, set }: Pick<MemberPanelProps, "typed" | "set">) {
  const t = words.value;
  return (
    <>
      <SelectField
        label={t.birthday}
        value={typed.calendar}
        options={(["none", "solar", "lunar"] as const).map((value) => ({
          value,
          label: t.calendars[value],
        }))}
        onChange={(calendar) => set({ calendar })}
      />
      {typed.calendar !== "none" && (
        <Field
          label={t.monthDay}
          hint={t.monthDayHint}
          inputMode="numeric"
          value={typed.monthDay}
          onInput={(monthDay) => set({ monthDay })}
          error={typedErrors(typed).monthDay ? t.monthDayRule : null}
        />
      )}
    </>
  );
}

/** A whole number of points. */
export function Whole(
  props: Pick<MemberPanelProps, "typed" | "set"> & {
    name: "balance" | "givenToday" | "offsetPoints";
    label: string;
    hint?: string;
  },
) {
  const { name, label, hint, typed, set } = props;
  const t = words.value;
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      inputMode="numeric"
      value={typed[name]}
      onInput={(text) => set({ [name]: text })}
      error={typedErrors(typed)[name] ? t.numberRule : null}
    />
  );
}

function Tags({ naming, typed, set }: MemberPanelProps) {
  const t = words.value;
  if (naming.tags.length === 0) return null;
  return (
    <fieldset class="try-tags">
      <legend>{t.tags}</legend>
      {naming.tags.map((tag) => {
        const on = typed.tags.includes(tag.id) || typed.tags.includes(tag.name);
        const others = typed.tags.filter((each) => each !== tag.id && each !== tag.name);
        return (
          <Checkbox
            key={tag.id}
            label={tag.name}
            checked={on}
            onChange={(checked) => set({ tags: checked ? [...others, tag.id, tag.name] : others })}
          />
        );
      })}
    </fieldset>
  );
}

function FindMember({ brandId, set }: { brandId: string; set: MemberPanelProps["set"] }) {
  const t = words.value;
  const [text, setText] = useState("");
  const search = useRested(text.trim());
  const worth = worthSearching(search);
  const found = useLoad(
    `trial-members:${brandId}:${search}`,
    (signal) =>
      worth
        ? ask(searchMembers, { body: { text: search, brandId, limit: 6 }, signal })
        : Promise.resolve(null),
    { linger: true },
  );
  const command = useCommand((member: string) => ask(showTrialMember, { params: { member } }));
  const members = worth ? found.data?.members ?? [] : [];
  return (
    <div class="stack" style={{ "--gap": "var(--s2)" }}>
      <Field
        label={t.findMember}
        hint={t.findMemberHint}
        type="search"
        autocomplete="off"
        value={text}
        onInput={setText}
      />
      <FailureBanner failure={command.failure} />
      {members.length > 0 && (
        <List label={t.findMember}>
          {members.map((member) => (
            <Row
              key={member.id}
              title={member.nameMasked}
              detail={member.phoneMasked ?? ""}
              end={commonWords.value.points(member.balance)}
              onClick={async () => {
                const outcome = await command.send(member.id);
                if (!outcome.done) return;
                set(memberTyped(outcome.answer.member));
                setText("");
              }}
            />
          ))}
        </List>
      )}
    </div>
  );
}
