/** Text that is no UTF-8: one flipped bit is enough, and the driver ends the whole process at the
 *  first read of it. Found without reading it as text. @module */
import { isUtf8 } from "node:buffer";
import { checkedMost, sizeOf } from "./check-file.ts";
import type { Db } from "./open.ts";

/** Text columns of each table, as one text per row. */
const textOf = async (db: Db): Promise<{ table: string; text: string }[]> => {
  const rows = await db.execute(
    `select t.name as "table",
       group_concat('coalesce("' || c.name || '", '''')', ' || char(10) || ') as text
     from pragma_table_list t join pragma_table_info(t.name) c
     where t.schema = 'main' and t.type = 'table' and upper(c.type) = 'TEXT'
       and t.name not like 'sqlite_%' and t.name not like 'libsql_%'
     group by t.name`,
  );
  return rows as { table: string; text: string }[];
};

/** @returns a line for each table with text that cannot be read; [] is right */
export const checkText = async (db: Db): Promise<string[]> => {
  // Of a large file only what SQLite takes for more than plain ASCII is handed over, as wrong bytes
  // always are: slower, and never a whole table in memory.
  const large = await sizeOf(db) > checkedMost;
  const wrong: string[] = [];
  for (const { table, text } of await textOf(db)) {
    const some = large ? `where ${text} glob '*[^ -~]*'` : "";
    const [row] = await db.execute(
      `select cast(group_concat(${text}, char(10)) as blob) as bytes from "${table}" ${some}`,
    );
    const bytes = row?.bytes as ArrayBuffer | null;
    if (bytes && !isUtf8(new Uint8Array(bytes))) wrong.push(`text that is none in ${table}`);
  }
  return wrong;
};
