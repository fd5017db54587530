import { expect, test } from "vitest";
import { readBody } from "./body.ts";

const request = (body: ReadableStream) =>
  new Request(
    "http://localhost/api/sales",
    { method: "POST", body, duplex: "half" } as RequestInit,
  );

test("a body that breaks off asks for another try, it is no mistake of ours", async () => {
  let pulls = 0;
  const torn = new ReadableStream({
    pull: (to) => {
      if (pulls++ === 0) to.enqueue(new TextEncoder().encode('{"orderNo":'));
      else to.error(new Error("Cannot read request body as underlying resource unavailable"));
    },
  });
  await expect(readBody(request(torn), 1024)).rejects.toMatchObject({
    code: "too-busy",
    fields: { retryAfterSeconds: 1 },
  });
});
