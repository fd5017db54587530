/** A group as one statement. Its statements, one after the other, need the event loop between each
 *  two of them, and the loop is busy deciding the next group: the writing thread would wait for it
 *  eight times a group. So each combination of statements becomes the body of a temporary trigger
 *  of the connection that writes, and a group is one insert into its view: begun, carried out,
 *  committed or taken back by the engine in one go (docs/decisions/038). @module */
import type { Batch } from "./writer.ts";

/** So many are kept; the one that was not used for longest makes room. */
const mostPrograms = 100;
/** Made when it comes for this time: a new one has all others prepared anew. */
export const worthFrom = 4;
/** So many combinations are counted before counting begins anew. */
const mostCounted = 5_000;

type Connection<S> = { exec(sql: string): Promise<void>; prepare(sql: string): Promise<S> };

/** One insert that carries out a batch; `undefined` if this combination cannot be one, or did not come
 *  often enough to be worth it. */
export const createPrograms = <S>(connection: Connection<S>) => {
  const numbers = new Map<string, number>();
  const seen = new Map<string, number>();
  /** In order of their last use. */
  const programs = new Map<string, S | undefined>();

  const numberOf = (sql: string): number => {
    const known = numbers.get(sql);
    if (known !== undefined) return known;
    numbers.set(sql, numbers.size);
    return numbers.size - 1;
  };

  const isWorthIt = (name: string): boolean => {
    const times = (seen.get(name) ?? 0) + 1;
    if (seen.size >= mostCounted) seen.clear();
    seen.set(name, times);
    return times >= worthFrom;
  };

  const makeRoom = async (): Promise<void> => {
    if (programs.size < mostPrograms) return;
    const [oldest] = programs.keys();
    programs.delete(oldest!);
    seen.delete(oldest!);
    await connection.exec(`drop view if exists temp."${oldest}"`);
  };

  const make = async (name: string, batch: Batch): Promise<S | undefined> => {
    const columns = batch.map((_, i) => `a${i}`);
    const body = batch.map(({ sql }, i) => `${sql.replaceAll("?1", `new.a${i}`)};`);
    try {
      await connection.exec(
        `create temp view "${name}" (${columns.join(", ")}) as
           select ${columns.map(() => "null").join(", ")};
         create temp trigger "${name} in one" instead of insert on "${name}" begin
           ${body.join("\n")}
         end`,
      );
      return await connection.prepare(
        `insert into "${name}" values (${columns.map(() => "?").join(", ")})`,
      );
    } catch {
      // What no trigger may hold (a `with` before it); statement by statement it works.
      return undefined;
    }
  };

  return async (batch: Batch): Promise<S | undefined> => {
    const name = `group ${batch.map(({ sql }) => numberOf(sql)).join(" ")}`;
    if (!programs.has(name)) {
      if (!isWorthIt(name)) return undefined;
      await makeRoom();
      const program = await make(name, batch);
      programs.set(name, program);
      return program;
    }
    const program = programs.get(name);
    programs.delete(name);
    programs.set(name, program);
    return program;
  };
};
