/** The mark that the demo leaves in the database: begun, or done, and its last instant. @module */
import { ranks, reading, writing } from "../db/statement.ts";
import type { House } from "../desk.ts";

export type Mark = { state: "begun" | "done"; now: number };

const markOf = reading<[], { value: string }>(
  "demo's mark",
  "select j.key as n, k.value from json_each(?1) j join keepsake k on k.name = 'demo-seed'",
);

export const writeMark = writing<{ value: string; kept_at: number }>(
  "mark demo",
  ranks.change,
  ["value", "kept_at"],
  `insert into keepsake (name, value, kept_at)
   select 'demo-seed', j.value->>0, j.value->>1 from json_each(?1) j where true
   on conflict (name) do update set value = excluded.value`,
);

/** Null where no demo was ever begun. */
export const readMark = async (house: House): Promise<Mark | null> => {
  const [row] = await house.db.read(markOf, []);
  return row ? JSON.parse(row.value) as Mark : null;
};
