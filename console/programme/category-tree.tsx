import { ChevronRight } from "lucide-preact";
import { useState } from "preact/hooks";
import { Field } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import type { CategoryRow } from "../use-programme.ts";
import "./category-tree.css";
import { words } from "./words.ts";

export interface CategoryTreeProps {
  label: string;
  categories: readonly CategoryRow[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** More of them than this, and one can be looked for by name. */
const MANY = 12;

/** A tree of categories to tick; one that is ticked covers all below it. */
export function CategoryTree({ label, categories, value, onChange }: CategoryTreeProps) {
  const t = words.value.pick;
  const [search, setSearch] = useState("");
  const known = new Set(categories.map((category) => category.id));
  const roots = categories.filter((each) => each.parentId === null || !known.has(each.parentId));
  if (roots.length === 0) return <p class="soft">{t.noCategories}</p>;
  const toggle = (id: string, on: boolean) => {
    if (!on) return onChange(value.filter((each) => each !== id));
    // What lies below is covered now and need not be named.
    const below = new Set(descendants(id, categories));
    onChange([...value.filter((each) => !below.has(each)), id]);
  };
  const wanted = search.trim().toLowerCase();
  const matches = (each: CategoryRow): boolean =>
    `${each.nameZh} ${each.nameEn}`.toLowerCase().includes(wanted);
  const shown = (each: CategoryRow): boolean =>
    wanted === "" || matches(each) ||
    descendants(each.id, categories).some((id) =>
      categories.some((c) => c.id === id && matches(c))
    );
  return (
    <div class="category-tree" role="group" aria-label={label}>
      {categories.length > MANY && (
        <Field
          label={t.findCategory}
          labelHidden
          type="search"
          placeholder={t.findCategory}
          autocomplete="off"
          value={search}
          onInput={setSearch}
        />
      )}
      <ul class="category-roots">
        {roots.filter(shown).map((root) => (
          <Branch
            key={root.id}
            category={root}
            {...{ categories, value, shown }}
            covered={false}
            opened={wanted !== ""}
            onToggle={toggle}
          />
        ))}
      </ul>
    </div>
  );
}

interface BranchProps {
  category: CategoryRow;
  categories: readonly CategoryRow[];
  value: readonly string[];
  shown: (category: CategoryRow) => boolean;
  /** A category above is ticked. */
  covered: boolean;
  /** Stands open because something is looked for. */
  opened: boolean;
  onToggle: (id: string, on: boolean) => void;
}

function Branch(props: BranchProps) {
  const { category, categories, value, shown, covered, opened, onToggle } = props;
  const t = words.value.pick;
  const below = categories.filter((each) => each.parentId === category.id);
  const some = descendants(category.id, categories).some((id) => value.includes(id));
  const [own, setOwn] = useState<boolean | null>(null);
  const open = opened || (own ?? some);
  const on = covered || value.includes(category.id);
  const name = nameIn(category);
  return (
    <li>
      <div class="category-row">
        {below.length > 0
          ? (
            <button
              type="button"
              class={`category-open ${open ? "is-open" : ""}`}
              aria-expanded={open}
              aria-label={t.below(name)}
              onClick={() => setOwn(!open)}
            >
              <ChevronRight aria-hidden="true" />
            </button>
          )
          : <span class="category-open" />}
        <label class="category-label">
          <input
            type="checkbox"
            checked={on}
            disabled={covered}
            ref={(box) => {
              if (box) box.indeterminate = !on && some;
            }}
            onChange={(event) => onToggle(category.id, event.currentTarget.checked)}
          />
          <span>{name}</span>
          {below.length > 0 && <span class="faint small">{below.length}</span>}
        </label>
      </div>
      {open && below.length > 0 && (
        <ul class="category-below">
          {below.filter(shown).map((each) => (
            <Branch key={each.id} {...props} category={each} covered={on} />
          ))}
        </ul>
      )}
    </li>
  );
}

const descendants = (id: string, categories: readonly CategoryRow[]): string[] =>
  categories.filter((each) => each.parentId === id)
    .flatMap((each) => [each.id, ...descendants(each.id, categories)]);
