/** The shape of many machines, with real processes: two servers on one database, of which one hands
 *  its commands to the other. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Chain, openChain } from "./chain.ts";

let writer: Chain;
let edge: Chain;
let till: string;

beforeAll(async () => {
  writer = await openChain({ TRUST_PROXY: "1" });
  edge = await openChain({
    DATABASE_URL: `file:${writer.database}`,
    WRITER_URL: writer.url,
    PUBLIC_URL: "http://localhost",
  });
  till = /jifu_demo_\w+/.exec(writer.said())![0];
});
afterAll(async () => {
  await edge?.close();
  await writer?.close();
});

const send = (at: string, path: string, init: RequestInit = {}) =>
  fetch(at + path, {
    ...init,
    headers: { "content-type": "application/json", "jifu-client": "pwa", ...init.headers },
  });

const sell = (at: string, orderNo: string, key: string) =>
  send(at, "/api/sales", {
    method: "POST",
    headers: { authorization: `Bearer ${till}`, "jifu-client": "pos", "idempotency-key": key },
    body: JSON.stringify({
      orderNo,
      lines: [{ name: "散装大米", quantityMilli: 1000, amountFen: 1280 }],
      totalFen: 1280,
    }),
  });

const found = async (at: string, orderNo: string): Promise<{ saleId: string }[]> => {
  const answer = await send(at, `/api/sales?orderNo=${orderNo}`, {
    headers: { authorization: `Bearer ${till}` },
  });
  return (await answer.json()).sales;
};

describe("a process that is not the writer", () => {
  test("books through the writer, once per key, and shows it at once", async () => {
    const key = "many-processes-key-0001";
    const first = await sell(edge.url, "MP-1", key);
    const again = await sell(edge.url, "MP-1", key);
    const atWriter = await sell(writer.url, "MP-1", key);
    expect([first.status, again.status, atWriter.status]).toEqual([201, 201, 201]);
    const { saleId } = await first.json();
    expect((await again.json()).saleId).toBe(saleId);
    expect((await atWriter.json()).saleId).toBe(saleId);
    expect((await found(edge.url, "MP-1")).map((s) => s.saleId)).toEqual([saleId]);
  });

  test("signs a member in: the cookie comes back through it and holds at both", async () => {
    const phone = /13\d{9}/.exec(writer.said())![0];
    const brands = await (await send(edge.url, "/api/brands")).json();
    const brandId = brands.brands[0].id;
    const asked = await send(edge.url, "/api/members/codes", {
      method: "POST",
      body: JSON.stringify({ brandId, phone, language: "zh-CN" }),
    });
    expect(asked.status).toBe(200);
    const { requestId } = await asked.json();
    const code = await edge.codeFor(phone);
    const signedIn = await send(edge.url, "/api/members/sign-in", {
      method: "POST",
      body: JSON.stringify({ requestId, code, deviceLabel: "小米 15" }),
    });
    expect((await signedIn.json()).state).toBe("signed-in");
    const cookie = signedIn.headers.getSetCookie()[0]!.split(";")[0]!;
    for (const at of [edge.url, writer.url]) {
      const me = await send(at, "/api/members/me", { headers: { cookie } });
      expect(me.status).toBe(200);
    }
  });

  test("refuses commands honestly while the writer is away, goes on reading, and recovers", async () => {
    await writer.kill();
    const key = "many-processes-key-0002";
    const refused = await sell(edge.url, "MP-2", key);
    expect(refused.status).toBe(503);
    expect((await refused.json()).type).toBe("/problems/writer-away");
    expect((await found(edge.url, "MP-1")).length).toBe(1);
    await writer.start();
    expect((await sell(edge.url, "MP-2", key)).status).toBe(201);
    expect((await found(edge.url, "MP-2")).length).toBe(1);
  });

  test("stops cleanly on Ctrl-C", async () => {
    expect(await edge.stop()).toBe(0);
    expect(await writer.stop()).toBe(0);
    expect(writer.said()).toContain("Stopped");
  });
});
