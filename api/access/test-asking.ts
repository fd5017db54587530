/** Requests for tests of who asks: callers on a house without doors, taken to an actor. @module */
import { type Actor, nobody, openDesk } from "../desk.ts";
import { openBareHouse } from "../test-bare-house.ts";
import type { Caller, TestHouse } from "../test-house.ts";
import { type Asking, identify } from "./identify.ts";
import { type Ground, places } from "./test-callers.ts";

type Request = Partial<Pick<Asking, "method" | "pathWithQuery" | "body">>;

export const openAsking = async () => {
  const bare = await openBareHouse();
  const { house, clock } = bare;
  const { db } = house;
  await db.batch(places.map((sql) => ({ sql })));
  let count = 0;
  const ground: Ground = {
    ...bare as TestHouse,
    db,
    desk: (actor = nobody) => openDesk(house, actor, { now: clock.now }),
    next: () => count++,
  };
  /** The request of a caller, with what it sends along. */
  const asking = async (as: Caller, request: Request = {}): Promise<Asking> => {
    const { method = "POST", pathWithQuery = "/api/scans", body = "{}" } = request;
    const signed = await as.sign?.(method, pathWithQuery, body);
    const headers: Record<string, string> = { "jifu-client": as.client, ...as.headers, ...signed };
    return {
      method,
      pathWithQuery,
      body,
      now: clock.now,
      header: (name) => headers[name],
      cookie: (name) => as.cookies?.get(name),
    };
  };
  const run = (sql: string, ...args: string[]) => db.execute(sql, args);
  return {
    ground,
    house,
    clock,
    db,
    close: bare.close,
    asking,
    who: async (as: Caller, request: Request = {}): Promise<Actor> =>
      identify(house, await asking(as, request)),
    /** The same in a process that is not the writer. */
    whoElsewhere: async (as: Caller): Promise<Actor> => {
      const settings = { ...house.settings, writerUrl: "http://127.0.0.1:9" };
      return identify({ ...house, settings }, await asking(as));
    },
    run,
    /** The one value of a row, once what is noted behind an answer has been written. */
    only: async (sql: string, ...args: string[]) => {
      await db.write([]);
      return Object.values((await run(sql, ...args))[0]!)[0];
    },
  };
};
