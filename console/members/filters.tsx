import { ListFilter, Tag, X } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { listMemberCategories } from "../../shared/console/endpoints.ts";
import { startOfDay } from "../../shared/business-day.ts";
import { Button, Field, formats } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { mayI } from "../session.ts";
import { useLoad } from "../use-load.ts";
import { nameIn, usePlaces } from "../use-places.ts";
import { useProgramme } from "../use-programme.ts";
import { useTags } from "../use-tags.ts";
import { ask } from "../wire.ts";
import { KeepDialog } from "./keep-dialog.tsx";
import { memberQuery, putQuery } from "./query.ts";
import { ScreeningDialog } from "./screening-dialog.tsx";
import { type Condition, conditionsIn, type Names } from "./sentences.ts";
import { words } from "./words.ts";

/** Typing rests this long before the list follows, ms. */
const REST = 250;

/** What a screening can choose from, by brand, with the names of it all. */
export function useChoices(brand: string) {
  const { stores } = usePlaces();
  const tiers = useProgramme(brand || null).data?.tiers ?? [];
  const { tags } = useTags();
  const found = useLoad(
    "member-categories",
    (signal) =>
      mayI("member.look-up")
        ? ask(listMemberCategories, { signal })
        : Promise.resolve({ categories: [] }),
  );
  return {
    tiers,
    tags: tags.filter((each) => each.brandId === brand),
    stores: stores.filter((each) => each.brandId === brand),
    categories: (found.data?.categories ?? []).filter((each) => each.brandId === brand),
  };
}

const named = <T extends { id: string }>(all: readonly T[], name: (of: T) => string) =>
(
  id: string,
): string => {
  const found = all.find((each) => each.id === id);
  return found ? name(found) : id.slice(-6);
};

/** What things are called, and how days and numbers are said. */
const namesOf = (choices: ReturnType<typeof useChoices>): Names => ({
  tier: named(choices.tiers, nameIn),
  category: named(choices.categories, nameIn),
  tag: named(choices.tags, (tag) => tag.name),
  store: named(choices.stores, nameIn),
  day: (day) => formats.value.date(startOfDay(day)),
  count: formats.value.count,
});

/** What is typed, the brand, and the conditions that hold. */
export function Filters({ brand }: { brand: string }) {
  const t = words.value;
  const { brandId, filter, text } = memberQuery.value;
  const [open, setOpen] = useState<"screen" | "keep" | null>(null);
  const choices = useChoices(brand);
  const conditions = conditionsIn(filter, t, namesOf(choices));
  return (
    <>
      <div class="filters">
        <Typed />
        <BrandChoice
          value={brandId ?? brand}
          onChange={(chosen) => putQuery({ brandId: chosen, filter: {} })}
        />
        {!text.trim() && (
          <Button
            data-act="screen"
            icon={<ListFilter />}
            onClick={() => setOpen("screen")}
          >
            {t.more}
          </Button>
        )}
      </div>
      {!text.trim() && conditions.length > 0 && (
        <Conditions
          conditions={conditions}
          onKeep={() => setOpen("keep")}
        />
      )}
      {open === "screen" && (
        <ScreeningDialog
          brand={brand}
          onDone={(next) => {
            setOpen(null);
            putQuery({ filter: next });
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "keep" && (
        <KeepDialog
          brand={brand}
          conditions={conditions.map((each) => each.said)}
          onDone={() => setOpen(null)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** The conditions that hold; pressing one takes it away. */
function Conditions(props: { conditions: readonly Condition[]; onKeep: () => void }) {
  const t = words.value;
  return (
    <div class="screened-by">
      {props.conditions.map((condition) => (
        <button
          key={condition.key}
          type="button"
          class="screened-one"
          aria-label={t.without(condition.said)}
          onClick={() => putQuery({ filter: condition.without })}
        >
          {condition.said}
          <X aria-hidden="true" />
        </button>
      ))}
      <Button size="s" variant="quiet" onClick={() => putQuery({ filter: {} })}>
        {t.screenClear}
      </Button>
      {mayI("member.tag") && (
        <Button size="s" data-act="keep" icon={<Tag />} onClick={props.onKeep}>{t.keep}</Button>
      )}
    </div>
  );
}

function Typed() {
  const t = words.value;
  const { text } = memberQuery.value;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const rest = setTimeout(() => putQuery({ text: typed }), REST);
    return () => clearTimeout(rest);
  }, [typed]);
  return (
    <div class="grow">
      <Field
        label={t.search}
        type="search"
        placeholder={t.searchHint}
        spellcheck={false}
        autocomplete="off"
        maxLength={64}
        value={typed}
        onInput={setTyped}
      />
    </div>
  );
}
