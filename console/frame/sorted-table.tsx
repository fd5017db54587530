import { signal } from "@preact/signals";
import { SearchX } from "lucide-preact";
import { EmptyState, Field, Pager, Table, type TableProps } from "../../shared/ui/index.ts";
import { shellWords } from "../words.ts";

interface Standing {
  sort: { key: string; descending: boolean } | null;
  page: number;
  text: string;
}

/** How each list was left; going back finds it so. */
const left = signal<Readonly<Record<string, Standing>>>({});

const PAGE = 50;

export interface SortedTableProps<R> extends Omit<TableProps<R>, "sort" | "onSort"> {
  /** Names the list, so that its order and page are kept. */
  name: string;
  /** What a column is sorted by; only those named here can be. */
  by: Readonly<Record<string, (row: R) => string | number>>;
  /** Offers a search over these words of a row once the list is longer than a screen. */
  find?: { label: string; hint: string; words: (row: R) => readonly string[] };
}

/** A list this long is searched rather than read. */
const LONG = 12;

/** "2 号店" comes before "10 号店". */
const names = new Intl.Collator("zh", { numeric: true });

const compare = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : names.compare(String(a), String(b));

const holds = (words: readonly string[], text: string): boolean => {
  const wanted = text.trim().toLowerCase();
  return words.some((word) => word.toLowerCase().includes(wanted));
};

function NoneFits({ text }: { text: string }) {
  return <EmptyState icon={<SearchX />} title={shellWords.value.searchNone(text)} />;
}

/** A table over a list that is known whole, such as the stores of a chain: sorted and turned here. */
export function SortedTable<R>({ name, by, find, ...table }: SortedTableProps<R>) {
  const standing = left.value[name] ?? { sort: null, page: 0, text: "" };
  const { sort, page, text } = standing;
  const put = (next: Partial<Standing>) =>
    left.value = { ...left.value, [name]: { ...standing, page: 0, ...next } };
  const value = sort && by[sort.key];
  const found = find && text
    ? table.rows.filter((row) => holds(find.words(row), text))
    : table.rows;
  const rows = value
    ? [...found].sort((a, b) => compare(value(a), value(b)) * (sort.descending ? -1 : 1))
    : found;
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const at = Math.min(page, last);
  const shown = rows.slice(at * PAGE, (at + 1) * PAGE);
  return (
    <>
      {find && table.rows.length > LONG && (
        <div class="filters">
          <div class="grow">
            <Field
              label={find.label}
              type="search"
              placeholder={find.hint}
              autocomplete="off"
              value={text}
              onInput={(typed) => put({ text: typed })}
            />
          </div>
        </div>
      )}
      <Table
        {...table}
        {...(text ? { empty: <NoneFits text={text} /> } : {})}
        rows={shown}
        columns={table.columns.map((each) => ({ ...each, sortable: Object.hasOwn(by, each.key) }))}
        {...(sort ? { sort } : {})}
        onSort={(next) => put({ sort: next })}
      />
      {last > 0 && (
        <Pager
          text={shellWords.value.pageRows(at + 1, shown.length)}
          onPrevious={at > 0 ? () => put({ page: at - 1 }) : null}
          onNext={at < last ? () => put({ page: at + 1 }) : null}
        />
      )}
    </>
  );
}
