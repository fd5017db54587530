/** The server of a replay: the product as it is started, on a free port, which ends with the replay,
 *  however that ends. @module */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import process from "node:process";

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

export type OwnServer = {
  origin: string;
  /** Does the work, and gives up as soon as the server has ended by itself. @throws Error then */
  during: <T>(work: Promise<T>) => Promise<T>;
  stop: () => Promise<void>;
};

/** @throws Error if it does not come up */
export const startServer = async (databaseUrl: string): Promise<OwnServer> => {
  const port = await freePort();
  const file = new URL("serve-while.ts", import.meta.url).pathname;
  const child = spawn(Deno.execPath(), ["run", "-A", file, String(process.pid)], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, DEMO: "0" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let over = false;
  const ended = new Promise<void>((done) => child.once("exit", () => done())).then(() => {
    over = true;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 300; i++) {
    if (over) throw new Error("The server of the replay did not start");
    if (await fetch(`${origin}/api/brands`).then((r) => r.ok, () => false)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  const away = async (): Promise<never> => {
    await ended;
    throw new Error("The server of the replay has ended; start the replay again to go on");
  };
  return {
    origin,
    during: (work) => Promise.race([work, away()]),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
};
