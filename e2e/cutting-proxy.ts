/** A line that breaks at the worst moment: the request has gone through, the answer has not come
 *  back yet. @module */
import { connect, createServer, type Socket } from "node:net";

export type CuttingProxy = {
  url: string;
  /** The next n answers are lost: the line is cut when the first byte of each comes back. */
  loseNext: (n: number) => void;
  /** Answers that were lost so far. */
  lost: () => number;
  close: () => Promise<void>;
};

/** Stands in front of `target` (http://host:port). */
export const openCuttingProxy = async (target: string): Promise<CuttingProxy> => {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let toLose = 0;
  let lost = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", cut).on("close", () => {
        open.delete(socket);
        cut();
      });
    }
    client.on("data", (data) => upstream.write(data));
    upstream.on("data", (data) => {
      if (toLose === 0) return void client.write(data);
      toLose--;
      lost++;
      cut();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    loseNext: (n) => {
      toLose = n;
    },
    lost: () => lost,
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
};
