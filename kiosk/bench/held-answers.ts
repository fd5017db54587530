/** A house that answers when it is told to, for tests of what comes late. @module */
import { connect } from "../terminal/ask.ts";

interface Held {
  path: string;
  body: Record<string, unknown>;
  answer: (body: object, status?: number) => Promise<void>;
}

/** Connects the counter to it. @returns what was asked so far, in order */
export const holdAnswers = (): Held[] => {
  const asked: Held[] = [];
  connect({
    client: "counter",
    fetch: (path, { body }) =>
      new Promise((done) => {
        asked.push({
          path,
          body: JSON.parse(body ?? "{}"),
          answer: (said, status = 200) => {
            done(Response.json(said, { status }));
            return heard();
          },
        });
      }),
  });
  return asked;
};

/** Whoever waited for nothing but an answer has heard it. */
const heard = () => new Promise<void>((done) => setTimeout(done));
