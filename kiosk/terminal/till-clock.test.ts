import { expect, test } from "vitest";
import { type ClockMark, openClock } from "./till-clock.ts";

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.parse("2026-11-22T12:00:00+08:00");

/** A device with a clock of its own; `reload` starts a page with what the one before has kept. */
const device = (now: number) => {
  const at = { now, watch: 0 };
  let kept: ClockMark | undefined;
  let writes = 0;
  const reload = () => {
    at.watch = 0;
    return openClock({
      now: () => at.now,
      watch: () => at.watch,
      recall: () => Promise.resolve(kept),
      keep: (mark) => {
        kept = mark;
        writes++;
        return Promise.resolve();
      },
    });
  };
  const pass = (ms: number) => {
    at.now += ms;
    at.watch += ms;
  };
  return { at, reload, pass, writes: () => writes };
};

test("a clock that runs ahead is known to do so after a reload without network", async () => {
  const till = device(noon + 2 * hour);
  till.reload().learn(noon, till.at.now);
  till.pass(10 * minute);
  const page = till.reload();
  expect(page.offMs()).toBe(0);
  await page.recall();
  expect(page.serverNow()).toBe(noon + 10 * minute);
  expect(page.offMs()).toBe(2 * hour);
});

test("a clock that is put back without network does not take the time back", async () => {
  const till = device(noon);
  const page = till.reload();
  page.learn(noon, till.at.now);
  till.pass(hour);
  till.at.now -= 48 * hour;
  expect(page.serverNow()).toBe(noon + hour);
  expect(page.offMs()).toBe(-48 * hour);
  // A new page knows no more than when the server was last heard.
  const next = till.reload();
  await next.recall();
  till.pass(minute);
  expect(next.serverNow()).toBe(noon + minute);
  expect(next.offMs()).toBeLessThan(-46 * hour);
});

test("what the server says counts more than what was kept", async () => {
  const till = device(noon + 2 * hour);
  till.reload().learn(noon, till.at.now);
  // Somebody has put the clock right.
  till.at.now = noon + minute;
  const page = till.reload();
  page.learn(noon + minute, till.at.now);
  await page.recall();
  expect(page.serverNow()).toBe(noon + minute);
  expect(page.offMs()).toBe(0);
});

test("a few seconds are not worth a word, and the disk is not written with every answer", () => {
  const till = device(noon + 20_000);
  const page = till.reload();
  for (let i = 0; i < 30; i++) {
    page.learn(till.at.now - 20_000 + i, till.at.now);
    till.pass(1_000);
  }
  expect(page.offMs()).toBe(0);
  expect(till.writes()).toBe(1);
  till.pass(minute);
  page.learn(till.at.now - 20_000, till.at.now);
  expect(till.writes()).toBe(2);
});
