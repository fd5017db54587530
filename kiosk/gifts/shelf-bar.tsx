import { ChefHat } from "lucide-preact";
import { shelvesToShow } from "../../shared/gifts/browse.ts";
import type { GiftView, ShelfView } from "../../shared/gifts/gift.ts";
import { nameOf } from "../shell/name-in.ts";
import { mallWords } from "./mall-words.ts";
import "./shelf-bar.css";

interface ShelfBarProps {
  gifts: readonly GiftView[];
  shelves: readonly ShelfView[];
  /** A shelf's id, "other", or null for everything. */
  value: string | null;
  onChange: (shelf: string | null) => void;
}

/** The shelves of the mall to go along. */
export function ShelfBar({ gifts, shelves, value, onChange }: ShelfBarProps) {
  const t = mallWords.value;
  const shown = shelvesToShow(gifts, shelves);
  if (shown.length === 0) return null;
  const all: { id: string | null; name: string; menu: boolean }[] = [
    { id: null, name: t.allShelves, menu: false },
    ...shown.map((each) =>
      each === "other"
        ? { id: each, name: t.otherShelf, menu: false }
        : { id: each.id, name: nameOf(each), menu: each.kind === "menu" }
    ),
  ];
  return (
    <div class="shelf-bar" role="radiogroup" aria-label={t.shelves}>
      {all.map(({ id, name, menu }) => (
        <label key={id ?? "all"} class="shelf-chip">
          <input
            type="radio"
            name="shelf"
            class="sr-only"
            checked={id === value}
            onChange={() => onChange(id)}
          />
          {menu && <ChefHat aria-hidden="true" />}
          {name}
        </label>
      ))}
    </div>
  );
}
