/** Every door of the console, from the list of endpoints: what changes something stands in the log,
 *  and the owner of everything gets everywhere. Who may not is in access/role-matrix.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StaffRole, staffRoles } from "../../shared/access.ts";
import * as doors from "../../shared/console/endpoints.ts";
import type { Endpoint } from "../../shared/endpoint.ts";
import { rightBody } from "../http/test-bad-input.ts";
import { type Caller, newKey } from "../test-house.ts";
import { bodies, thingsOf } from "./test-doors.ts";
import { type Office, openOffice, personOf, place } from "./test-office.ts";

const all = Object.values(doors as Record<string, unknown>).filter((d): d is Endpoint<string> =>
  typeof d === "object" && d !== null && "path" in d &&
  String(d.path).startsWith("/api/console/")
);
const guarded = all.filter((d) => d.who !== "anyone");

let office: Office;
const callers = new Map<StaffRole, Caller>();
/** Things of a store. */
let others: { station: Record<string, string> };

beforeAll(async () => {
  office = await openOffice();
  for (const role of staffRoles) callers.set(role, await office.as(personOf(role)));
  const admin = callers.get("hq-admin")!;
  others = {
    station: await thingsOf(office, place.station, place.grocer, admin),
  };
});
afterAll(() => office.close());

/** Is it asked for one brand, which it has to be told? */
const asksBrand = ({ query }: Endpoint<string>): boolean => {
  const { brandId } = (query as { def?: { shape?: Record<string, unknown> } })?.def?.shape ?? {};
  return brandId !== undefined && !(brandId as { safeParse: (v: unknown) => { success: boolean } })
    .safeParse(undefined).success;
};

/** Asks a door with a good input. @returns "ok" or the code of the refusal */
const knock = async (
  door: Endpoint<string>,
  as: Caller,
  at: { brandId: string; storeId: string },
  ids: Record<string, string>,
): Promise<string> => {
  const params = Object.fromEntries(
    [...door.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => [name!, ids[name!] ?? "none"]),
  );
  // A door without a body of its own here gets one that its schema takes.
  const body = bodies(at)[door.id] ?? (door.body ? rightBody(door) : undefined);
  const query = asksBrand(door) ? { brandId: at.brandId } : undefined;
  const input = { params, key: newKey(), ...(body ? { body } : {}), ...(query ? { query } : {}) };
  try {
    await office.ask(door, input as never, as);
    return "ok";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const own = { brandId: place.grocer, storeId: place.riverside };

/** Doors that write nothing of anybody's: they look, preview, try, or end the asker's own session. */
const changesNothing = [
  "signOutConsole",
  "startPasskey",
  "findPairing",
  "searchMembers",
  "screenMembers",
  "checkProgramme",
  "tryCase",
  "runCases",
  // A replay changes nothing; stopping one neither.
  "cancelWhatIf",
];

describe("a change", () => {
  const changing = guarded.filter((d) => d.method !== "GET" && !changesNothing.includes(d.id));
  const rows = async () =>
    Number((await office.house.db.execute("select count(*) as n from audit_log"))[0]?.n);

  test("stands in the log, whichever door it came through", async () => {
    const admin = await office.as(personOf("hq-admin"));
    const silent: string[] = [];
    const done: string[] = [];
    for (const door of changing.filter((d) => d.id !== "changeStaffState")) {
      const before = await rows();
      const answer = await knock(door, admin, own, others.station);
      if (answer !== "ok") continue;
      done.push(door.id);
      if (await rows() === before) silent.push(door.id);
    }
    expect(silent).toEqual([]);
    expect(done.length).toBeGreaterThan(18);
  });
});

describe("the owner of everything", () => {
  test("can reach every door's thing", async () => {
    const admin = callers.get("hq-admin")!;
    const refused: string[] = [];
    for (const door of guarded) {
      if (["signOutConsole", "changeStaffState"].includes(door.id)) continue;
      const answer = await knock(door, admin, own, others.station);
      // A store's budget is given out by the store: head office fills it.
      if (door.who === "budget.use") continue;
      if (["signed-out", "not-allowed"].includes(answer)) refused.push(`${door.id}: ${answer}`);
    }
    expect(refused).toEqual([]);
  });
});
