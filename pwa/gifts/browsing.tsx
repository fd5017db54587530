import { signal } from "@preact/signals";
import { ChefHat } from "lucide-preact";
import { type Browsing, shelvesToShow } from "../../shared/gifts/browse.ts";
import type { GiftView, ShelfView } from "../../shared/gifts/gift.ts";
import { lang, SelectField, Switch } from "../../shared/ui/index.ts";
import { whenLeaving } from "../members/session.ts";
import { nameIn } from "../shell/name-in.ts";
import { mallWords } from "./data.ts";
import "./browsing.css";

const everything: Browsing = { shelf: null, within: false, sort: "house" };

/** How the mall is looked at; stays while a gift is looked at and the way back is taken. */
export const browsing = signal<Browsing>(everything);
whenLeaving(() => browsing.value = everything);

const look = (more: Partial<Browsing>) => browsing.value = { ...browsing.value, ...more };

/** Shows everything again. */
export const lookAtAll = () => look({ shelf: null, within: false });

/** Shelves to go along, and how what is on them is sorted. */
export function BrowsingBar(
  props: { gifts: readonly GiftView[]; shelves: readonly ShelfView[] },
) {
  const t = mallWords.value;
  const shelves = shelvesToShow(props.gifts, props.shelves);
  const { shelf, within, sort } = browsing.value;
  return (
    <>
      {shelves.length > 0 && (
        <div class="shelf-bar" role="radiogroup" aria-label={t.shelves}>
          <ShelfChip id={null} name={t.allShelves} chosen={shelf === null} />
          {shelves.map((each) =>
            each === "other"
              ? <ShelfChip key="other" id="other" name={t.otherShelf} chosen={shelf === "other"} />
              : (
                <ShelfChip
                  key={each.id}
                  id={each.id}
                  name={nameIn(lang.value, each)}
                  menu={each.kind === "menu"}
                  chosen={shelf === each.id}
                />
              )
          )}
        </div>
      )}
      <div class="browse-row">
        <Switch
          label={t.within}
          checked={within}
          onChange={(checked) => look({ within: checked })}
        />
        <SelectField
          label={t.sort}
          labelHidden
          value={sort}
          options={(["house", "up", "down"] as const)
            .map((value) => ({ value, label: t.sorts[value] }))}
          onChange={(value) => look({ sort: value })}
        />
      </div>
    </>
  );
}

function ShelfChip(
  props: { id: string | null; name: string; chosen: boolean; menu?: boolean },
) {
  const { id, name, chosen, menu } = props;
  return (
    <label class="shelf-chip">
      <input
        type="radio"
        name="shelf"
        class="sr-only"
        checked={chosen}
        onChange={() => look({ shelf: id })}
      />
      {menu && <ChefHat aria-hidden="true" />}
      {name}
    </label>
  );
}
