import { afterEach, beforeEach, expect, test } from "vitest";
import { scanView } from "../bench/members.ts";
import { connect } from "../terminal/ask.ts";
import {
  consented,
  dropMember,
  forgetMember,
  member,
  memberTrouble,
  readingMember,
  recognise,
} from "./member.ts";

const [first, second] = ["9100000000000018", "9100000000000026"];

/** Scans that wait for their answer, by the code that was read; and the scans that were ended. */
const waiting = new Map<string, (answer: Response) => void>();
const ended: string[] = [];

const found = (scanId: string) => ({ ...scanView, scanId });
const answer = (code: string, body: object, status = 200) =>
  waiting.get(code)!(Response.json(body, { status }));
const settled = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  waiting.clear();
  ended.length = 0;
  connect({
    client: "counter",
    fetch: (path, { body }) => {
      const scan = /^\/api\/scans\/([^/]+)/.exec(path)?.[1];
      if (scan) {
        ended.push(scan);
        return Promise.resolve(Response.json({}));
      }
      return new Promise((done) => waiting.set(JSON.parse(String(body)).code, done));
    },
  });
});
afterEach(forgetMember);

test("an answer that comes after the next customer was called names nobody, and its scan is ended", async () => {
  const read = recognise(first!);
  expect(readingMember.value).toBe(true);
  dropMember();
  expect(readingMember.value).toBe(false);
  answer(first!, found("scan-a"));
  expect(await read).toBeNull();
  await settled();
  expect(member.value).toBeNull();
  expect(ended).toEqual(["scan-a"]);
});
test("the code that was read last says who it is, though the one before is answered later", async () => {
  const [slow, quick] = [recognise(first!), recognise(second!)];
  answer(second!, found("scan-b"));
  expect(await quick).toMatchObject({ scanId: "scan-b" });
  answer(first!, found("scan-a"));
  expect(await slow).toBeNull();
  await settled();
  expect(member.value?.scanId).toBe("scan-b");
  expect(ended).toEqual(["scan-a"]);
});
test("a late refusal is not told to the next customer", async () => {
  const read = recognise(first!);
  forgetMember();
  answer(first!, { code: "card-frozen", status: 403 }, 403);
  expect(await read).toBeNull();
  expect(memberTrouble.value).toBeNull();
});
test("a consent that comes after another member was scanned lets nobody spend", () => {
  member.value = { ...found("scan-b"), rights: "earn" };
  consented({ ...found("scan-a"), rights: "spend" });
  expect(member.value).toMatchObject({ scanId: "scan-b", rights: "earn" });
  consented({ ...found("scan-b"), rights: "spend" });
  expect(member.value).toMatchObject({ scanId: "scan-b", rights: "spend" });
});
