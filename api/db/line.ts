/** The line to a database server: what every call over it is held to. A call has a time by which it is
 *  answered or given up; after one that was not, a small question is asked until it is answered, and
 *  meanwhile nobody else waits for a server that is not there. @module */

/** The server gave no answer. Whether it heard is not known, unless `sent` is false. */
export class NoAnswer extends Error {
  readonly sent: boolean;
  constructor(cause: unknown, sent = true) {
    super(`The database gave no answer (${cause instanceof Error ? cause.message : cause})`, {
      cause,
    });
    this.name = "NoAnswer";
    this.sent = sent;
  }
}

/** Is there an unanswered call below this error? Drizzle wraps what it meets. */
export const noAnswerIn = (error: unknown): NoAnswer | null => {
  for (let e = error, i = 0; e instanceof Error && i < 4; e = e.cause, i++) {
    if (e instanceof NoAnswer) return e;
  }
  return null;
};

/** What the database itself said, and not the way to it: everything else is no answer. */
const isAnswer = (error: unknown): boolean =>
  /^(SQL|TRANSACTION|BLOCKED)/.test(String((error as { code?: unknown } | null)?.code ?? ""));

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`timed out after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const askEveryMs = 150;
const askForMs = 700;
/** So many questions in a row stay without an answer before a server counts as away. */
const awayAfter = 2;

const logged = (name: string, what: string, error?: unknown): void =>
  console.error(JSON.stringify({
    level: what === "back" ? "info" : "error",
    what: `${name} is ${what}`,
    ...(error === undefined ? {} : { error: String((error as Error).message ?? error) }),
  }));

/** @param name for the log
 *  @param ask a question that a server which works answers at once */
export const createLine = (name: string, ask: () => Promise<unknown>) => {
  /** Settles with the first answer, or failure, of the question that is being asked. */
  let doubt: Promise<void> | null = null;
  let away = false;
  let closed = false;

  const askUntilAnswered = async (why: unknown, judged: () => void): Promise<void> => {
    for (let failed = 0; !closed;) {
      try {
        await within(askForMs, ask());
        if (away) logged(name, "back");
        away = false;
        doubt = null;
        return judged();
      } catch (error) {
        if (++failed < awayAfter) continue;
        if (!away && !closed) logged(name, "away", why ?? error);
        away = true;
        judged();
      }
      await new Promise((done) => setTimeout(done, askEveryMs));
    }
  };

  const suspect = (why: unknown): void => {
    if (doubt || closed) return;
    doubt = new Promise((judged) => void askUntilAnswered(why, judged));
  };

  const run = async <T>(forMs: number, work: () => Promise<T>): Promise<T> => {
    if (doubt) await doubt;
    if (away) throw new NoAnswer(`${name} is away`, false);
    try {
      return await within(forMs, work());
    } catch (error) {
      if (isAnswer(error)) throw error;
      suspect(error);
      throw new NoAnswer(error);
    }
  };

  return {
    /** One call that may change something: what became of it without an answer is not known.
     *  @throws NoAnswer, and what the database says */
    once: run,
    /** One call that changes nothing: asked once more if the line just broke.
     *  @throws NoAnswer, and what the database says */
    twice: async <T>(forMs: number, work: () => Promise<T>): Promise<T> => {
      try {
        return await run(forMs, work);
      } catch (error) {
        if (!(error instanceof NoAnswer) || !error.sent) throw error;
        return await run(forMs, work);
      }
    },
    /** True unless the last call failed and nothing has been heard since. */
    isHere: (): boolean => doubt === null,
    close: (): void => {
      closed = true;
    },
  };
};

export type Line = ReturnType<typeof createLine>;
