import { afterAll, beforeAll, expect, test } from "vitest";
import { hasLibsqlServer, startLibsqlServer } from "../../e2e/libsql-server.ts";
import { createStreams, type Streams } from "./streams.ts";

type Server = Awaited<ReturnType<typeof startLibsqlServer>>;
let server: Server;
let streams: Streams;
const asked: string[] = [];
/** Notes which requests began a stream: one that goes on names it. */
const noted: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  asked.push(request.method);
  return await fetch(request);
};

const one = (sql: string, args: string[] = []) => [{ sql, args }];
const count = async () =>
  Number((await streams.batch(one("select count(*) as n from shelf"), "read"))[0]![0]!.n);
const put = (...names: string[]) =>
  names.map((name) => ({ sql: "insert into shelf values (?1)", args: [name] }));

beforeAll(async () => {
  if (!hasLibsqlServer()) return;
  server = await startLibsqlServer({ replica: false });
  streams = createStreams(server.url, undefined, noted, 4);
  await streams.batch(one("create table shelf (name text unique) strict"), "write");
}, 60_000);
afterAll(async () => {
  streams?.close();
  await server?.stop();
});

test.skipIf(!hasLibsqlServer())(
  "a batch is all or nothing, and what failed leaves nothing behind on any stream",
  async () => {
    await streams.batch(put("东北大米", "花生油"), "write");
    await expect(streams.batch(put("挂面", "花生油"), "write")).rejects.toThrow(
      /^SQLITE_CONSTRAINT.*: .*UNIQUE constraint failed: shelf.name/,
    );
    expect(await count()).toBe(2);
    await streams.batch(put("挂面"), "write");
    expect(await count()).toBe(3);
  },
);

test.skipIf(!hasLibsqlServer())(
  "each batch is one request, also of many at once, which wait for their turn",
  async () => {
    const before = await count();
    asked.length = 0;
    const names = Array.from({ length: 20 }, (_, i) => `第 ${i + 1} 排`);
    await Promise.all(names.map((name) => streams.batch(put(name), "write")));
    expect(asked).toHaveLength(20);
    expect(await count()).toBe(before + 20);
  },
);

test.skipIf(!hasLibsqlServer())(
  "a stream is kept for the next batch, and one on which something failed is not",
  async () => {
    const alone = createStreams(server.url, undefined, fetch, 1);
    // Counted by the server's connection, so of one stream.
    const changes = async () =>
      (await alone.batch(one("select total_changes() as n"), "read"))[0]![0]!.n;
    await alone.batch(put("生抽", "老抽"), "write");
    expect(await changes()).toBe(2);
    await expect(alone.batch(one("select * from nowhere"), "read")).rejects.toThrow();
    expect(await changes()).toBe(0);
    alone.close();
  },
);

test.skipIf(!hasLibsqlServer())(
  "more statements than a server keeps go over one stream",
  async () => {
    const alone = createStreams(server.url, undefined, fetch, 1);
    for (let i = 0; i < 120; i++) {
      expect(await alone.batch(one(`select ${i} as n, ?1 as said`, ["米"]), "read"))
        .toEqual([[{ n: i, said: "米" }]]);
    }
    expect((await alone.batch(one("select 7 as n, ?1 as said", ["油"]), "read"))[0]![0]!.n).toBe(7);
    alone.close();
  },
);

test.skipIf(!hasLibsqlServer())(
  "a server that was started again is asked over new streams, and nobody hears of it",
  async () => {
    const many = createStreams(server.url, undefined, fetch, 8);
    const eight = () =>
      Promise.all(Array.from({ length: 8 }, () => many.batch(one("select 1 as n"), "read")));
    await eight();
    await server.kill("primary");
    await server.start("primary");
    await many.batch(put("陈醋"), "write");
    expect(await eight()).toEqual(Array.from({ length: 8 }, () => [[{ n: 1 }]]));
    many.close();
  },
  30_000,
);
