import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../test-house.ts";

type Heard = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

let heard: Heard[];
let server: Server;
let writerUrl: string;
let edge: TestHouse;

const publicUrl = "https://jifu.example";

beforeEach(async () => {
  heard = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      heard.push({ method: request.method!, url: request.url!, headers: request.headers, body });
      if (request.url === "/api/hangs-up") return response.destroy();
      response.writeHead(201, {
        "content-type": "application/json",
        "set-cookie": ["a=1; Path=/", "b=2; Path=/"],
        "jifu-level": "7",
      });
      response.end('{"done":true}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  writerUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  edge = await openTestHouse({ WRITER_URL: writerUrl, PUBLIC_URL: publicUrl });
});
afterEach(async () => {
  await edge.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const command = (path: string, headers: Record<string, string> = {}) =>
  edge.raw(path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "jifu-client": "pwa",
      "idempotency-key": "key-0123456789abcdef",
      cookie: "jifu-member=secret",
      origin: publicUrl,
      ...headers,
    },
    body: '{"a":"福"}',
  });

describe("a process that is not the writer", () => {
  test("hands a command over whole and the answer back whole", async () => {
    const answer = await command("/api/sales?x=1");
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ method: "POST", url: "/api/sales?x=1", body: '{"a":"福"}' });
    expect(heard[0]!.headers).toMatchObject({
      "idempotency-key": "key-0123456789abcdef",
      cookie: "jifu-member=secret",
      origin: publicUrl,
      "jifu-client": "pwa",
      "content-type": "application/json",
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
    expect(answer.headers.get("jifu-level")).toBe("7");
    expect(await answer.json()).toEqual({ done: true });
  });

  test("tells the writer the caller's own address, not one that the caller made up", async () => {
    await command("/api/sales", { "x-forwarded-for": "8.8.8.8" });
    expect(heard[0]!.headers["x-forwarded-for"]).toBe("unknown");
  });

  test("answers safe methods itself", async () => {
    const answer = await edge.raw("/api/brands");
    expect(answer.status).toBe(200);
    expect(heard).toEqual([]);
  });

  test("says writer-away when the writer hangs up or is not there", async () => {
    const dropped = await command("/api/hangs-up");
    expect(dropped.status).toBe(503);
    expect(dropped.headers.get("retry-after")).toBe("2");
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    const gone = await command("/api/sales");
    expect(gone.status).toBe(503);
    expect((await gone.json()).type).toBe("/problems/writer-away");
    expect((await edge.raw("/api/brands")).status).toBe(200);
  });

  test("does not pass on what was already passed on", async () => {
    const answer = await command("/api/sales", { "jifu-forwarded": "1" });
    expect(answer.status).toBe(503);
    expect(heard).toEqual([]);
  });

  test("refuses a body over the limit without bothering the writer", async () => {
    const answer = await edge.raw("/api/sales", {
      method: "POST",
      headers: { "content-type": "application/json", "jifu-client": "pwa" },
      body: "x".repeat(600 * 1024),
    });
    expect(answer.status).toBe(413);
    expect(heard).toEqual([]);
  });
});
