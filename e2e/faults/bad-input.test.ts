/** Every door of the API description, knocked at by everybody with what makes no sense: it is
 *  refused as the description says, in the reader's language, and the database stays as it was to
 *  the last bit. SOAK=1 sends ten times as many; SEED gives others. */
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScene, type Scene } from "../../api/access/test-scene.ts";
import { chanceFrom } from "../../api/http/test-bad-input.ts";
import { verifyLedger } from "../../api/points/verify.ts";
import type { Caller } from "../../api/test-house.ts";
import { badRequest, kinds } from "./bad-requests.ts";
import { describedDoors } from "./described-doors.ts";
import { everybody, everyCaller, type Who } from "../../api/access/test-everybody.ts";
import { fingerprint } from "./fingerprint.ts";
import { sendBad } from "./send-bad.ts";
import { soak, tried } from "./tried.ts";

const seed = Number(process.env.SEED ?? 4);
const wanted = soak ? 200_000 : 20_000;

const doors = describedDoors();
const mayPass = (who: Who, roles: readonly string[], permission: string): boolean =>
  permission === "anyone" || roles.includes(who);

/** Two where the guard stops them; the rest is shared by those who get past it. */
const pairs = everybody.flatMap((who) =>
  doors.map((door) => ({ who, door, passes: mayPass(who, door.roles, door.permission) }))
);
const passing = pairs.filter((p) => p.passes).length;
const each = Math.ceil((wanted - 2 * (pairs.length - passing)) / passing);

let scene: Scene;
let callers: Record<Who, Caller>;
const sent = { all: 0, kinds: new Map<string, number>(), codes: new Map<string, number>() };
const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);

beforeAll(async () => {
  scene = await openScene({}, { DEMO: "1" });
  callers = await everyCaller(scene);
});
afterAll(async () => {
  await scene.close();
});

/** So many at once: as a burst does, and so that reads of several become one. */
const atOnce = 24;

const knock = async (who: Who): Promise<string[]> => {
  const chance = chanceFrom(seed * 1_000 + everybody.indexOf(who));
  const faults: string[] = [];
  const waiting = pairs.filter((p) => p.who === who)
    .flatMap(({ door, passes }) => Array.from({ length: passes ? each : 2 }, () => door));
  for (let i = 0; i < waiting.length; i += atOnce) {
    await Promise.all(
      waiting.slice(i, i + atOnce).map(async (door) => {
        const request = badRequest(door, chance);
        const { code, status, fault } = await sendBad(scene, door, request, callers[who], chance);
        sent.all++;
        count(sent.kinds, request.kind);
        count(sent.codes, code || String(status));
        const said = `${request.method} ${request.path.slice(0, 120)} ${
          typeof request.body === "string" ? request.body.slice(0, 200) : "bytes"
        } ${JSON.stringify(request.headers).slice(0, 200)}`;
        if (fault) faults.push(`${door.id}, ${request.kind}: ${fault}\n  ${said}`);
      }),
    );
    // Limits open again, so that what is behind them is reached.
    scene.clock.now += 1_000;
  }
  return faults;
};

describe.each(everybody)("to %s", (who) => {
  test("nothing that is wrong passes, stumbles or leaves a trace", async () => {
    const before = await fingerprint(scene.db);
    const faults = await knock(who);
    expect(faults.slice(0, 20)).toEqual([]);
    // Notes that somebody was here are written behind the answer.
    await scene.db.write([]);
    expect(await fingerprint(scene.db)).toEqual(before);
  }, 600_000);
});

test("all kinds were sent, many times, and the books are in order", async () => {
  expect(sent.all).toBeGreaterThanOrEqual(wanted);
  expect([...sent.kinds.keys()].sort()).toEqual([...kinds].sort());
  expect(Math.min(...sent.kinds.values())).toBeGreaterThan(wanted / 200);
  expect((await verifyLedger(scene.db, scene.clock.now)).findings).toEqual([]);
  const noted = [...sent.codes].sort(([, a], [, b]) => b - a).slice(0, 6);
  tried({
    fault: "bad requests over every door, as everybody",
    times: `${sent.all} requests, ${doors.length} doors, ${everybody.length} callers`,
    happened: `none passed, no 5xx, no trace; ${noted.map(([c, n]) => `${n} ${c}`).join(", ")}`,
  });
});
