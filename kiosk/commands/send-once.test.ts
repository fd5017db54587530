import { describe, expect, test } from "vitest";
import { Unreachable } from "../../shared/call.ts";
import { Problem, type ProblemCode } from "../../shared/problems.ts";
import { type Command, memoryDrawer } from "./command.ts";
import { OutcomeUnknown, sendKept, sendOnce } from "./send-once.ts";

const command: Command = {
  key: "0f8fad5b-d9cb-469f-a165-70867728950e",
  endpoint: "recordSale",
  body: { orderNo: "20261122-7QK2-0042" },
  madeAt: 0,
  label: "20261122-7QK2-0042",
};

/** Answers in the given order; notes what was sent and what was in the drawer at that moment. */
const desk = (answers: (string | Error)[]) => {
  const drawer = memoryDrawer();
  const keptWhileSending: number[] = [];
  const waited: number[] = [];
  let clock = 0;
  return {
    drawer,
    keptWhileSending,
    waited,
    sending: {
      drawer,
      now: () => clock,
      sleep: (ms: number) => Promise.resolve(void (waited.push(ms), clock += ms)),
      send: async (sent: Command) => {
        expect(sent.key).toBe(command.key);
        keptWhileSending.push((await drawer.all()).length);
        const answer = answers.shift() ?? new Unreachable("no more");
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
  };
};

describe("sendOnce", () => {
  test("keeps the command before it is sent and forgets it with the answer", async () => {
    const d = desk(["booked"]);
    expect(await sendOnce(command, d.sending)).toBe("booked");
    expect(d.keptWhileSending).toEqual([1]);
    expect(await d.drawer.all()).toEqual([]);
  });

  test("an answer counts though the disk does not let go of the command", async () => {
    const d = desk(["booked"]);
    const stuck = { ...d.drawer, remove: () => Promise.reject(new Error("disk")) };
    expect(await sendOnce(command, { ...d.sending, drawer: stuck })).toBe("booked");
    expect(await d.drawer.all()).toEqual([command]);
  });

  test("what the disk does not take is not sent", async () => {
    const d = desk(["booked"]);
    const full = { ...d.drawer, put: () => Promise.reject(new Error("full")) };
    await expect(sendOnce(command, { ...d.sending, drawer: full })).rejects.toThrow("full");
    expect(d.keptWhileSending).toEqual([]);
  });

  test("repeats lost answers with the same key until one comes", async () => {
    const d = desk([new Unreachable("cut"), new Problem("internal"), "booked"]);
    expect(await sendOnce(command, d.sending)).toBe("booked");
    expect(d.keptWhileSending).toEqual([1, 1, 1]);
    expect(d.waited).toEqual([400, 1_000]);
  });

  test("a refusal is final and forgotten", async () => {
    const d = desk([new Problem("scan-expired")]);
    await expect(sendOnce(command, d.sending)).rejects.toMatchObject({ code: "scan-expired" });
    expect(await d.drawer.all()).toEqual([]);
  });

  test("a writer that gave no answer may have booked: the same key asks again", async () => {
    const d = desk([new Problem("writer-away", { retryAfterSeconds: 2 }), "booked"]);
    expect(await sendOnce(command, d.sending)).toBe("booked");
    expect(d.waited).toEqual([2_000]);
  });

  test("waits as long as the server says", async () => {
    const d = desk([new Problem("too-busy", { retryAfterSeconds: 3 }), "booked"]);
    await sendOnce(command, d.sending);
    expect(d.waited).toEqual([3_000]);
  });

  test("when patience ends the command stays, and the same key finds the first answer", async () => {
    const d = desk(Array.from({ length: 9 }, () => new Unreachable("cut")));
    const failed = await sendOnce(command, { ...d.sending, patienceMs: 9_000 })
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(OutcomeUnknown);
    expect(d.waited).toEqual([400, 1_000, 2_000, 4_000]);
    expect(await d.drawer.all()).toEqual([command]);

    const later = desk(["booked long ago"]);
    await later.drawer.put(command);
    expect(await sendKept(command, later.sending)).toBe("booked long ago");
    expect(await later.drawer.all()).toEqual([]);
  });

  test.each<ProblemCode>(["signed-out", "not-allowed", "terminal-unknown", "proof-invalid"])(
    "%s keeps the command for after the next sign-in, without knocking again",
    async (code) => {
      const d = desk([new Problem(code)]);
      await expect(sendOnce(command, d.sending)).rejects.toBeInstanceOf(OutcomeUnknown);
      expect(d.waited).toEqual([]);
      expect(await d.drawer.all()).toEqual([command]);
    },
  );
});
