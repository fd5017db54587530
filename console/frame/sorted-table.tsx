import { signal } from "@preact/signals";
import { Pager, Table, type TableProps } from "../../shared/ui/index.ts";
import { shellWords } from "../words.ts";

interface Standing {
  sort: { key: string; descending: boolean } | null;
  page: number;
}

/** How each list was left; going back finds it so. */
const left = signal<Readonly<Record<string, Standing>>>({});

const PAGE = 50;

export interface SortedTableProps<R> extends Omit<TableProps<R>, "sort" | "onSort"> {
  /** Names the list, so that its order and page are kept. */
  name: string;
  /** What a column is sorted by; only those named here can be. */
  by: Readonly<Record<string, (row: R) => string | number>>;
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh");

/** A table over a list that is known whole, such as the stores of a chain: sorted and turned here. */
export function SortedTable<R>({ name, by, ...table }: SortedTableProps<R>) {
  const { sort, page } = left.value[name] ?? { sort: null, page: 0 };
  const put = (next: Standing) => left.value = { ...left.value, [name]: next };
  const value = sort && by[sort.key];
  const rows = value
    ? [...table.rows].sort((a, b) => compare(value(a), value(b)) * (sort.descending ? -1 : 1))
    : table.rows;
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const at = Math.min(page, last);
  const shown = rows.slice(at * PAGE, (at + 1) * PAGE);
  return (
    <>
      <Table
        {...table}
        rows={shown}
        columns={table.columns.map((each) => ({ ...each, sortable: Object.hasOwn(by, each.key) }))}
        {...(sort ? { sort } : {})}
        onSort={(next) => put({ sort: next, page: 0 })}
      />
      {last > 0 && (
        <Pager
          text={shellWords.value.pageRows(at + 1, shown.length)}
          onPrevious={at > 0 ? () => put({ sort, page: at - 1 }) : null}
          onNext={at < last ? () => put({ sort, page: at + 1 }) : null}
        />
      )}
    </>
  );
}
