/** Batches over streams that stay open. The client of the server opens a stream for each call, and the
 *  server a connection for each stream, which reads our whole schema first: measured 3.7 to 4.7 ms
 *  a call, 0.6 to 0.8 over a stream that is kept (docs/decisions/039). Statements are sent once a
 *  stream and named from then on. @module */
import {
  BatchCond,
  HttpServerError,
  type HttpStream,
  openHttp,
  parseLibsqlUrl,
  ResponseError,
  type Sql,
  Stmt,
} from "@libsql/hrana-client";
import type { Batch } from "./writer.ts";

type Rows = Record<string, unknown>[];
type Kept = { stream: HttpStream; sqls: Map<string, Sql>; usedAt: number };

/** The server gives a stream up after ten seconds in which it heard nothing. */
const idleMaxMs = 5_000;
/** What comes at once beyond this is let go again. */
const keptMax = 8;
/** Statements that a stream keeps, and how long each may be. The server keeps fifty, and knows nothing
 *  of the fifty-first; the client of the server keeps thirty, and so do we. */
const sqlsMax = 30;
const sqlLengthMax = 4_900;

/** What the server said, with its code in front, as its other client words it. */
const worded = (error: unknown): unknown =>
  error instanceof ResponseError && error.code
    ? Object.assign(new Error(`${error.code}: ${error.message}`, { cause: error }), {
      code: error.code,
    })
    : error;

/** The server does not know this stream (any more): it was started anew, or gave the stream up.
 *  Nothing of the request was carried out. */
const isUnknown = (error: unknown): boolean =>
  (error instanceof HttpServerError && error.status === 400 && /baton/i.test(error.message)) ||
  (error instanceof ResponseError && error.code === "STREAM_EXPIRED");

const stmtOf = ({ stream, sqls }: Kept, sql: string, args: readonly string[]): Stmt => {
  let known = sqls.get(sql);
  if (!known && sqls.size < sqlsMax && sql.length <= sqlLengthMax) {
    known = stream.storeSql(sql);
    sqls.set(sql, known);
  }
  return new Stmt(known ?? sql).bindIndexes(args);
};

/** One transaction, all or nothing, in one request. */
const carryOut = async (kept: Kept, begin: string, batch: Batch): Promise<Rows[]> => {
  const steps = kept.stream.batch(false);
  const first = steps.step();
  const answers: Promise<unknown>[] = [first.run(begin)];
  let last = first;
  const rows = batch.map(({ sql, args }) => {
    const step = steps.step().condition(BatchCond.ok(last));
    const answer = step.query(stmtOf(kept, sql, args));
    last = step;
    answers.push(answer);
    return answer;
  });
  const commit = steps.step().condition(BatchCond.ok(last));
  answers.push(commit.run("commit"));
  const back = steps.step().condition(BatchCond.not(BatchCond.ok(commit)));
  // What failed is told by the step that failed.
  back.run("rollback").catch(() => {});
  for (const answer of answers) answer.catch(() => {});
  await steps.execute();
  await Promise.all(answers);
  const results = await Promise.all(rows);
  return results.map((result) => result!.rows as unknown as Rows);
};

/** @param call how a request is sent
 *  @param most batches at once; what comes beyond waits */
export const createStreams = (
  url: string,
  authToken: string | undefined,
  call: typeof fetch,
  most: number,
) => {
  const { hranaHttpUrl, authToken: tokenOfUrl } = parseLibsqlUrl(url);
  const client = openHttp(hranaHttpUrl ?? url, authToken ?? tokenOfUrl, call);
  let idle: Kept[] = [];
  let running = 0;
  const waiting: (() => void)[] = [];

  const take = (): Kept => {
    const now = performance.now();
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      if (!kept.stream.closed && now - kept.usedAt < idleMaxMs) return kept;
      kept.stream.close();
    }
    return { stream: client.openStream(), sqls: new Map(), usedAt: now };
  };

  const give = (kept: Kept): void => {
    kept.usedAt = performance.now();
    if (idle.length < keptMax && !kept.stream.closed) idle.push(kept);
    else kept.stream.close();
  };

  /** Whatever keeps one stream from its answer may keep all: none of them is tried again. */
  const dropIdle = (): void => {
    for (const { stream } of idle) stream.close();
    idle = [];
  };

  const once = async (begin: string, batch: Batch): Promise<Rows[]> => {
    const kept = take();
    try {
      const rows = await carryOut(kept, begin, batch);
      give(kept);
      return rows;
    } catch (error) {
      // Whatever state it is in, nobody else shall meet it.
      kept.stream.close();
      if (!(error instanceof ResponseError) || isUnknown(error)) dropIdle();
      throw error;
    }
  };

  return {
    /** Rows of each statement of one transaction.
     *  @throws what the database said, with its code; whatever else kept the answer from us */
    batch: async (batch: Batch, mode: "read" | "write"): Promise<Rows[]> => {
      if (running < most) running++;
      else await new Promise<void>((turn) => waiting.push(turn));
      // sqld takes a read for what it is only if its transaction says so.
      const begin = mode === "read" ? "begin transaction readonly" : "begin immediate";
      try {
        return await once(begin, batch).catch((error) => {
          if (isUnknown(error)) return once(begin, batch);
          throw error;
        });
      } catch (error) {
        throw worded(error);
      } finally {
        // Whoever waits has this turn: nobody who comes in between takes it as well.
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
    close: (): void => {
      dropIdle();
      client.close();
    },
  };
};

export type Streams = ReturnType<typeof createStreams>;
