/** A way to a server that is not there: answers from memory, for the bench alone. @module */
import type { Transport, TransportAnswer } from "../../shared/call.ts";
import type { AnswerOf, Endpoint } from "../../shared/endpoint.ts";
import { Problem, problemBody } from "../../shared/problems.ts";

/** What a door answers: a body, a refusal, nothing at all, or nothing yet. */
type Reply<E> = AnswerOf<E> | Problem | "unreachable" | "never";

export interface Door {
  method: string;
  path: RegExp;
  reply: (input: { body: unknown; query: URLSearchParams }) => unknown;
}

/** A door of the server that is not there. */
export const answers = <E extends Endpoint<string>>(
  endpoint: E,
  reply: Reply<E> | ((input: { body: never; query: URLSearchParams }) => Reply<E>),
): Door => ({
  method: endpoint.method,
  path: new RegExp(`^${endpoint.path.replace(/:[a-zA-Z]+/g, "[^/]+")}$`),
  reply: (typeof reply === "function" ? reply : () => reply) as Door["reply"],
});

/** A transport over doors; what has no door is unreachable. */
export function benchTransport(doors: readonly Door[]): Transport {
  return {
    client: "kiosk",
    fetch: async (pathWithQuery, init): Promise<TransportAnswer> => {
      const [path = "", search = ""] = pathWithQuery.split("?");
      const door = doors.find((each) => each.method === init.method && each.path.test(path));
      const said = door?.reply({
        body: init.body ? JSON.parse(init.body) : undefined,
        query: new URLSearchParams(search),
      }) ?? "unreachable";
      if (said === "never") return await new Promise<never>(() => {});
      if (said === "unreachable") throw new Error("nobody is there");
      const refused = said instanceof Problem;
      return {
        status: refused ? said.status : 200,
        headers: { get: () => null },
        text: () =>
          Promise.resolve(JSON.stringify(refused ? problemBody(said, "zh-CN", "bench") : said)),
      };
    },
  };
}
