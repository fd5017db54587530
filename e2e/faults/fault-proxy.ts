/** A line that goes wrong on purpose: it stands in front of a server that speaks HTTP over TCP, knows
 *  where a request ends, and does to it what networks do. The same seed goes wrong alike. @module */
import { connect, createServer, type Socket } from "node:net";
import { requestEnd } from "./request-end.ts";
import { seeded } from "./tried.ts";

export const faults = [
  /** The request is swallowed; the line stays open. */
  "drop",
  /** The request is done, its answer is swallowed. */
  "drop-answer",
  /** The request arrives late, even where its sender has given up. */
  "delay",
  /** The line is reset before the request has gone on. */
  "reset",
  /** The request goes on, and once more on a line of its own. */
  "duplicate",
  /** After the request no more is sent: FIN, while the answer is awaited. */
  "half-close",
  /** The request breaks off in the middle. */
  "cut-request",
  /** The answer breaks off in the middle. */
  "cut-answer",
  /** The answer comes drop by drop. */
  "trickle",
] as const;
export type Fault = typeof faults[number];
export type Chances = Partial<Record<Fault, number>>;

export type FaultProxy = {
  url: string;
  /** From now on, how often each fault (0 to 1) befalls a request. */
  set: (chances: Chances) => void;
  /** Holds back every request that contains this text, until `release`. */
  hold: (containing?: string) => void;
  /** Lets what is held go on, even where its sender has given up. @returns how many that were */
  release: () => number;
  /** What befell how many requests so far. */
  befell: () => Record<Fault, number>;
  /** Requests that came so far. */
  requests: () => number;
  /** Times that a request came while none was under way: what a caller has waited for in turn. */
  legs: () => number;
  close: () => Promise<void>;
};

type Options = {
  seed?: number;
  /** Longest delay of a late request, ms. */
  lateMs?: number;
};

const pieces = 12;
const pieceMs = 15;

type Pair = { client: Socket; upstream: Socket; fault: Fault | null; dripping: number };

/** Drop by drop; what follows waits for what came before. */
const drip = (pair: Pair, data: Buffer): void => {
  const size = Math.ceil(data.length / pieces);
  for (let at = 0; at < data.length; at += size) {
    pair.dripping++;
    const part = data.subarray(at, at + size);
    setTimeout(() => {
      if (!pair.client.destroyed) pair.client.write(part);
      if (--pair.dripping === 0 && pair.upstream.destroyed) pair.client.end();
    }, pair.dripping * pieceMs);
  }
};

const cut = ({ client, upstream }: Pair): void => {
  if (!client.destroyed) client.resetAndDestroy();
  if (!upstream.destroyed) upstream.resetAndDestroy();
};

/** What comes back, as the fault of its request has it. */
const answer = (pair: Pair, data: Buffer): void => {
  if (pair.fault === "drop-answer") return;
  if (pair.fault === "trickle" || pair.dripping > 0) return drip(pair, data);
  if (pair.fault !== "cut-answer") return void pair.client.write(data);
  pair.client.write(data.subarray(0, data.length >> 1), () => cut(pair));
};

const chooser = (seed: number) => {
  const chance = seeded(seed);
  let chances: Chances = {};
  const befell = Object.fromEntries(faults.map((f) => [f, 0])) as Record<Fault, number>;
  return {
    chance,
    befell,
    set: (to: Chances): void => void (chances = to),
    choose: (): Fault | null => {
      let left = chance.next();
      for (const fault of faults) {
        left -= chances[fault] ?? 0;
        if (left >= 0) continue;
        befell[fault]++;
        return fault;
      }
      return null;
    },
  };
};

/** Stands in front of `target` (http://host:port). Without `set` it only passes on and counts. */
export const openFaultProxy = async (
  target: string,
  { seed = 1, lateMs = 400 }: Options = {},
): Promise<FaultProxy> => {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const { chance, befell, set, choose } = chooser(seed);
  let requests = 0;
  let legs = 0;
  const underWay = new Set<Pair>();
  let held: { containing: string; sends: (() => void)[] } | null = null;

  const track = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on("error", () => {}).on("close", () => open.delete(socket));
  };
  const dial = () => track(connect({ port: Number(port), host: hostname, allowHalfOpen: true }));

  /** The same bytes on a line of their own, whose answer nobody hears. */
  const replay = (request: Buffer): void => {
    const line = dial();
    line.on("data", () => line.destroy());
    line.write(request);
  };
  const deliver = (pair: Pair, request: Buffer): void => {
    if (pair.client.destroyed || pair.upstream.destroyed) replay(request);
    else pair.upstream.write(request);
  };

  const take = (pair: Pair, request: Buffer): void => {
    requests++;
    if (underWay.size === 0) legs++;
    underWay.add(pair);
    const send = () => deliver(pair, request);
    pair.fault = choose();
    if (held && request.includes(held.containing)) return void held.sends.push(send);
    switch (pair.fault) {
      case "drop":
        return;
      case "delay":
        return void setTimeout(send, 20 + chance.below(lateMs));
      case "reset":
        return cut(pair);
      case "duplicate":
        if (chance.below(2)) replay(request);
        else setTimeout(() => replay(request), chance.below(50));
        return send();
      case "half-close":
        return void pair.upstream.end(request);
      case "cut-request":
        pair.upstream.write(request.subarray(0, request.length >> 1), () => cut(pair));
        return;
      default:
        return send();
    }
  };

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const pair: Pair = { client: track(client), upstream: dial(), fault: null, dripping: 0 };
    let waiting = Buffer.alloc(0);
    client.on("data", (data) => {
      waiting = Buffer.concat([waiting, data]);
      for (let end = requestEnd(waiting); end > 0; end = requestEnd(waiting)) {
        take(pair, waiting.subarray(0, end));
        waiting = waiting.subarray(end);
      }
    });
    pair.upstream.on("data", (data) => {
      underWay.delete(pair);
      answer(pair, data);
    });
    pair.upstream.on("end", () => pair.dripping || pair.fault === "drop-answer" || client.end());
    pair.upstream.on("close", () => pair.dripping || pair.fault === "drop-answer" || client.end());
    client.on("end", () => client.end());
    client.on("close", () => {
      underWay.delete(pair);
      pair.upstream.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    set,
    hold: (containing = "") => {
      held = { containing, sends: [] };
    },
    release: () => {
      const sends = held?.sends ?? [];
      held = null;
      for (const send of sends) send();
      return sends.length;
    },
    befell: () => ({ ...befell }),
    requests: () => requests,
    legs: () => legs,
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
};
