import { describe, expect, test } from "vitest";
import { progress } from "./progress.ts";

const screen = (isTerminal: boolean) => {
  const said: string[] = [];
  const clock = { now: 0 };
  const say = progress({ isTerminal, write: (text) => said.push(text), now: () => clock.now });
  return { said, clock, say };
};

describe("how far a replay is", () => {
  test("is a line at every tenth in a log, with pace and what is left", () => {
    const { said, clock, say } = screen(false);
    for (let done = 1; done <= 200; done++) {
      clock.now = done * 10;
      say("sales", done, 200);
    }
    expect(said).toHaveLength(11);
    expect(said[5]).toBe("sales 50 % 100/200 101/s, 1 s left\n");
    expect(said[10]).toBe("sales 100 % 200/200 101/s\n");
    expect(said.join("")).toMatch(/^[\w %/,\n]+$/);
  });

  test("is one bar drawn over itself on a terminal, ten times a second at most", () => {
    const { said, clock, say } = screen(true);
    for (let done = 1; done <= 1000; done++) {
      clock.now = done;
      say("sales", done, 1000);
    }
    expect(said.length).toBeLessThanOrEqual(11);
    expect(said.every((text) => text.startsWith("\r"))).toBe(true);
    expect(said.filter((text) => text.endsWith("\n"))).toEqual([said.at(-1)]);
    expect(said.at(-1)).toContain("█".repeat(30));
    expect(said.at(-1)).toContain("1000/1000");
  });

  test("counts what was done before a run as done, not as fast", () => {
    const { said, clock, say } = screen(false);
    say("sales", 901, 1000);
    for (let done = 902; done <= 1000; done++) {
      clock.now += 10;
      say("sales", done, 1000);
    }
    expect(said.at(-1)).toBe("sales 100 % 1000/1000 101/s\n");
  });
});
