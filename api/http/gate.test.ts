import { describe, expect, test } from "vitest";
import { openGate, type Pass, type Turned } from "./gate.ts";

/** A gate whose clock is turned by hand. */
const gateOf = (settings: { first?: number; least?: number; most?: number } = {}) => {
  const clock = { now: 0 };
  const chance = { next: 0 };
  const gate = openGate({ ...settings, now: () => clock.now, chance: () => chance.next });
  /** Asks once; the pass, or null when turned away. */
  const ask = (name: string): Pass | null => {
    const got: Pass | Turned = gate.ask(name);
    return "leave" in got ? got : null;
  };
  /** As a caller whose identity is proved. */
  const enter = (name: string): Pass | null => {
    const pass = ask(name);
    pass?.recognise();
    return pass;
  };
  /** So many times; how many were let in. */
  const many = (n: number, name: (i: number) => string): Pass[] =>
    Array.from({ length: n }, (_, i) => enter(name(i))).filter((p) => p !== null);
  return { gate, clock, chance, ask, enter, many };
};

const recognised = (g: ReturnType<typeof gateOf>, ...names: string[]): void => {
  for (const name of names) g.enter(name)!.leave();
};

describe("how many are let in", () => {
  test("a known caller alone may have the whole limit, and not one more", () => {
    const g = gateOf({ first: 100 });
    recognised(g, "till");
    expect(g.many(500, () => "till").length).toBe(100);
  });

  test("who leaves makes room, and leaving twice makes room once", () => {
    const g = gateOf({ first: 100 });
    recognised(g, "till");
    const [one] = g.many(500, () => "till");
    one!.leave();
    one!.leave();
    expect(g.many(5, () => "till").length).toBe(1);
  });

  test("a machine that gets less done lets fewer in, a faster one more, within its bounds", () => {
    const g = gateOf({ first: 200, least: 20, most: 300 });
    recognised(g, "till");
    const load = (perSecond: number): void => {
      let passes = g.many(400, () => "till");
      for (let i = 0; i < 400; i++) {
        g.clock.now += 10;
        for (const pass of passes.splice(0, perSecond / 100)) pass.leave();
        passes = passes.concat(g.many(400, () => "till"));
      }
      for (const pass of passes) pass.leave();
    };
    load(600);
    expect(g.gate.state().limit).toBeGreaterThan(80);
    expect(g.gate.state().limit).toBeLessThan(100);
    load(100);
    expect(g.gate.state().limit).toBe(20);
    load(2000);
    expect(g.gate.state().limit).toBeGreaterThan(200);
    expect(g.gate.state().limit).toBeLessThanOrEqual(300);
  });

  test("a quiet hour says nothing about how fast the machine is", () => {
    const g = gateOf({ first: 200 });
    for (let i = 0; i < 100; i++) {
      g.clock.now += 1000;
      recognised(g, "till");
    }
    expect(g.gate.state().limit).toBe(200);
  });
});

describe("whom", () => {
  test("one busy till cannot keep fifty others out", () => {
    const g = gateOf({ first: 100 });
    const others = Array.from({ length: 50 }, (_, i) => `till ${i}`);
    recognised(g, "hot", ...others);
    g.clock.now = 5_000;
    expect(g.many(1000, () => "hot").length).toBe(100);
    // Those who come now still get in, above the limit that the busy one has filled.
    expect(g.many(20, (i) => `till ${i}`).length).toBe(20);
    expect(g.many(100, () => "hot").length).toBe(0);
  });

  test("once shares are cut, the busy till has its own and no more", () => {
    const g = gateOf({ first: 100 });
    recognised(g, "hot", "a", "b", "c");
    g.clock.now = 5_000;
    const held = g.many(1000, () => "hot");
    recognised(g, "a", "b", "c");
    for (const pass of held.slice(0, 80)) pass.leave();
    // Up to half of the limit anybody enters; above it nobody beyond a quarter, as four have asked.
    expect(g.many(1000, () => "hot").length).toBe(30);
    expect(g.many(1000, () => "b").length).toBe(25);
  });

  test("made-up names share a quarter, and callers that are known come past them", () => {
    const g = gateOf({ first: 100 });
    recognised(g, "till");
    g.clock.now = 5_000;
    let inside = 0;
    for (let i = 0; i < 1000; i++) if (g.ask(`made up ${i}`)) inside++;
    expect(inside).toBe(50);
    expect(g.many(1000, () => "till").length).toBe(75);
  });
});

describe("when to come again", () => {
  const seconds = (got: Pass | Turned): number =>
    "retryAfterSeconds" in got ? got.retryAfterSeconds : 0;

  test("in a second; where ten are refused for one let in, spread over ten", () => {
    const g = gateOf({ first: 64 });
    recognised(g, "till");
    g.chance.next = 0.999;
    const passes = g.many(64, () => "till");
    expect(seconds(g.gate.ask("till"))).toBe(1);
    g.many(640, () => "till");
    for (const pass of passes) pass.leave();
    g.clock.now += 300;
    g.many(1000, () => "till");
    expect(seconds(g.gate.ask("till"))).toBe(10);
    g.chance.next = 0;
    expect(seconds(g.gate.ask("till"))).toBe(1);
  });
});
