/** The least a JSON route can be on the same server software: the denominator of reads. @module */
import { Hono } from "hono";

const app = new Hono();
app.all("/", async (c) => c.json({ got: (await c.req.text()).length }));
const server = Deno.serve(
  { port: Number(Deno.env.get("PORT")), hostname: "127.0.0.1", onListen: () => {} },
  app.fetch,
);
Deno.addSignalListener("SIGTERM", () => void server.shutdown().then(() => Deno.exit(0)));
