/** Statements of the general parameters. @module */
import { type Parameters, readParameters } from "../../shared/parameters/parameters.ts";
import { ranks, reading, writing } from "../db/statement.ts";
import type { Desk } from "../desk.ts";
import { brandOf } from "../points/handles.ts";

export type ParametersRow = { body: string; revision: number; changed_at: number };

/** The parameters of a brand (see brandOf); no row while nobody has changed any: `readParameters(row?.body)`. */
export const parametersOf = reading<[brand: string], ParametersRow>(
  "parameters of a brand",
  `select j.key as n, p.body, p.revision, p.changed_at
   from json_each(?1) j join parameter_set p on p.brand_id = ${brandOf("j.value->>0")}`,
);

/** The parameters of a brand (see brandOf), with the defaults for what nobody changed. One coalesced read: start
 *  it beside the others of the verb. */
export const parametersIn = async (desk: Pick<Desk, "db">, brand: string): Promise<Parameters> =>
  readParameters((await desk.db.read(parametersOf, [brand]))[0]?.body);

/** The same for screens, which may be told by a replica. */
export const parametersSeen = async (
  desk: Pick<Desk, "db" | "seen">,
  brandId: string,
): Promise<Parameters> =>
  readParameters((await desk.db.readSeen(parametersOf, [brandId], desk.seen))[0]?.body);

/** The first change makes the row, later ones lift the revision by one or collide. */
export const keepParameters = writing<{
  brand_id: string;
  body: string;
  revision: number;
  changed_by: string | null;
  changed_at: number;
}>(
  "keep parameters",
  ranks.change,
  ["brand_id", "body", "revision", "changed_by", "changed_at"],
  `insert into parameter_set (brand_id, body, revision, changed_by, changed_at)
   select j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4
   from json_each(?1) j where true order by j.key
   on conflict (brand_id) do update set body = excluded.body, revision = excluded.revision,
     changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
);
