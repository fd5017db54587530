/** One port, from the first moment to a clean stop. @module */
import { CannotStart } from "./settings.ts";

/** What the server tells the app about the connection a request came on (http/address.ts). */
export type Connection = { remoteAddr?: { hostname?: string } };

export type Handler = (request: Request, connection: Connection) => Response | Promise<Response>;

/** How long open answers (event streams among them) may take to end after a stop was asked. */
const drainMs = 1500;

const starting = (): Response =>
  new Response("Starting, one moment.\n", {
    status: 503,
    headers: { "retry-after": "2", "content-type": "text/plain; charset=utf-8" },
  });

/** Takes the port at once (so that two processes never open the same data), answers 503 until
 *  `serve` hands the app in.
 *  @throws CannotStart if the port is taken or may not be used */
export const listen = (host: string, port: number) => {
  let handler: Handler = starting;
  let server: Deno.HttpServer<Deno.NetAddr>;
  try {
    server = Deno.serve(
      { hostname: host, port, onListen: () => {} },
      (request, info) => handler(request, info),
    );
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      throw new CannotStart(
        `port ${port} is taken by another program.\n  Stop it, or choose another: PORT=${
          port + 1
        } npm start`,
      );
    }
    if (error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable) {
      throw new CannotStart(`port ${port} on ${host} may not be used (${error.message})`);
    }
    throw new CannotStart(`cannot listen on ${host}:${port} (${(error as Error).message})`);
  }
  return {
    serve: (to: Handler): void => {
      handler = to;
    },
    /** Takes no new request, lets running ones end, then cuts what is still open. */
    stop: async (): Promise<void> => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((done) => (timer = setTimeout(done, drainMs)));
      await Promise.race([server.shutdown(), late]);
      clearTimeout(timer);
    },
  };
};

/** One Ctrl-C reaches the process several times: from the terminal, and from each starter above. */
const sameSignalMs = 1000;

/** Runs `stop` once at the first SIGINT, SIGTERM or SIGHUP and ends with 0; a later one ends at once. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let since = 0;
  const heard = () => {
    if (since) {
      if (Date.now() - since > sameSignalMs) Deno.exit(130);
      return;
    }
    since = Date.now();
    stop().then(() => Deno.exit(0), (error) => {
      console.error(error);
      Deno.exit(1);
    });
  };
  Deno.addSignalListener("SIGINT", heard);
  if (Deno.build.os === "windows") return;
  Deno.addSignalListener("SIGTERM", heard);
  // The terminal was closed.
  Deno.addSignalListener("SIGHUP", heard);
};
