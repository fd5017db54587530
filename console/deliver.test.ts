import { describe, expect, test } from "vitest";
import { Unreachable } from "../shared/call.ts";
import { Problem } from "../shared/problems.ts";
import { deliverer } from "./deliver.ts";

const lost = () => new Unreachable("no line");

/** A line that fails as told and then answers, and what went over it. */
const line = (...failures: Error[]) => {
  const sent: [string, string][] = [];
  const pauses: number[] = [];
  let keys = 0;
  const deliver = deliverer(
    (input: string, key: string) => {
      sent.push([input, key]);
      const failure = failures.shift();
      return failure ? Promise.reject(failure) : Promise.resolve(`done ${input}`);
    },
    () => `key-${++keys}`,
    (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  );
  return { deliver, sent, pauses };
};

describe("a command that gets no answer", () => {
  test("is sent three times with one key", async () => {
    const { deliver, sent, pauses } = line(lost(), new Problem("too-busy"));
    expect(await deliver("+500")).toBe("done +500");
    expect(sent).toEqual([["+500", "key-1"], ["+500", "key-1"], ["+500", "key-1"]]);
    expect(pauses).toEqual([400, 1_200]);
  });

  test("waits as long as a busy server says, unless that is longer than a person does", async () => {
    const busy = (retryAfterSeconds: number) => new Problem("too-busy", { retryAfterSeconds });
    const { deliver, sent, pauses } = line(busy(3), busy(1), busy(8));
    expect(await deliver("+500").catch((error) => error)).toMatchObject({ code: "too-busy" });
    expect(pauses).toEqual([3_000, 1_200]);
    const later = line(busy(8));
    expect(await later.deliver("+500").catch((error) => error.fields)).toEqual({
      retryAfterSeconds: 8,
    });
    expect(later.pauses).toEqual([]);
    await later.deliver("+500");
    expect(new Set([...sent, ...later.sent].map(([, key]) => key))).toEqual(new Set(["key-1"]));
  });

  test("keeps its key when the person sends the same again", async () => {
    const { deliver, sent } = line(lost(), lost(), lost());
    await expect(deliver("+500")).rejects.toBeInstanceOf(Unreachable);
    await deliver("+500");
    expect(new Set(sent.map(([, key]) => key))).toEqual(new Set(["key-1"]));
  });

  test.each(["writer-away", "signed-out", "internal"] as const)(
    "keeps its key over %s, which does not say what became of the first try",
    async (code) => {
      const { deliver, sent } = line(lost(), new Problem(code), new Problem(code));
      await deliver("+500").catch(() => {});
      await deliver("+500").catch(() => {});
      expect(new Set(sent.map(([, key]) => key))).toEqual(new Set(["key-1"]));
    },
  );

  test("gets another key when something else is sent", async () => {
    const { deliver, sent } = line(lost(), lost(), lost());
    await expect(deliver("+500")).rejects.toBeInstanceOf(Unreachable);
    await deliver("+600");
    expect(sent.at(-1)).toEqual(["+600", "key-2"]);
  });
});

test("a refusal is an answer: it is not repeated, and the next try has a new key", async () => {
  const { deliver, sent } = line(new Problem("over-limit", { limit: 5_000 }));
  await expect(deliver("+9000")).rejects.toMatchObject({ code: "over-limit" });
  await deliver("+9000");
  expect(sent).toEqual([["+9000", "key-1"], ["+9000", "key-2"]]);
});

test("the same thing done twice on purpose is two commands", async () => {
  const { deliver, sent } = line();
  await deliver("+500");
  await deliver("+500");
  expect(sent.map(([, key]) => key)).toEqual(["key-1", "key-2"]);
});
