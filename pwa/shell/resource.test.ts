import { expect, test, vi } from "vitest";
import { Unreachable } from "../../shared/call.ts";
import type { Kept } from "./kept.ts";
import { openResource } from "./resource.ts";

// Node has no IndexedDB: this is the phone that refuses storage, which is told about it.
const told = vi.spyOn(console, "warn").mockImplementation(() => {});

/** A server that answers when it is told to, in the order it was asked. */
const server = <T = string>() => {
  const asked: { answer: (value: T) => void; fail: (why: Error) => void }[] = [];
  const fetchIt = () =>
    new Promise<T>((answer, fail) => {
      asked.push({ answer, fail });
    });
  return { asked, fetchIt };
};

/** Whatever waits for nothing but its turn has had it. */
const settled = () => new Promise((done) => setTimeout(done));

test("wishes of the same moment are one question", async () => {
  const { asked, fetchIt } = server();
  const { load, state } = openResource(fetchIt);
  const both = Promise.all([load(), load()]);
  await settled();
  expect(asked).toHaveLength(1);
  asked[0]!.answer("388");
  await both;
  expect(state.value).toMatchObject({ data: "388", busy: false, trouble: null });
});

test("what was asked before the change is not shown as what is there after it", async () => {
  const { asked, fetchIt } = server();
  const { load, state } = openResource(fetchIt);
  void load();
  await settled();
  const afterCancelling = load();
  asked[0]!.answer("open");
  await settled();
  expect(state.value).toMatchObject({ data: null, busy: true });
  asked[1]!.answer("cancelled");
  await afterCancelling;
  expect(state.value).toMatchObject({ data: "cancelled", busy: false });
  expect(asked).toHaveLength(2);
});

test("newer data from an event stays, and the server is asked once more", async () => {
  const { asked, fetchIt } = server();
  const { load, put, state } = openResource(fetchIt);
  const loaded = load();
  await settled();
  put("394");
  asked[0]!.answer("388");
  await settled();
  expect(state.value.data).toBe("394");
  asked[1]!.answer("394 and the rest");
  await loaded;
  expect(state.value).toMatchObject({ data: "394 and the rest", busy: false });
});

test("an answer that comes after the member has left is not shown and not kept", async () => {
  const { asked, fetchIt } = server<Kept["claims"]>();
  const { load, reset, state } = openResource<Kept["claims"]>(fetchIt, "claims");
  const [before, next]: Kept["claims"][] = [{ claims: [] }, { claims: [] }];
  void load();
  await settled();
  reset();
  told.mockClear();
  asked[0]!.answer(before!);
  await settled();
  expect(state.value).toEqual({ data: null, at: null, busy: false, trouble: null });
  expect(told).not.toHaveBeenCalled();
  void load();
  await settled();
  asked[1]!.answer(next!);
  await settled();
  expect(state.value.data).toBe(next);
  expect(told).toHaveBeenCalledExactlyOnceWith("not kept:", "claims", expect.anything());
});

test("a failure leaves what was there, and the next try clears it", async () => {
  const { asked, fetchIt } = server();
  const { load, put, state } = openResource(fetchIt);
  put("388");
  void load();
  await settled();
  asked[0]!.fail(new Unreachable("cut"));
  await settled();
  expect(state.value).toMatchObject({ data: "388", busy: false, trouble: { offline: true } });
  void load();
  await settled();
  asked[1]!.answer("394");
  await settled();
  expect(state.value).toMatchObject({ data: "394", busy: false, trouble: null });
});
