/** Constant SQL that takes all its rows as one JSON parameter, so a batch has about as many
 *  statements as there are tables, however many commands it carries: statement count is what a
 *  write costs here, not rows (docs/decisions/003). @module */

/** The SQL of every statement declared so far, by name: what a database must understand. */
export const declared = new Map<string, string>();

const declare = (name: string, sql: string): void => {
  declared.set(declared.has(name) ? `${name} (${declared.size})` : name, sql);
};

/** A read that answers many callers at once: `?1` is a JSON array of argument arrays, and the first
 *  column of every row is `n`, the index of the caller it belongs to. */
export type ReadStatement<Args extends readonly unknown[], Row> = {
  readonly name: string;
  readonly sql: string;
  /** Answers one caller only: whoever asks in the same turn is asked for separately. */
  readonly alone: boolean;
  readonly types?: { args: Args; row: Row };
};

/** Declares a read. Write it as `select j.key as n, … from json_each(?1) j join …` with the
 *  arguments as `j.value->>0`, `j.value->>1` … What cannot be written so (a limit from an argument)
 *  begins with `select 0 as n` and takes its arguments as `json_extract(?1, '$[0][0]')` … */
export const reading = <Args extends readonly unknown[], Row>(
  name: string,
  sql: string,
): ReadStatement<Args, Row> => {
  declare(name, sql);
  return { name, sql, alone: /^\s*select 0 as n\b/.test(sql) };
};

export type WriteStatement<Row> = {
  readonly name: string;
  readonly rank: number;
  readonly columns: readonly string[];
  readonly sql: string;
  /** One row for a write set. */
  row(row: Row): Write;
};

/** One row waiting to be written by its statement. */
export type Write = { statement: WriteStatement<never>; values: unknown[] };

/** Order in which the statements of a batch run: what is referred to comes first. */
export const ranks = {
  command: 0,
  place: 5,
  member: 10,
  loyaltyAccount: 12,
  device: 13,
  card: 14,
  account: 20,
  journal: 30,
  entry: 40,
  lot: 50,
  lotUse: 60,
  cause: 70,
  causeLine: 75,
  change: 80,
  message: 90,
  audit: 95,
} as const;

/** Declares a write. In `sql`, `j.value->>0` is the first column's value. */
export const writing = <Row extends object>(
  name: string,
  rank: number,
  columns: readonly (keyof Row & string)[],
  sql: string,
): WriteStatement<Row> => {
  declare(name, sql);
  const statement: WriteStatement<Row> = {
    name,
    rank,
    columns,
    sql,
    row: (row) => ({
      statement: statement as unknown as WriteStatement<never>,
      values: columns.map((column) => row[column] ?? null),
    }),
  };
  return statement;
};

/** Declares a plain insert of all given columns. */
export const inserting = <Row extends object>(
  table: string,
  rank: number,
  columns: readonly (keyof Row & string)[],
): WriteStatement<Row> =>
  writing<Row>(
    `insert ${table}`,
    rank,
    columns,
    `insert into ${table} (${columns.join(", ")}) select ${
      columns.map((_, i) => `j.value->>${i}`).join(", ")
    } from json_each(?1) j where true order by j.key`,
  );
