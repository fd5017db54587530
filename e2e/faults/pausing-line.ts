/** A line that can be held: nothing gets through, nothing is lost, and later it goes on. @module */
import { connect, createServer, type Socket } from "node:net";

export type PausingLine = {
  url: string;
  pause: (on: boolean) => void;
  close: () => Promise<void>;
};

/** Stands in front of `target` (http://host:port), whatever is spoken there. */
export const openPausingLine = async (target: string): Promise<PausingLine> => {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let paused = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      open.add(from);
      from.on("error", cut).on("close", () => {
        open.delete(from);
        cut();
      });
      from.on("data", (data) => to.write(data));
      if (paused) from.pause();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    pause: (on) => {
      paused = on;
      for (const socket of open) on ? socket.pause() : socket.resume();
    },
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
};
