import { expect, test } from "vitest";
import { findSales } from "../../shared/sales/endpoints.ts";
import { ask, connect, online } from "./ask.ts";

const settled = () => new Promise((done) => setTimeout(done));

test("an earlier question that stays without an answer does not say that there is no network", async () => {
  const asked: { answer: (said: Response) => void; cut: (why: Error) => void }[] = [];
  connect({
    client: "counter",
    fetch: () => new Promise((answer, cut) => asked.push({ answer, cut })),
  });
  const look = () => void ask(findSales, { query: {} } as never).catch(() => {});
  look();
  look();
  asked[1]!.answer(Response.json({ sales: [], nextBefore: null }));
  await settled();
  asked[0]!.cut(new TypeError("timed out"));
  await settled();
  expect(online.value).toBe(true);
  look();
  asked[2]!.cut(new TypeError("cut off"));
  await settled();
  expect(online.value).toBe(false);
});
