import { useEffect, useMemo, useState } from "preact/hooks";
import type { CategoryView } from "../../shared/goods/endpoints.ts";
import { Field, SelectField } from "../../shared/ui/index.ts";
import { BrandChoice } from "../frame/brand-choice.tsx";
import { nameIn } from "../use-places.ts";
import { goodsQuery, pathTo, putQuery } from "./query.ts";
import { words } from "./words.ts";

/** Typing rests this long before the goods are asked, ms. */
const REST = 250;

const states = ["listed", "hidden"] as const;

export interface FiltersProps {
  brandId: string;
  categories: readonly CategoryView[];
}

/** What narrows the list: words, the categories level by level, and the state. */
export function Filters({ brandId, categories }: FiltersProps) {
  const t = words.value;
  const { text, state } = goodsQuery.value;
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed.trim() === goodsQuery.value.text) return;
    const rest = setTimeout(() => putQuery({ text: typed.trim() }), REST);
    return () => clearTimeout(rest);
  }, [typed]);
  return (
    <div class="filters">
      <div class="grow">
        <Field
          label={t.search}
          type="search"
          placeholder={t.searchHint}
          autocomplete="off"
          maxLength={40}
          value={typed}
          onInput={setTyped}
        />
      </div>
      <Levels categories={categories} />
      <SelectField
        label={t.state}
        value={state ?? ""}
        options={[
          { value: "", label: t.anyState },
          ...states.map((value) => ({ value, label: t.states[value] })),
        ]}
        onChange={(value) => putQuery({ state: states.find((each) => each === value) ?? null })}
      />
      <BrandChoice
        value={brandId}
        onChange={(id) => putQuery({ brandId: id, categoryId: null })}
      />
    </div>
  );
}

/** One choice per level: thousands of categories in one list could not be read. */
function Levels({ categories }: { categories: readonly CategoryView[] }) {
  const t = words.value;
  const { categoryId } = goodsQuery.value;
  const byId = useMemo(() => new Map(categories.map((each) => [each.id, each])), [categories]);
  const path = pathTo(byId, categoryId);
  const parents = [null, ...path.map(({ id }) => id)];
  return (
    <>
      {parents.map((parentId, level) => {
        const below = categories.filter((each) => each.parentId === parentId);
        if (below.length === 0) return null;
        return (
          <SelectField
            key={level}
            label={t.category(level)}
            value={path[level]?.id ?? ""}
            options={[
              { value: "", label: t.anyCategory },
              ...below.map((each) => ({ value: each.id, label: nameIn(each) })),
            ]}
            onChange={(id) => putQuery({ categoryId: id || parentId })}
          />
        );
      })}
    </>
  );
}
