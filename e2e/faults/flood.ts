/** Requests at a rate that does not wait for answers, over plain sockets: a client that is cheap
 *  enough to ask for ten times what a server beside it can do. @module */
import { connect, type Socket } from "node:net";

export type Answer = {
  status: number;
  /** From when it was due to its last byte, ms. */
  ms: number;
  retryAfter: string | null;
  body: string;
};

/** A whole HTTP request as it goes over the line. */
export const requestText = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body: unknown,
): string => {
  const text = body === undefined ? "" : JSON.stringify(body);
  const all: Record<string, string> = {
    host: "localhost",
    ...headers,
    ...(text ? { "content-type": "application/json" } : {}),
    "content-length": String(Buffer.byteLength(text)),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${text}`;
};

type Line = { socket: Socket; got: string; answered: ((got: string) => void) | null };

/** The answer, once it is there whole. */
const wholeAnswer = (got: string): Omit<Answer, "ms"> | null => {
  const end = got.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = got.slice(0, end).toLowerCase();
  const length = Number(/\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0);
  // Latin-1: one character a byte.
  if (got.length < end + 4 + length) return null;
  return {
    status: Number(head.slice(9, 12)),
    retryAfter: /\nretry-after: ([^\r\n]*)/.exec(head)?.[1] ?? null,
    body: Buffer.from(got.slice(end + 4), "latin1").toString(),
  };
};

/** Keeps connections open and lends the free ones.
 *  @param most connections at once */
export const openLines = (url: string, most = 800) => {
  const { hostname, port } = new URL(url);
  const free: Line[] = [];
  const all: Line[] = [];
  let cut = 0;

  const make = (): Line => {
    const line: Line = {
      socket: connect({ host: hostname, port: Number(port), noDelay: true }),
      got: "",
      answered: null,
    };
    line.socket.setEncoding("latin1");
    line.socket.on("data", (text: unknown) => {
      line.got += text as string;
      line.answered?.(line.got);
    });
    line.socket.on("error", () => {});
    line.socket.on("close", () => {
      all.splice(all.indexOf(line), 1);
      if (line.answered) cut++;
    });
    all.push(line);
    return line;
  };

  return {
    /** Sends one request; null where every line is taken. */
    send: (text: string, dueAt = performance.now()): Promise<Answer> | null => {
      const line = free.pop() ?? (all.length < most ? make() : null);
      if (!line) return null;
      line.got = "";
      return new Promise((done) => {
        line.answered = (got) => {
          const answer = wholeAnswer(got);
          if (!answer) return;
          line.answered = null;
          free.push(line);
          done({ ...answer, ms: performance.now() - dueAt });
        };
        line.socket.write(text);
      });
    },
    /** Connections that ended before their answer. */
    cut: () => cut,
    close: (): void => {
      for (const line of [...all]) line.socket.destroy();
    },
  };
};

export type Lines = ReturnType<typeof openLines>;

/** Asks `perSecond` times a second for so long, whatever becomes of it.
 *  @returns every answer, and how many could not be sent as no line was free */
export const flood = async <T>(
  lines: Lines,
  { perSecond, ms, make, kept }: {
    perSecond: number;
    ms: number;
    make: (i: number) => { text: string; note: T };
    /** Told each answer as it comes. */
    kept: (answer: Answer, note: T) => void;
  },
): Promise<{ sent: number; unsent: number }> => {
  const from = performance.now();
  const open: Promise<void>[] = [];
  let next = 0;
  let unsent = 0;
  for (let now = from; now - from < ms; now = performance.now()) {
    const due = Math.floor((now - from) * perSecond / 1000);
    for (; next < due; next++) {
      const { text, note } = make(next);
      const answer = lines.send(text, from + next * 1000 / perSecond);
      if (answer) open.push(answer.then((a) => kept(a, note)));
      else unsent++;
    }
    await new Promise((done) => setTimeout(done, 2));
  }
  await Promise.race([Promise.all(open), new Promise((done) => setTimeout(done, 10_000))]);
  return { sent: next - unsent, unsent };
};

/** Closed loops: so many callers, each with its next request once the last is answered. */
export const steady = async (
  lines: Lines,
  callers: number,
  ms: number,
  make: (i: number) => string,
): Promise<{ perSecond: number; answers: Answer[] }> => {
  const from = performance.now();
  const answers: Answer[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: callers }, async () => {
    while (performance.now() - from < ms) answers.push(await lines.send(make(next++))!);
  }));
  return { perSecond: answers.length / (performance.now() - from) * 1000, answers };
};

/** The value below which this part of them lies. */
export const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) =>
    a - b
  )[Math.min(values.length - 1, Math.floor(values.length * part))] ??
    0;
