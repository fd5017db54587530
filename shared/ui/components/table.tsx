import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, ChevronsUpDown } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { commonWords } from "../lang.ts";
import { IconButton } from "./button.tsx";
import { Skeleton } from "./spinner.tsx";
import "./table.css";

export interface Column<R> {
  key: string;
  title: string;
  cell: (row: R) => ComponentChildren;
  /** Figures stand at the end of the cell. */
  numeric?: boolean;
  /** The header can be pressed to sort by this column. */
  sortable?: boolean;
  /** CSS width. */
  width?: string;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export interface TableProps<R> {
  /** What the table shows, for screen readers. */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Makes rows clickable; the first cell then holds a real button. */
  onOpen?: (row: R) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Shows grey rows while the page is fetched. */
  loading?: boolean;
  /** Shown instead of rows when there are none. */
  empty?: ComponentChildren;
}

/** A table whose sorting and paging happen on the server. */
export function Table<R>(props: TableProps<R>) {
  const { caption, columns, rows, loading, empty } = props;
  if (!loading && rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="table" aria-busy={loading || undefined}>
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {loading && rows.length === 0 ? <GreyRows columns={columns} /> : <Rows {...props} />}
        </tbody>
      </table>
    </div>
  );
}

function Rows<R>(props: TableProps<R>) {
  const { columns, rows, rowKey, onOpen } = props;
  return (
    <>
      {rows.map((row) => (
        <tr
          key={rowKey(row)}
          class={onOpen ? "table-open" : undefined}
          onClick={onOpen && (() => onOpen(row))}
        >
          {columns.map((column, index) => (
            <td key={column.key} class={column.numeric ? "table-number" : undefined}>
              {index === 0 && onOpen
                ? <button type="button" class="table-link">{column.cell(row)}</button>
                : column.cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

function GreyRows<R>(props: { columns: readonly Column<R>[] }) {
  return (
    <>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <tr key={row}>
          {props.columns.map((column) => (
            <td key={column.key}>
              <Skeleton width={column.numeric ? "4em" : "70%"} />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

function HeadCell<R>(
  props: {
    column: Column<R>;
    sort?: Sort | undefined;
    onSort?: ((sort: Sort) => void) | undefined;
  },
) {
  const { column, sort, onSort } = props;
  const words = commonWords.value;
  const on = sort?.key === column.key;
  const descending = on && sort.descending;
  const style = column.width ? { width: column.width } : undefined;
  const place = column.numeric ? "table-number" : undefined;
  if (!column.sortable || !onSort) {
    return <th scope="col" class={place} style={style}>{column.title}</th>;
  }
  const Arrow = !on ? ChevronsUpDown : descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      class={place}
      style={style}
      aria-sort={on ? (descending ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        class="table-sort"
        title={words.sortBy(column.title)}
        onClick={() => onSort({ key: column.key, descending: on ? !descending : false })}
      >
        {column.title}
        <Arrow aria-hidden="true" />
      </button>
    </th>
  );
}

export interface PagerProps {
  /** What the line says, for example "1–50 of 1,204"; the caller knows whether a total exists. */
  text: string;
  /** Missing or null: there is no such page. */
  onPrevious?: (() => void) | null;
  onNext?: (() => void) | null;
  busy?: boolean;
}

/** Back and forward through the pages of a table. */
export function Pager(props: PagerProps) {
  const words = commonWords.value;
  return (
    <nav class="pager" aria-label={props.text}>
      <span class="small soft numbers" role="status">{props.text}</span>
      <span class="inline">
        <IconButton
          label={words.previousPage}
          icon={<ChevronLeft />}
          disabled={!props.onPrevious || props.busy}
          onClick={() => props.onPrevious?.()}
        />
        <IconButton
          label={words.nextPage}
          icon={<ChevronRight />}
          disabled={!props.onNext || props.busy}
          onClick={() => props.onNext?.()}
        />
      </span>
    </nav>
  );
}
