import { afterEach, beforeEach, expect, test } from "vitest";
import { holdAnswers } from "../bench/held-answers.ts";
import { scanView } from "../bench/members.ts";
import {
  consented,
  dropMember,
  forgetMember,
  member,
  memberTrouble,
  readingMember,
  recognise,
  stopReading,
} from "./member.ts";

const [first, second] = ["9100000000000018", "9100000000000026"];

let asked: ReturnType<typeof holdAnswers>;
const found = (scanId: string) => ({ ...scanView, scanId });
/** The scans that the house was told to end. */
const ended = () => asked.slice(1).filter(({ path }) => path.startsWith("/api/scans/"));

beforeEach(() => void (asked = holdAnswers()));
afterEach(forgetMember);

test.each([
  ["the next customer was called", dropMember],
  ["the dialog that asked was closed", stopReading],
])("an answer that comes after %s names nobody, and its scan is ended", async (_when, leave) => {
  const read = recognise(first!);
  expect(readingMember.value).toBe(true);
  leave();
  expect(readingMember.value).toBe(false);
  await asked[0]!.answer(found("scan-a"));
  expect(await read).toBeNull();
  expect(member.value).toBeNull();
  expect(ended().map(({ path }) => path)).toEqual(["/api/scans/scan-a/end"]);
});

test("the code that was read last says who it is, though the one before is answered later", async () => {
  const [slow, quick] = [recognise(first!), recognise(second!)];
  await asked[1]!.answer(found("scan-b"));
  expect(await quick).toMatchObject({ scanId: "scan-b" });
  await asked[0]!.answer(found("scan-a"));
  expect(await slow).toBeNull();
  expect(member.value?.scanId).toBe("scan-b");
});

test("a late refusal is not told to the next customer", async () => {
  const read = recognise(first!);
  forgetMember();
  await asked[0]!.answer({ type: "/problems/card-frozen", status: 403, title: "" }, 403);
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
