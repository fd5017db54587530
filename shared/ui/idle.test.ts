import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Idle, watchIdle } from "./idle.ts";

/** What each watch listens to, in the order in which they were opened. */
let touches: (() => void)[];
let watches: Idle[];

const watch = (together?: string): Idle => {
  const idle = watchIdle({ warnAfterMs: 200, together, onReset: () => {} });
  watches.push(idle);
  return idle;
};
const pass = (ms: number) => new Promise((done) => setTimeout(done, ms));

beforeEach(() => {
  touches = [];
  watches = [];
  vi.stubGlobal("addEventListener", (sign: string, heard: () => void) => {
    if (sign === "pointerdown") touches.push(heard);
  });
  vi.stubGlobal("removeEventListener", () => {});
});
afterEach(() => {
  for (const idle of watches) idle.stop();
  vi.unstubAllGlobals();
});

test("a touch in one tab counts in every tab of that place, and in no other", async () => {
  const [here, beside, elsewhere] = [watch("till"), watch("till"), watch("another till")];
  // The first sign of life of each is told once a second.
  await pass(1_050);
  for (const { left } of [here, beside, elsewhere]) expect(left.value).not.toBeNull();
  here.stay();
  await pass(50);
  expect(beside.left.value).toBeNull();
  expect(elsewhere.left.value).not.toBeNull();
});

test("while the question is up, a stray touch answers nothing", async () => {
  const idle = watch();
  await pass(250);
  touches[0]!();
  expect(idle.left.value).not.toBeNull();
  idle.stay();
  expect(idle.left.value).toBeNull();
});
