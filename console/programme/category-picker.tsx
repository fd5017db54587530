import { Checkbox } from "../../shared/ui/index.ts";
import { nameIn } from "../use-places.ts";
import type { CategoryRow } from "../use-programme.ts";
import { words } from "./words.ts";

export interface CategoryPickerProps {
  categories: readonly CategoryRow[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** A tree of categories to tick; one that is ticked covers all below it. */
export function CategoryPicker({ categories, value, onChange }: CategoryPickerProps) {
  const t = words.value;
  const known = new Set(categories.map((category) => category.id));
  const roots = categories.filter((each) => each.parentId === null || !known.has(each.parentId));
  if (roots.length === 0) return <p class="soft">{t.excludedNone}</p>;
  const toggle = (id: string, on: boolean) => {
    if (!on) return onChange(value.filter((each) => each !== id));
    // What lies below is covered now and need not be named.
    const below = new Set(descendants(id, categories));
    onChange([...value.filter((each) => !below.has(each)), id]);
  };
  return (
    <>
      <p class="small soft">
        {t.excludedHint}
        {value.length > 0 && ` · ${t.excludedCount(value.length)}`}
      </p>
      <ul class="categories">
        {roots.map((root) => (
          <Branch
            key={root.id}
            category={root}
            {...{ categories, value }}
            covered={false}
            onToggle={toggle}
          />
        ))}
      </ul>
    </>
  );
}

function Branch(props: {
  category: CategoryRow;
  categories: readonly CategoryRow[];
  value: readonly string[];
  /** A category above is ticked. */
  covered: boolean;
  onToggle: (id: string, on: boolean) => void;
}) {
  const { category, categories, value, covered, onToggle } = props;
  const on = covered || value.includes(category.id);
  const below = categories.filter((each) => each.parentId === category.id);
  return (
    <li>
      <Checkbox
        label={nameIn(category)}
        checked={on}
        disabled={covered}
        onChange={(ticked) => onToggle(category.id, ticked)}
      />
      {below.length > 0 && (
        <ul class="categories-below">
          {below.map((each) => <Branch key={each.id} {...props} category={each} covered={on} />)}
        </ul>
      )}
    </li>
  );
}

const descendants = (id: string, categories: readonly CategoryRow[]): string[] =>
  categories.filter((each) => each.parentId === id)
    .flatMap((each) => [each.id, ...descendants(each.id, categories)]);
